/**
 * The families of weights: `context` a value of a feature, whatever is shown; `main` an asset in
 * its slot, whatever the context; `interaction` an asset in its slot at one value of one feature;
 * `pair` two assets of two slots together.
 */
export const FAMILIES = ['intercept', 'context', 'main', 'interaction', 'pair'] as const
export type Family = (typeof FAMILIES)[number]
/** The families whose size is learned: all but the intercept, which is alone in its own. */
export const SIZED_FAMILIES = ['context', 'main', 'interaction', 'pair'] as const
export type SizedFamily = (typeof SIZED_FAMILIES)[number]

export const INTERCEPT_KEY = 'i'
export const WEIGHT_KEY_PATTERN = /^(i|[cm]\|[^|]*\|[^|]*|[xp]\|[^|]*\|[^|]*\|[^|]*\|[^|]*)$/

const escapePart = (part: string) => part.replace(/[%|]/g, (sign) => (sign === '%' ? '%25' : '%7C'))
const unescapePart = (part: string) => part.replaceAll('%7C', '|').replaceAll('%25', '%')

export const contextKey = (feature: string, value: string) =>
  `c|${escapePart(feature)}|${escapePart(value)}`

export const mainKey = (slot: string, assetId: string) =>
  `m|${escapePart(slot)}|${escapePart(assetId)}`

export const interactionKey = (slot: string, assetId: string, feature: string, value: string) =>
  `x|${escapePart(slot)}|${escapePart(assetId)}|${escapePart(feature)}|${escapePart(value)}`

/** Of two slots in the order of the posterior's slots. */
export const pairKey = (slot: string, assetId: string, otherSlot: string, otherId: string) =>
  `p|${escapePart(slot)}|${escapePart(assetId)}|${escapePart(otherSlot)}|${escapePart(otherId)}`

export function familyOf(key: string): Family {
  switch (key[0]) {
    case 'c':
      return 'context'
    case 'm':
      return 'main'
    case 'x':
      return 'interaction'
    case 'p':
      return 'pair'
    default:
      return 'intercept'
  }
}

/** What follows the family in a key: slot and asset, feature and value. */
export const partsOf = (key: string): string[] => key.split('|').slice(1).map(unescapePart)
