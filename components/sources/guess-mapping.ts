import { parse } from 'csv-parse/browser/esm/sync'
import type { Mapping } from '@/lib/sources/mapping'

export interface CsvSample {
  columns: string[]
  /** Up to five rows, by column. */
  rows: Record<string, string>[]
}

const SAMPLE_ROWS = 5

/** The header and first rows of a CSV; null when it can't be read as one. */
export function readCsvSample(text: string): CsvSample | null {
  try {
    const rows = parse(text, {
      bom: true,
      columns: (header: string[]) => header.map((name) => name.trim()),
      delimiter: [',', ';', '\t'],
      skip_empty_lines: true,
      relax_column_count: true,
      to: SAMPLE_ROWS,
    }) as Record<string, string>[]
    const [first] = rows
    return first ? { columns: Object.keys(first), rows } : null
  } catch {
    return null
  }
}

/** A first proposal: which column is the id, which the consent, and what type the others have. */
export function guessMapping({ columns, rows }: CsvSample): Mapping {
  const find = (pattern: RegExp) => columns.find((column) => pattern.test(column))
  const idColumn =
    find(/^(customer|user|client)?[ _-]?id$/i) ?? find(/e-?mail/i) ?? columns[0] ?? ''
  const consentColumn = find(/consent|opt[ _-]?in|permission|agreed/i) ?? ''
  return {
    idColumn,
    consentColumn,
    attributes: columns
      .filter(
        (column) =>
          column !== idColumn &&
          column !== consentColumn &&
          !/e-?mail|phone|name|address|street/i.test(column),
      )
      .map((column) => ({
        column,
        attribute: attributeName(column),
        type: guessType(rows.map((row) => row[column] ?? '')),
      }))
      .filter(
        ({ attribute }, index, all) =>
          all.findIndex((other) => other.attribute === attribute) === index,
      ),
  }
}

function attributeName(column: string): string {
  const words = column.split(/[^A-Za-z0-9]+/).filter(Boolean)
  const name = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.slice(0, 1).toUpperCase() + word.slice(1),
    )
    .join('')
  return /^[a-z]/.test(name) ? name.slice(0, 40) : `a${name}`.slice(0, 40)
}

function guessType(values: readonly string[]): 'string' | 'number' | 'boolean' {
  const filled = values.map((value) => value.trim()).filter((value) => value !== '')
  if (filled.length === 0) return 'string'
  if (filled.every((value) => /^(yes|no|true|false)$/i.test(value))) return 'boolean'
  return filled.every((value) => /^[+-]?\d+(\.\d+)?$/.test(value)) ? 'number' : 'string'
}
