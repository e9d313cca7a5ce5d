import { parse } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { decodeXML } from 'entities'
import { type ProductDetails, productDetailsSchema } from '@/lib/products/product'
import { type FeedItem, stockValueSchema } from './feed'
import { parsePrice } from './parse-price'

const MAX_ROWS = 5_000

export type ParsedMerchantFeed =
  | { kind: 'ok'; items: FeedItem[]; refused: { row: number; reason: string }[] }
  | { kind: 'invalid'; reason: string }

// Of an element that comes more than once the first counts.
const text = z.preprocess(
  (value: unknown) => (Array.isArray(value) ? (value[0] as unknown) : value),
  z.coerce.string().transform((value) => decodeXML(value).trim()),
)
/** A column that a shop may leave out or empty. */
const optionalText = text.optional().transform((value) => (value === '' ? undefined : value))

const rowSchema = z.object({
  title: optionalText,
  link: optionalText,
  image_link: optionalText,
  price: optionalText,
  sale_price: optionalText,
  sale_price_effective_date: optionalText,
  id: z.coerce.string().trim().min(1, 'has no id').max(50, 'has an id of more than 50 characters'),
  availability: z
    .string()
    .trim()
    .toLowerCase()
    .transform((value) => value.replaceAll(' ', '_'))
    .pipe(stockValueSchema.shape.availability),
  quantity: z.coerce.number().int().min(0).optional().catch(undefined),
})

/**
 * Stock, prices and details from a Merchant Center product feed: CSV, TSV or XML (RSS 2.0 or Atom, `g:` namespace).
 * Rows that can't be read are refused one by one, with their number (1 = first product); where only
 * what ads show can't be read, the stock is taken all the same.
 */
export function parseMerchantFeed(
  text: string,
  contentType: string,
  now: Date,
): ParsedMerchantFeed {
  const rows = /xml/i.test(contentType)
    ? readXml(text)
    : readTable(text, /tab-separated/i.test(contentType) ? '\t' : ',')
  if (rows === null) return { kind: 'invalid', reason: 'This is not a readable product feed.' }
  if (rows.length > MAX_ROWS)
    return { kind: 'invalid', reason: `Send at most ${MAX_ROWS} products at a time.` }
  const items: FeedItem[] = []
  const refused: { row: number; reason: string }[] = []
  rows.forEach((row, index) => {
    const parsed = rowSchema.safeParse(row)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      refused.push({
        row: index + 1,
        reason: `${issue?.path.join('.') ?? 'row'}: ${issue?.message ?? 'not valid'}`,
      })
      return
    }
    const details = readDetails(parsed.data)
    if (details.kind === 'invalid') {
      const reason = `${details.reason} (its stock was taken, not what ads show of it)`
      refused.push({ row: index + 1, reason })
    }
    const { id, availability, quantity } = parsed.data
    const price = readPriceNow(parsed.data, now)
    items.push({
      key: id.replace(/[^A-Za-z0-9._-]/gu, '_'),
      value: {
        availability,
        ...(quantity === undefined ? {} : { quantity }),
        ...price,
      },
      ...(details.kind === 'ok' && details.product && { product: details.product }),
    })
  })
  if (items.length === 0 && refused.length === 0)
    return { kind: 'invalid', reason: 'The feed holds no products.' }
  return { kind: 'ok', items, refused }
}

type Row = z.infer<typeof rowSchema>

/** What ads show of it; a feed of stock alone has no titles. */
function readDetails({
  title,
  link,
  image_link: imageUrl,
}: Row): { kind: 'ok'; product?: ProductDetails } | { kind: 'invalid'; reason: string } {
  if (title === undefined) return { kind: 'ok' }
  const parsed = productDetailsSchema.safeParse({ title, link, imageUrl })
  if (parsed.success) return { kind: 'ok', product: parsed.data }
  const [issue] = parsed.error.issues
  const column = issue?.path[0] === 'imageUrl' ? 'image_link' : String(issue?.path[0])
  return { kind: 'invalid', reason: `${column}: ${issue?.message ?? 'not valid'}` }
}

/**
 * What one piece costs now, the sale price while it is on, and until when where that is known.
 */
function readPriceNow(
  { price, sale_price: sale, sale_price_effective_date: effective }: Row,
  now: Date,
): { priceMicros: number; currency: string; priceEndsAt?: string } | null {
  const usual = price === undefined ? null : parsePrice(price)
  const reduced = sale === undefined ? null : parsePrice(sale)
  if (!reduced) return usual
  if (effective === undefined) return reduced
  const [start, end] = effective.split('/').map((time) => Date.parse(time))
  if (start === undefined || end === undefined || !(start < end)) return usual
  if (now.getTime() >= end) return usual
  const until = new Date(now.getTime() < start ? start : end).toISOString()
  const current = now.getTime() < start ? usual : reduced
  return current && { ...current, priceEndsAt: until }
}

function readTable(text: string, delimiter: string): unknown[] | null {
  try {
    return parse(text, {
      columns: (header: string[]) => header.map(normaliseName),
      delimiter,
      bom: true,
      skip_empty_lines: true,
      trim: true,
      relax_column_count: true,
    })
  } catch {
    return null
  }
}

const xmlEntitySafeParser = new XMLParser({
  removeNSPrefix: true,
  processEntities: false,
  parseTagValue: false,
  isArray: (name) => name === 'item' || name === 'entry',
})

function readXml(text: string): unknown[] | null {
  try {
    const document: unknown = xmlEntitySafeParser.parse(text, true)
    return findProducts(document)
  } catch {
    return null
  }
}

function findProducts(node: unknown): unknown[] | null {
  if (typeof node !== 'object' || node === null) return null
  for (const [name, child] of Object.entries(node)) {
    if ((name === 'item' || name === 'entry') && Array.isArray(child)) return child.map(renameKeys)
    const found = findProducts(child)
    if (found) return found
  }
  return null
}

function renameKeys(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [normaliseName(name), value]),
  )
}

function normaliseName(name: string): string {
  return name.trim().toLowerCase().replace(/^g:/, '').replaceAll(' ', '_')
}
