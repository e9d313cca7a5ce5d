import { AD_SIZES } from '@/lib/decision/ad-size'
import { hashString } from '@/lib/math/hash'
import type { PictureKind } from './asset'
import { LOGO_BOXES, PICTURE_BOXES, RENDITION_WEIGHT_SHARE } from './rendition-box'

export type RenditionFormat = 'avif' | 'webp' | 'jpeg' | 'png'

/** What each upload waits for: WebP, and what every browser shows. */
export function promptFormats(kind: PictureKind): readonly RenditionFormat[] {
  return ['webp', kind === 'logo' ? 'png' : 'jpeg']
}

/** A fifth smaller than WebP for twice its work: made in the background. */
export const LATER_FORMATS: readonly RenditionFormat[] = ['avif']

/** Raise when pictures are encoded differently; sizes, boxes and budgets are noticed by themselves. */
const ENCODER_VERSION = 1

/** Names the sizes, boxes, budgets and formats that renditions are made for. Another one: make them again. */
export const RENDITION_RECIPE: string = hashString(
  JSON.stringify([ENCODER_VERSION, AD_SIZES, PICTURE_BOXES, LOGO_BOXES, RENDITION_WEIGHT_SHARE]),
)
  .toString(16)
  .padStart(8, '0')

/** The mark of an asset that has what `promptFormats` names and still lacks `LATER_FORMATS`. */
export const PROMPT_RECIPE = `${RENDITION_RECIPE}-prompt`
