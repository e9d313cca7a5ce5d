import { readFile } from 'node:fs/promises'
import { CsvError, parse } from 'csv-parse/sync'
import { readSheet as readWorkbook } from 'read-excel-file/node'
import { toStorableText } from '@/lib/events/storable-text'
import { detectDelimiter } from '@/lib/sources/delimiter'
import {
  guessSheetMapping,
  SHEET_LIMITS,
  type SheetPreview,
  type SheetRow,
} from '@/lib/uploads/copy-sheet'
import { listArchive, readArchiveEntry } from './read-archive'

export const SHEET_MAX_BYTES = 10_000_000

export interface Sheet {
  readonly columns: string[]
  readonly rows: SheetRow[]
}

export type ReadSheet = { kind: 'ok'; sheet: Sheet } | { kind: 'invalid'; message: string }

/** A sheet of CSV (comma, semicolon or tab; UTF-8) or the first one of an XLSX workbook. */
export async function readSheet(filePath: string, isWorkbook: boolean): Promise<ReadSheet> {
  try {
    const cells = isWorkbook ? await readXlsx(filePath) : await readCsv(filePath)
    return typeof cells === 'string' ? { kind: 'invalid', message: cells } : toSheet(cells)
  } catch (error) {
    const message =
      error instanceof CsvError
        ? `The sheet is damaged: ${error.message.slice(0, 200)}`
        : 'The sheet is damaged and cannot be read.'
    return { kind: 'invalid', message }
  }
}

/** The beginning of a sheet, and what its columns seem to be. */
export function previewSheet({ columns, rows }: Sheet): SheetPreview {
  return {
    columns,
    guess: guessSheetMapping(columns),
    rowCount: rows.length,
    sample: rows.slice(0, SHEET_LIMITS.sampleRows).map(({ cells }) => [...cells]),
  }
}

async function readCsv(filePath: string): Promise<string[][] | string> {
  const text = decodeText(await readFile(filePath))
  if (text === null) return 'The sheet is not text in UTF-8. Save it as “CSV UTF-8”.'
  const [head = ''] = text.split('\n', 1)
  return parse(text, {
    delimiter: detectDelimiter(head),
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: false,
    to: SHEET_LIMITS.rows + 2,
    maxRecordSize: 500_000,
  })
}

function decodeText(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const WORKSHEET = /^xl\/worksheets\/[^/]+\.xml$/
const FORMULA_CELL = /<(?:\w+:)?f[\s/>]/

/** A workbook is an archive: it is held to the same limits before it is unpacked. */
async function readXlsx(filePath: string): Promise<string[][] | string> {
  const listing = await listArchive(filePath)
  if (listing.kind === 'invalid') return listing.message
  const refused = listing.entries.find(({ refusal }) => refusal && !refusal.includes('empty'))
  if (refused) return `The workbook is too large or holds what it should not.`
  const totalBytes = listing.entries.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  if (totalBytes > 4 * SHEET_MAX_BYTES) return 'The workbook unpacks to more than 40 MB.'
  for (const { fileName, index } of listing.entries) {
    if (!WORKSHEET.test(fileName)) continue
    const xml = (await readArchiveEntry(filePath, index)).toString('utf8')
    if (FORMULA_CELL.test(xml)) {
      return 'The workbook holds formulas. Save it with values only (Copy → Paste values) and add it again.'
    }
  }
  const rows = await readWorkbook(filePath)
  return rows.map((row) => row.map(describeCell))
}

function describeCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  return cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)
}

function toSheet(cells: readonly (readonly string[])[]): ReadSheet {
  const [head = [], ...body] = cells
  const columns = head.map((cell, at) => cleanCell(cell).trim() || `Column ${at + 1}`)
  if (columns.length === 0) return { kind: 'invalid', message: 'The sheet is empty.' }
  if (columns.length > SHEET_LIMITS.columns) {
    return { kind: 'invalid', message: `The sheet has more than ${SHEET_LIMITS.columns} columns.` }
  }
  if (body.length > SHEET_LIMITS.rows) {
    return {
      kind: 'invalid',
      message: `The sheet has more than ${SHEET_LIMITS.rows.toLocaleString('en')} rows. Split it.`,
    }
  }
  const rows = body
    .map((row, at) => ({ row: at + 2, cells: columns.map((_, column) => cleanCell(row[column])) }))
    .filter((row) => row.cells.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) {
    return { kind: 'invalid', message: 'The sheet has no rows below its headings.' }
  }
  return { kind: 'ok', sheet: { columns, rows } }
}

function cleanCell(cell: string | undefined): string {
  return toStorableText((cell ?? '').slice(0, SHEET_LIMITS.cellCharacters))
}
