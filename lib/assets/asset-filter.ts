import { z } from 'zod'
import { assetKindSchema } from '@/lib/decision/snapshot'
import { assetStateSchema } from './asset-state'
import { normalizePlainText } from './plain-text'
import { rightsStatusSchema } from './rights'

/** Stands for assets that have nothing there: no tag, no source, no market (which is everywhere). */
export const NONE = '-'

export const colorNameSchema = z.enum([
  'red',
  'orange',
  'brown',
  'yellow',
  'green',
  'turquoise',
  'blue',
  'purple',
  'pink',
  'white',
  'grey',
  'black',
])
export type ColorName = z.infer<typeof colorNameSchema>

/** By pixels: under half a megapixel, up to two, more. */
export const sizeClassSchema = z.enum(['small', 'medium', 'large'])
export const SIZE_CLASS_PIXELS = { medium: 500_000, large: 2_000_000 } as const
/** A square is at most a tenth longer than wide, or wider than long. */
export const orientationSchema = z.enum(['landscape', 'portrait', 'square'])
export const usageSchema = z.enum(['used', 'unused'])

const wordsSchema = z.array(z.string().max(250)).max(100)
const tagsSchema = z.array(z.string().max(250).toLowerCase()).max(100)
const listOf = <Value extends z.ZodType>(value: Value) => z.array(value).max(20)

/** One facet each: an asset fits when it has one of the values of every facet that is given. */
const facetShape = {
  kind: listOf(assetKindSchema),
  /** Everything but the archived, when left out. */
  state: listOf(assetStateSchema),
  locale: wordsSchema,
  /** ISO 3166-1 alpha-2. */
  market: wordsSchema,
  tag: tagsSchema,
  source: wordsSchema,
  size: listOf(sizeClassSchema),
  orientation: listOf(orientationSchema),
  color: listOf(colorNameSchema),
  rights: listOf(rightsStatusSchema),
  usage: listOf(usageSchema),
} as const

export const facetNameSchema = z.enum([
  'kind',
  'state',
  'locale',
  'market',
  'tag',
  'source',
  'size',
  'orientation',
  'color',
  'rights',
  'usage',
])
export type FacetName = z.infer<typeof facetNameSchema>

const searchSchema = z.string().max(200).overwrite(normalizePlainText)
const groupSchema = z.enum(['pictures', 'copy'])

/** What is looked for, as JSON: of a saved view, or of a change of everything that fits. */
export const assetFilterSchema = z
  .object({
    /** Every word of it is somewhere in the name, the texts, the tags, the notes or the source. */
    search: searchSchema,
    /** All kinds of pictures, or all kinds of copy. */
    group: groupSchema,
    ...facetShape,
  })
  .partial()
export type AssetFilter = z.infer<typeof assetFilterSchema>

/** The same in an address: values separated by commas, a comma inside of one written `%2C`. */
export const assetFilterQueryShape = {
  search: searchSchema.optional(),
  group: groupSchema.optional(),
  kind: inAddress(facetShape.kind),
  state: inAddress(facetShape.state),
  locale: inAddress(facetShape.locale),
  market: inAddress(facetShape.market),
  tag: inAddress(facetShape.tag),
  source: inAddress(facetShape.source),
  size: inAddress(facetShape.size),
  orientation: inAddress(facetShape.orientation),
  color: inAddress(facetShape.color),
  rights: inAddress(facetShape.rights),
  usage: inAddress(facetShape.usage),
} as const

function inAddress<Value extends z.ZodType<string, string>>(values: z.ZodArray<Value>) {
  return z.string().max(4_000).transform(splitValues).pipe(values).optional()
}

function splitValues(text: string): string[] {
  return text === '' ? [] : text.split(',').map((part) => part.replace(/%2C/gi, ','))
}

/** The parameters of an address that ask for this filter. */
export function writeAssetFilter(filter: AssetFilter): Record<string, string> {
  const parameters: Record<string, string> = {}
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || value.length === 0) continue
    parameters[name] =
      typeof value === 'string' ? value : value.map((one) => one.replaceAll(',', '%2C')).join(',')
  }
  return parameters
}
