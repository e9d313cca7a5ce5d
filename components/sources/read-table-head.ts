import { parse } from 'csv-parse/browser/esm/sync'
import { detectDelimiter } from '@/lib/sources/delimiter'

const HEAD_BYTES = 262_144
const SAMPLE_ROWS = 50

export interface TableHead {
  columns: string[]
  /** Some of the first rows. */
  rows: Record<string, string>[]
  /** False for a file in an old encoding, whose accents would be lost. */
  isUtf8: boolean
}

/** Header and first rows of a CSV file, read in the browser; null when there is no header. */
export async function readTableHead(file: Blob): Promise<TableHead | null> {
  const head = await file.slice(0, HEAD_BYTES).text()
  const isWhole = file.size <= HEAD_BYTES
  const text = isWhole ? head : head.slice(0, head.lastIndexOf('\n') + 1)
  const table = parse(text, {
    bom: true,
    delimiter: detectDelimiter(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    to: SAMPLE_ROWS + 1,
  })
  const [header, ...rows] = table
  const columns = [...new Set(header?.map((name) => name.trim()))].filter(Boolean)
  if (columns.length === 0) return null
  return {
    columns,
    rows: rows.map((row) =>
      Object.fromEntries(header?.map((name, index) => [name.trim(), row[index] ?? '']) ?? []),
    ),
    isUtf8: !text.includes('\ufffd'),
  }
}
