import { STATE_LABELS } from '@/components/assets/kind-labels'
import { type ColorName, type FacetName, NONE } from '@/lib/assets/asset-filter'
import { KIND_LABELS } from '@/lib/assets/kind-labels'
import { nameLocale } from '@/lib/assets/locale'
import { nameCountry } from '@/lib/assets/market'
import type { RightsStatus } from '@/lib/assets/rights'

/** In the order of the rail. */
export const FACETS: readonly { name: FacetName; label: string; none?: string }[] = [
  { name: 'kind', label: 'Kind' },
  { name: 'state', label: 'State' },
  { name: 'tag', label: 'Tags', none: 'Untagged' },
  { name: 'rights', label: 'Usage rights' },
  { name: 'usage', label: 'In campaigns' },
  { name: 'locale', label: 'Language' },
  { name: 'market', label: 'Market', none: 'Everywhere' },
  { name: 'source', label: 'Source', none: 'No source' },
  { name: 'color', label: 'Colour', none: 'No colours' },
  { name: 'orientation', label: 'Shape', none: 'Not a picture' },
  { name: 'size', label: 'Size', none: 'Not a picture' },
]

export const RIGHTS_LABELS: Record<RightsStatus, string> = {
  fine: 'Fine',
  ending: 'End within 30 days',
  ended: 'Ended',
  not_yet: 'Not yet begun',
}

const OTHER_LABELS: Partial<Record<FacetName, Readonly<Record<string, string>>>> = {
  kind: KIND_LABELS,
  state: STATE_LABELS,
  rights: RIGHTS_LABELS,
  usage: { used: 'Used', unused: 'Not used' },
  orientation: { landscape: 'Wide', portrait: 'Tall', square: 'Square' },
  size: {
    small: 'Under 0.5 megapixels',
    medium: '0.5 to 2 megapixels',
    large: '2 megapixels and more',
  },
}

/** A value of a facet in people's words. */
export function labelFacetValue(name: FacetName, value: string): string {
  if (value === NONE) return FACETS.find((facet) => facet.name === name)?.none ?? 'None'
  if (name === 'locale') return nameLocale(value)
  if (name === 'market') return nameCountry(value)
  if (name === 'color') return value.charAt(0).toUpperCase() + value.slice(1)
  return OTHER_LABELS[name]?.[value] ?? value
}

/** The colours a picture can be found by, as they are shown: data, not decoration. */
export const COLOR_SWATCHES: Readonly<Record<ColorName, string>> = {
  red: '#d92d20',
  orange: '#f28c28',
  brown: '#8a5a2b',
  yellow: '#f5d02f',
  green: '#2f9e57',
  turquoise: '#2bb8b0',
  blue: '#2f6fdb',
  purple: '#7e57c2',
  pink: '#ea6fa8',
  white: '#ffffff',
  grey: '#8b8f97',
  black: '#16181d',
}
