import { parse } from 'csv-parse/sync'
import { XMLParser } from 'fast-xml-parser'
import { z } from 'zod'
import { type FeedItem, stockValueSchema } from './feed'

const MAX_ROWS = 5_000

export type ParsedMerchantFeed =
  | { kind: 'ok'; items: FeedItem[]; refused: { row: number; reason: string }[] }
  | { kind: 'invalid'; reason: string }

const rowSchema = z.object({
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
 * Stock from a Merchant Center product feed: CSV, TSV or XML (RSS 2.0 or Atom, `g:` namespace).
 * Rows that can't be read are refused one by one, with their number (1 = first product).
 */
export function parseMerchantFeed(text: string, contentType: string): ParsedMerchantFeed {
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
    const { id, availability, quantity } = parsed.data
    items.push({
      key: id.replace(/[^A-Za-z0-9._-]/gu, '_'),
      value: { availability, ...(quantity === undefined ? {} : { quantity }) },
    })
  })
  if (items.length === 0 && refused.length === 0)
    return { kind: 'invalid', reason: 'The feed holds no products.' }
  return { kind: 'ok', items, refused }
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
