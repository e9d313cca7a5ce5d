import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'

/**
 * Writes lib/brand/font-widths.json: how wide text in each known font family is beside text in
 * Arial, rounded up. From the metrics of Capsize (MIT), which weigh 170 MB: they are fetched for
 * this and thrown away. `npx tsx scripts/fonts/list-widths.ts`.
 */
const PACKAGE = '@capsizecss/metrics@4.3.0'
const target = path.resolve(import.meta.dirname, '../../lib/brand/font-widths.json')
const metricsSchema = z.record(
  z.string(),
  z.object({ familyName: z.string(), xWidthAvg: z.number(), unitsPerEm: z.number() }),
)

const folder = await mkdtemp(path.join(tmpdir(), 'capsize-'))
try {
  await promisify(execFile)('npm', ['install', '--no-save', '--prefix', folder, PACKAGE])
  const load = createRequire(path.join(folder, 'node_modules', 'from-here.js'))
  const loaded = load('@capsizecss/metrics/entireMetricsCollection') as {
    entireMetricsCollection: unknown
  }
  const families = Object.values(metricsSchema.parse(loaded.entireMetricsCollection))
  const arial = families.find(({ familyName }) => familyName === 'Arial')
  if (!arial) throw new Error('There is no Arial to compare with.')
  const arialEms = arial.xWidthAvg / arial.unitsPerEm
  const ratios = families
    // Symbols and scripts without Latin letters have averages that say nothing of copy.
    .filter(({ xWidthAvg }) => xWidthAvg > 0)
    .map(({ familyName, xWidthAvg, unitsPerEm }): [string, number] => [
      familyName.toLowerCase(),
      Math.ceil((xWidthAvg / unitsPerEm / arialEms) * 100) / 100,
    ])
    .filter(([, ratio]) => ratio > 0.5 && ratio < 2)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  await writeFile(target, `${JSON.stringify(Object.fromEntries(ratios), null, 0)}\n`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
