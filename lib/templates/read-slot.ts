import { adSizeSchema, type AdSize } from '@/lib/decision/ad-size'
import {
  type TemplateSlot,
  type TemplateSlotKind,
  templateSlotKindSchema,
} from '@/lib/decision/team-template'
import { FIT_EXAMPLE, parseFit } from './parse-fit'

export const PICTURE_SLOTS: ReadonlySet<TemplateSlotKind> = new Set(['image', 'background', 'logo'])
const BOLD_SLOTS: ReadonlySet<TemplateSlotKind> = new Set(['headline', 'cta'])
/** Copy below this is not read. Disclaimers may be a little smaller. */
export const SMALLEST_COPY_PX = 10
export const SMALLEST_DISCLAIMER_PX = 9

export type SlotFault = readonly [
  severity: 'error' | 'warning',
  rule: string,
  message: string,
  fix: string,
]

export interface SlotMarker {
  readonly element: string
  readonly attributes: ReadonlyMap<string, string>
  /** The text inside of the element. */
  readonly text: string
}

type SlotSettings = Omit<TemplateSlot, 'open' | 'close' | 'classNames'>

/** What the `data-` attributes of a marked element say; null for a kind that there is not. */
export function readSlot(
  { element, attributes, text }: SlotMarker,
  report: (fault: SlotFault) => void,
): SlotSettings | null {
  const kind = templateSlotKindSchema.safeParse(attributes.get('data-slot')).data
  if (!kind) {
    const fix = `Use one of: ${templateSlotKindSchema.options.join(', ')}.`
    report([
      'error',
      'slot-unknown',
      `There is no slot “${attributes.get('data-slot') ?? ''}”.`,
      fix,
    ])
    return null
  }
  const isPicture = PICTURE_SLOTS.has(kind)
  if (isPicture !== (element === 'img')) {
    const fix = isPicture ? `Write <img data-slot="${kind}">.` : 'Use an element such as <span>.'
    report(['error', 'slot-element', `The slot “${kind}” can’t be a <${element}>.`, fix])
    return null
  }
  const hiddenIn = readSizes(attributes.get('data-hide') ?? '', report)
  if (isPicture) {
    return { kind, hiddenIn, box: null, boxes: {}, defaultText: '', defaultTexts: {} }
  }
  return { kind, hiddenIn, ...readFit(kind, attributes, report), ...readDefaults(attributes, text) }
}

function readFit(
  kind: TemplateSlotKind,
  attributes: ReadonlyMap<string, string>,
  report: (fault: SlotFault) => void,
): Pick<TemplateSlot, 'box' | 'boxes'> {
  const fit = parseFit(attributes.get('data-fit') ?? '', BOLD_SLOTS.has(kind))
  if (fit.kind === 'invalid') {
    const message = attributes.has('data-fit')
      ? fit.message
      : `The slot “${kind}” does not say how much room its text has.`
    report(['error', 'slot-fit', message, `Write data-fit="${FIT_EXAMPLE}".`])
    return { box: null, boxes: {} }
  }
  const leastPx = kind === 'disclaimer' ? SMALLEST_DISCLAIMER_PX : SMALLEST_COPY_PX
  const smallestPx = Math.min(...[fit.box, ...Object.values(fit.boxes)].map(({ minPx }) => minPx))
  if (smallestPx < leastPx) {
    const message = `The ${kind} may shrink to ${smallestPx} px, which is too small to read.`
    report(['error', 'text-size', message, `Let its smallest size be ${leastPx} px.`])
  }
  return { box: fit.box, boxes: fit.boxes }
}

function readDefaults(
  attributes: ReadonlyMap<string, string>,
  text: string,
): Pick<TemplateSlot, 'defaultText' | 'defaultTexts'> {
  const defaultTexts: Partial<Record<AdSize, string>> = {}
  for (const size of adSizeSchema.options) {
    const own = attributes.get(`data-default-${size}`)
    if (own !== undefined) defaultTexts[size] = tidy(own)
  }
  return { defaultText: tidy(text), defaultTexts }
}

function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim().slice(0, 300)
}

function readSizes(value: string, report: (fault: SlotFault) => void): AdSize[] {
  return value
    .split(/[\s,]+/)
    .filter((name) => name !== '')
    .flatMap((name) => {
      const size = adSizeSchema.safeParse(name).data
      if (size) return [size]
      const fix = `Use sizes such as ${adSizeSchema.options.slice(0, 3).join(' ')}.`
      report(['error', 'slot-hide', `“${name}” is no ad size.`, fix])
      return []
    })
}
