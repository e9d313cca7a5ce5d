import type { AdSize } from '@/lib/decision/ad-size'
import type { AssetKind, SnapshotAsset } from '@/lib/decision/snapshot'
import { fitText, linesThatFit, type TextBox } from './fit-text'
import { type Layout, shownKinds } from './template'
import { textBoxOf } from './text-boxes'

/**
 * How one asset does in one ad size. `limited`: shown, but cut or enlarged. `missing`: it leaves its
 * place empty. `no_room`: the layout has no place for its kind.
 */
export type AssetFit =
  | { readonly state: 'good' }
  | { readonly state: 'no_room' }
  | { readonly state: 'limited'; readonly fault: TooLong | TooSmall }
  | { readonly state: 'missing'; readonly fault: { readonly kind: 'no_text' | 'no_rendition' } }

interface TooLong {
  readonly kind: 'too_long'
  /** Characters to take away from its end. */
  readonly excess: number
}
interface TooSmall {
  readonly kind: 'too_small'
  readonly neededWidthPx: number
  readonly neededHeightPx: number
}

const GOOD: AssetFit = { state: 'good' }
const PICTURE_KINDS: readonly AssetKind[] = ['image', 'background', 'logo', 'video']

export function isPictured(kind: AssetKind): boolean {
  return PICTURE_KINDS.includes(kind)
}

export function fitAsset(asset: SnapshotAsset, layout: Layout, size: AdSize): AssetFit {
  if (!shownKinds(layout).has(asset.kind)) return { state: 'no_room' }
  if (isPictured(asset.kind)) return fitPicture(asset, layout, size)
  if (asset.kind === 'theme') return GOOD
  const text = asset.text ?? ''
  if (text === '') return { state: 'missing', fault: { kind: 'no_text' } }
  const box = boxesOf(asset.kind, layout).find((each) => !fitText(text, each).fits)
  if (!box) return GOOD
  return { state: 'limited', fault: { kind: 'too_long', excess: measureExcess(text, box) } }
}

function fitPicture(asset: SnapshotAsset, layout: Layout, size: AdSize): AssetFit {
  const own = asset.renditions.filter((rendition) => rendition.size === size)
  if (own.length === 0) return { state: 'missing', fault: { kind: 'no_rendition' } }
  const [, , neededWidthPx, neededHeightPx] = layout.picture
  const isSharp = own.some(
    ({ widthPx, heightPx }) => widthPx >= neededWidthPx && heightPx >= neededHeightPx,
  )
  if (asset.kind === 'logo' || isSharp) return GOOD
  return { state: 'limited', fault: { kind: 'too_small', neededWidthPx, neededHeightPx } }
}

/** Narrowest first: of a fluid ad also the layout of a wide place. */
function boxesOf(kind: AssetKind, layout: Layout): TextBox[] {
  const layouts = layout.wide ? [layout, layout.wide] : [layout]
  return layouts.flatMap((each) => textBoxOf(kind, each) ?? [])
}

const AVERAGE_CHARACTER_EMS = 0.53

/** About how many characters of a kind of copy a layout shows; null where there is no such limit. */
export function estimateCharacterLimit(kind: AssetKind, layout: Layout): number | null {
  const box = textBoxOf(kind, layout)
  if (!box) return null
  const perLine = Math.floor(box.widthPx / (box.minPx * AVERAGE_CHARACTER_EMS))
  // Lines end at words, so the last words of each line are lost.
  return Math.round(perLine * linesThatFit(box, box.minPx) * 0.9)
}

/** Whether a text that is being written fits into a layout. */
export function fitsLayout(kind: AssetKind, text: string, layout: Layout): boolean {
  return boxesOf(kind, layout).every((box) => fitText(text, box).fits)
}

/** Characters beyond the longest beginning that fits. */
function measureExcess(text: string, box: TextBox): number {
  const characters = [...text]
  let fitting = 0
  let tooLong = characters.length
  while (tooLong - fitting > 1) {
    const middle = Math.floor((fitting + tooLong) / 2)
    if (fitText(characters.slice(0, middle).join('').trimEnd(), box).fits) fitting = middle
    else tooLong = middle
  }
  return characters.length - fitting
}
