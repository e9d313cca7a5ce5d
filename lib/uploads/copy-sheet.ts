import { z } from 'zod'
import { copyKindSchema, createCopyAssetSchema, type CreateCopyAsset } from '@/lib/assets/asset'
import { describeFormula } from './sheet-formula'

export const SHEET_LIMITS = {
  rows: 5_000,
  columns: 60,
  cellCharacters: 4_000,
  sampleRows: 5,
} as const

/** What a column of a sheet may be. A column of a kind holds its texts. */
export const sheetFieldSchema = z.enum([
  ...copyKindSchema.options,
  'text',
  'kind',
  'name',
  'locale',
  'tags',
  'ignore',
])
export type SheetField = z.infer<typeof sheetFieldSchema>

/** What each column is, in the order of the columns. */
export const sheetMappingSchema = z.array(sheetFieldSchema).max(SHEET_LIMITS.columns)

export const sheetPreviewSchema = z.object({
  columns: z.array(z.string()),
  /** What the columns seem to be. */
  guess: sheetMappingSchema,
  rowCount: z.number().int(),
  sample: z.array(z.array(z.string())),
})
export type SheetPreview = z.infer<typeof sheetPreviewSchema>

export const importSheetSchema = z.object({
  mapping: sheetMappingSchema,
  /** For a sheet with a column of texts and none of kinds. */
  kind: copyKindSchema.default('headline'),
  /** `check` writes nothing. */
  mode: z.enum(['check', 'import']).default('check'),
  /** Imports the good rows although others are not; nothing at all otherwise. */
  skipInvalid: z.boolean().default(false),
})
export type ImportSheet = z.infer<typeof importSheetSchema>

export const importSheetResponseSchema = z.object({
  imported: z.number().int(),
  /** Texts of the sheet that can become assets, and those the workspace has already. */
  valid: z.number().int(),
  duplicates: z.number().int(),
  /** `row` as the program that wrote it counts: the first below the heading is 2. */
  problems: z.array(z.object({ row: z.number().int(), column: z.string(), message: z.string() })),
})
export type ImportSheetResponse = z.infer<typeof importSheetResponseSchema>

export interface SheetRow {
  /** As the program that wrote it counts. */
  readonly row: number
  readonly cells: readonly string[]
}

export interface SheetProblem {
  readonly row: number
  readonly column: string
  readonly message: string
}

export interface SheetCopy {
  readonly copies: readonly { readonly row: number; readonly copy: CreateCopyAsset }[]
  readonly problems: readonly SheetProblem[]
}

const HEADINGS: readonly [RegExp, SheetField][] = [
  [/^(headline|headlines|title|titel|heading|h1)\b/, 'headline'],
  [/^(body|description|beschreibung|long text|text body)\b/, 'body'],
  [/^(cta|call to action|button|button text|action)\b/, 'cta'],
  [/^(disclaimer|legal|terms|small print)\b/, 'disclaimer'],
  [/^(kind|type|element|slot|art)\b/, 'kind'],
  [/^(text|copy|value|content)\b/, 'text'],
  [/^(name|label|id)\b/, 'name'],
  [/^(locale|language|lang|sprache)\b/, 'locale'],
  [/^(tags?|labels|keywords)\b/, 'tags'],
]

/** What the columns seem to be, by their headings; a heading counts once. */
export function guessSheetMapping(columns: readonly string[]): SheetField[] {
  const taken = new Set<SheetField>()
  return columns.map((column) => {
    const words = column
      .toLowerCase()
      .replace(/[_\-\s]+/g, ' ')
      .trim()
    const field = HEADINGS.find(([pattern]) => pattern.test(words))?.[1]
    if (!field || (taken.has(field) && field !== 'tags')) return 'ignore'
    taken.add(field)
    return field
  })
}

/**
 * The copy of a sheet's rows by a mapping of its columns, and what is wrong with the others. A row
 * may give several pieces of copy, one for each column of a kind. Empty cells give none.
 */
export function readCopySheet(
  columns: readonly string[],
  rows: readonly SheetRow[],
  { mapping, kind }: Pick<ImportSheet, 'mapping' | 'kind'>,
  defaults: { readonly locale: string; readonly tags: readonly string[] },
): SheetCopy {
  const copies: { row: number; copy: CreateCopyAsset }[] = []
  const problems: SheetProblem[] = []
  for (const { row, cells } of rows) {
    const value = (field: SheetField) => cells[mapping.indexOf(field)]?.trim() ?? ''
    const tags = mapping.flatMap((field, at) =>
      field === 'tags' ? (cells[at] ?? '').split(/[,;|]/).map((tag) => tag.trim()) : [],
    )
    for (const [at, field] of mapping.entries()) {
      const text = cells[at]?.trim() ?? ''
      const ofKind = kindOfColumn(field, value('kind'), kind)
      if (ofKind === null || text === '') continue
      const name = value('name')
      const read = readCopy(text, {
        kind: ofKind,
        ...(name && { name }),
        locale: value('locale') || defaults.locale,
        tags: [...new Set([...defaults.tags, ...tags.filter(Boolean)])],
      })
      if (read.kind === 'ok') copies.push({ row, copy: read.copy })
      else problems.push({ row, column: columns[at] ?? '', message: read.message })
    }
  }
  return { copies, problems }
}

function kindOfColumn(field: SheetField, kindCell: string, fallback: string): string | null {
  if (field === 'text') return kindCell ? kindCell.toLowerCase() : fallback
  return copyKindSchema.safeParse(field).success ? field : null
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  'call to action': 'cta',
  button: 'cta',
  title: 'headline',
  description: 'body',
  legal: 'disclaimer',
  'legal disclaimer': 'disclaimer',
}

function readCopy(
  text: string,
  more: Record<string, unknown> & { kind: string },
): { kind: 'ok'; copy: CreateCopyAsset } | { kind: 'invalid'; message: string } {
  const formula = describeFormula(text)
  if (formula) return { kind: 'invalid', message: formula }
  const kind = copyKindSchema.safeParse(KIND_NAMES[more.kind] ?? more.kind)
  if (!kind.success) {
    const known = copyKindSchema.options.join(', ')
    return { kind: 'invalid', message: `“${more.kind.slice(0, 40)}” is no kind of copy: ${known}.` }
  }
  const parsed = createCopyAssetSchema.safeParse({ ...more, kind: kind.data, text })
  if (parsed.success) return { kind: 'ok', copy: parsed.data }
  return { kind: 'invalid', message: parsed.error.issues[0]?.message ?? 'It is not valid.' }
}
