import { strToU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importSheetResponseSchema } from '@/lib/uploads/copy-sheet'
import type { UploadFile } from '@/lib/uploads/upload'
import { buildWorkbook } from '@/scripts/testing/build-workbook'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { openStudio } from '@/scripts/testing/http-studio'
import { byName, createUploader } from '@/scripts/testing/http-uploads'
import { buildWorld, type World } from '@/scripts/testing/http-world'

const studio = await openStudio()
afterAll(() => studio.close())
let world: World
beforeAll(async () => {
  world = await buildWorld(studio, 'uploads')
})
const { upload } = createUploader(studio, () => world)

describe('a sheet of copy', () => {
  const importSheet = async (file: UploadFile | undefined, body: object) => {
    const answer = await studio.call('POST /api/v1/upload-files/{fileId}/sheet', {
      as: world.owner,
      params: { fileId: file?.id ?? '' },
      body,
    })
    expect(answer.status).toBe(200)
    return importSheetResponseSchema.parse(answer.json())
  }
  const count = (text: string) =>
    studio.db.asset.count({ where: { workspaceId: world.workspaceId, text } })

  it('is read as CSV, checked row by row, and imported whole or not at all', async () => {
    const csv = [
      'Headline;Call to action;Language;Tags;Remarks',
      'Warm all winter;Shop now;de;winter,boots;',
      '=HYPERLINK("http://a.example");Go;en;;',
      'Warm all winter;Shop now;de;;twice',
      `${'long '.repeat(30)};Go on;en;;`,
      '-20 % today;Hurry;en;;',
    ].join('\r\n')
    const { files } = await upload(
      { 'copy.csv': strToU8(csv) },
      { tags: ['sheet'], source: 'Team' },
    )
    const [file] = files
    expect(file).toMatchObject({
      state: 'needs_mapping',
      sheet: { guess: ['headline', 'cta', 'locale', 'tags', 'ignore'], rowCount: 5 },
    })
    const mapping = file?.sheet?.guess ?? []
    const checked = await importSheet(file, { mapping, mode: 'check' })
    expect(checked).toMatchObject({ imported: 0, valid: 8, duplicates: 2 })
    expect(checked.problems.map(({ row, column }) => `${row} ${column}`)).toEqual([
      '3 Headline',
      '5 Headline',
    ])
    expect((await importSheet(file, { mapping, mode: 'import' })).imported).toBe(0)
    expect(await count('-20 % today')).toBe(0)
    const done = await importSheet(file, { mapping, mode: 'import', skipInvalid: true })
    expect(done.imported).toBe(6)
    expect(await count('Warm all winter')).toBe(1)
    const asset = await studio.db.asset.findFirstOrThrow({ where: { text: 'Warm all winter' } })
    expect(asset).toMatchObject({
      ...{ locale: 'de', tags: ['sheet', 'winter', 'boots'], source: 'Team', kind: 'headline' },
    })
    const again = await studio.call('POST /api/v1/upload-files/{fileId}/sheet', {
      as: world.owner,
      params: { fileId: file?.id ?? '' },
      body: { mapping, mode: 'import' },
    })
    expect(again.status).toBe(409)
  })

  it('is read as XLSX with a column of kinds, and refused while it holds formulas', async () => {
    const rows = [
      ['Type', 'Text'],
      ['headline', 'From a workbook'],
      ['button', 'Press here'],
      ['poem', 'Roses are red'],
    ]
    const { files } = await upload({
      'copy.xlsx': buildWorkbook(rows),
      'sums.xlsx': buildWorkbook([['Headline'], [{ formula: 'SUM(A2:A3)' }]]),
    })
    const named = byName(files)
    expect(named['sums.xlsx']).toMatchObject({
      state: 'failed',
      message: expect.stringContaining('formulas') as string,
    })
    const result = await importSheet(named['copy.xlsx'], {
      mapping: ['kind', 'text'],
      mode: 'import',
      skipInvalid: true,
    })
    expect(result).toMatchObject({ imported: 2, problems: [{ row: 4, column: 'Text' }] })
    expect(await count('Press here')).toBe(1)
  })

  describeFixtures('of attacks', 'attack/csv-injection/csv_injection.dev.json', () => {
    const payloads = readFixture<{ payload: string }[]>(
      'attack/csv-injection/csv_injection.dev.json',
    )

    it('gives no asset that a spreadsheet would run', async () => {
      const cells = payloads.map(({ payload }) => `"${payload.replaceAll('"', '""')}"`)
      const { files } = await upload({ 'attack.csv': strToU8(['headline', ...cells].join('\n')) })
      await importSheet(files[0], { mapping: ['headline'], mode: 'import', skipInvalid: true })
      const taken = await studio.db.asset.findMany({
        where: {
          workspaceId: world.workspaceId,
          text: { in: payloads.map(({ payload }) => payload) },
        },
      })
      expect(taken.map(({ text }) => text)).toEqual(['@'])
    })
  })
})
