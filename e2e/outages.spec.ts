import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { z } from 'zod'
import { findCommandLine, listDescendants } from '@/scripts/process/process-info'
import { startTraffic } from '@/scripts/resilience/traffic'

const accessSchema = z.object({
  apiKey: z.string(),
  campaignId: z.string(),
  placementId: z.string(),
})
const reportSchema = z.object({
  asOf: z.coerce.date(),
  totals: z.object({
    counts: z.object({ impressions: z.number(), conversions: z.number(), valueMicros: z.number() }),
  }),
})

test('a web process that is killed in mid-traffic is back by itself, and lost nothing', async ({
  baseURL,
}) => {
  test.skip(process.env['E2E_REUSE'] === '1', 'only a studio that Playwright started is killed')
  const origin = baseURL ?? ''
  const { placementId, ...access } = accessSchema.parse(
    JSON.parse(readFileSync('.intarsia/e2e.json', 'utf8')),
  )
  const before = await readTotals(origin, access)
  const traffic = startTraffic([origin], placementId)
  for (let round = 0; round < 2; round++) {
    await traffic.serveMore(100)
    process.kill(findWebProcess(), 'SIGKILL')
    await traffic.serveMore(100)
  }
  const acknowledged = await traffic.finish()
  expect(traffic.faults).toEqual([])
  expect(traffic.unreachable()).toBeGreaterThan(0)
  const count = (kind: string) => [...acknowledged].filter((name) => name.endsWith(kind)).length
  expect(await readTotals(origin, access)).toEqual({
    impressions: before.impressions + count('impression'),
    conversions: before.conversions + count('conversion'),
    valueMicros: before.valueMicros + count('conversion') * 12_500_000,
  })
})

/** What the report counts once everything until now is in it. */
async function readTotals(
  origin: string,
  { apiKey, campaignId }: { apiKey: string; campaignId: string },
) {
  const now = new Date()
  const read = async () => {
    const headers = { authorization: `Bearer ${apiKey}` }
    const answer = await fetch(`${origin}/api/v1/campaigns/${campaignId}/report`, { headers })
    return reportSchema.parse(await answer.json())
  }
  await expect.poll(async () => (await read()).asOf > now).toBe(true)
  return (await read()).totals.counts
}

/** The one that serves now, among what Playwright started. */
function findWebProcess(): number {
  const isWeb = (id: number) => findCommandLine(id).includes('scripts/web.ts')
  const id = listDescendants(process.ppid).find(isWeb)
  if (id === undefined) throw new Error('No web process runs.')
  return id
}
