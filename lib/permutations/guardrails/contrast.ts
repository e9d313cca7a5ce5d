import {
  contrastOverGround,
  contrastOverPicture,
  type CopyKind,
} from '@/lib/creatives/text-contrast'
import type { AdSize } from '@/lib/decision/ad-size'
import type { Design } from '@/lib/decision/snapshot'
import { type Box, createMask, type Part } from '@/lib/permutations/box'
import { groupSizes } from './disclaimers'
import { type Guardrail, maskOf, partOf, type ProofAsset, type ProofSubject } from './guardrail'
import { findShownSlot, listShownSlots } from './shown-slots'

const COPY: readonly CopyKind[] = ['headline', 'body', 'cta', 'disclaimer']
const LABELS: Readonly<Record<CopyKind, string>> = {
  headline: 'The headline',
  body: 'The body text',
  cta: 'The call to action',
  disclaimer: 'The disclaimer',
}

/**
 * Text over its actual background: over plain colours for sure, over pictures by their dominant
 * colours and the shade between. What is only estimated warns, whatever the kit says. What lies
 * behind text in a team's own template is known once it is drawn: nothing is claimed of it here.
 */
export function listContrastGuardrails(subject: ProofSubject): Guardrail[] {
  if (subject.design.team) return []
  const { minRatio } = subject.kit.contrast
  return COPY.flatMap((kind) => {
    const sizes = subject.sizes.filter((size) => findShownSlot(subject, size, kind) >= 0)
    return [
      ...groupSizes({ ...subject, sizes }, (size) => describeGround(subject, size, kind)).map(
        (group) => groundGuardrail(subject, group, kind),
      ),
      ...(kind === 'cta' ? [] : sizes.flatMap((size) => pictureGuardrails(subject, size, kind))),
    ]
  }).map((guardrail) => ({
    ...guardrail,
    title: `${guardrail.title} has a contrast of at least ${minRatio}`,
  }))
}

/** The design in the colours of each theme, with the part that stands for it. */
function listDesigns({ slots, design }: ProofSubject): { design: Design; parts: Part[] }[] {
  const slot = slots.findIndex(({ kind }) => kind === 'theme')
  const themes = slots[slot]
  if (!themes) return [{ design, parts: [] }]
  return themes.assets.map(({ brand }, own) => ({
    design: { ...design, ...brand.themeColors },
    parts: [{ slot, assets: createMask(themes.assets.length, (index) => index === own) }],
  }))
}

function describeGround(subject: ProofSubject, size: AdSize, kind: CopyKind): string {
  return listDesigns(subject)
    .map(({ design }) => contrastOverGround(design, size, kind))
    .join()
}

function groundGuardrail(
  subject: ProofSubject,
  sizes: readonly AdSize[],
  kind: CopyKind,
): Guardrail {
  const { contrast } = subject.kit
  const [size = '300x250'] = sizes
  const failing = listDesigns(subject).flatMap(({ design, parts }) => {
    const ratio = contrastOverGround(design, size, kind)
    return ratio !== null && ratio < contrast.minRatio ? [{ parts, ratio }] : []
  })
  const [worst] = failing.toSorted((one, other) => one.ratio - other.ratio)
  return {
    id: `contrast:${kind}:${size}`,
    kind: 'contrast',
    title: LABELS[kind],
    guard: contrast,
    sizes,
    violation: { kind: 'boxes', boxes: failing.map(({ parts }) => parts) },
    fix: worst
      ? `It is ${worst.ratio.toFixed(1)}. Choose a darker or lighter colour in the design or theme.`
      : '',
  }
}

function pictureGuardrails(
  subject: ProofSubject,
  size: AdSize,
  kind: Exclude<CopyKind, 'cta'>,
): Guardrail[] {
  const { slots, kit } = subject
  const text = findShownSlot(subject, size, kind)
  const image = findShownSlot(subject, size, 'image')
  const picture = image >= 0 ? image : findShownSlot(subject, size, 'background')
  const below = listShownSlots(subject, size).filter(
    (slot) => slot !== text && standsBelow(kind, slots[slot]?.kind),
  )
  const context = below.flatMap((slot) => slots[slot]?.assets.map(({ asset }) => asset) ?? [])
  const boxes = listDesigns(subject).flatMap(({ design, parts }) =>
    (slots[picture]?.assets ?? []).flatMap((shown, index): Box[] => {
      const isFaint = ({ asset }: ProofAsset) => {
        const over = { pictureColors: shown.brand.dominantColors, below: context }
        const ratio = contrastOverPicture(design, size, kind, asset, over)
        return ratio !== null && ratio < kit.contrast.minRatio
      }
      const faint = partOf(slots, text, isFaint)
      if (!faint.assets.includes(1)) return []
      const own = slots[picture]
      const assets = own ? maskOf(own, (one) => one === own.assets[index]) : new Uint8Array()
      return [[...parts, faint, { slot: picture, assets }]]
    }),
  )
  if (boxes.length === 0) return []
  return [
    {
      id: `contrast:${kind}:picture:${size}`,
      kind: 'contrast',
      title: `${LABELS[kind]} over the picture’s colours`,
      guard: { ...kit.contrast, severity: 'warn' },
      sizes: [size],
      violation: { kind: 'boxes', boxes },
      fix: 'Look at it in the preview; choose another picture or a shorter text, or keep the two apart.',
    },
  ]
}

/** What stands below a text where text grows upwards from the foot of the ad. */
function standsBelow(kind: CopyKind, other: string | undefined): boolean {
  if (kind === 'headline') return other === 'body' || other === 'disclaimer'
  return kind === 'body' && other === 'disclaimer'
}
