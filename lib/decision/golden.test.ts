import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { scalarSchema } from './condition'
import { decide } from './decide'
import { decisionRecordSchema } from './decision-record'
import { ENGINE_VERSION } from './engine-version'
import { policySettingsOf, type PolicySettings } from './policy-settings'
import { prepareSnapshot } from './prepare-snapshot'
import { resolveSegments } from './resolve-segments'
import { snapshotSchema } from './snapshot'
import { buildInput } from './testing/build-snapshot'
import { createScoredPolicy } from './testing/create-scored-policy'
import { createUniformPolicy } from './uniform-policy'

const folder = path.join(import.meta.dirname, 'golden')
const campaignSchema = z.object({
  snapshot: snapshotSchema,
  cases: z.array(
    z.object({
      name: z.string(),
      fields: z.record(z.string(), scalarSchema),
      seed: z.number(),
      nowMs: z.number(),
    }),
  ),
})
const recordsSchema = z.object({
  engineVersion: z.number(),
  records: z.record(
    z.string(),
    z.object({ uniform: decisionRecordSchema, leaning: decisionRecordSchema }),
  ),
})
const readJson = (name: string): unknown =>
  JSON.parse(readFileSync(path.join(folder, name), 'utf8'))

/** Leans to the first assets, and more so on phones: simple enough to check by hand. */
const createLeaningPolicy = (settings: PolicySettings) =>
  createScoredPolicy(12, settings, (cell, _assetId, index) =>
    cell['device'] === 'mobile' ? 0.25 ** index : 0.5 ** index,
  )

const arms = {
  'autumn-outdoor': ['dynamic', 'holdout', 'outside'],
  // Five slots of six, with pairs: too many combinations to keep each in a table.
  'spring-catalogue': ['dynamic', 'fallback'],
}

function openCampaign(name: string) {
  const { snapshot, cases } = campaignSchema.parse(readJson(`${name}.json`))
  const prepared = prepareSnapshot(snapshot)
  const settings = policySettingsOf(snapshot)
  const uniform = createUniformPolicy(settings)
  const leaning = createLeaningPolicy(settings)

  function decideCase({ fields, seed, nowMs }: (typeof cases)[number]) {
    const segmentIds = resolveSegments(prepared, { fields, purposes: [] })
    const input = buildInput({ fields, seed, nowMs, segmentIds })
    return {
      uniform: decide(prepared, input, uniform).record,
      leaning: decide(prepared, input, leaning).record,
    }
  }

  const recordsFile = `${name}.records.v${ENGINE_VERSION}.json`
  if (process.env['WRITE_GOLDEN'] === '1') {
    const records = Object.fromEntries(cases.map((one) => [one.name, decideCase(one)]))
    const text = JSON.stringify({ engineVersion: ENGINE_VERSION, records }, null, 2)
    writeFileSync(path.join(folder, recordsFile), `${text}\n`)
  }
  return { cases, decideCase, golden: recordsSchema.parse(readJson(recordsFile)) }
}

describe.each(Object.entries(arms))(
  `golden decisions of engine version ${ENGINE_VERSION}: %s`,
  (name, expectedArms) => {
    const { cases, decideCase, golden } = openCampaign(name)

    it('covers every case and every arm', () => {
      expect(golden.engineVersion).toBe(ENGINE_VERSION)
      expect(Object.keys(golden.records)).toEqual(cases.map((one) => one.name))
      const seen = new Set(Object.values(golden.records).map(({ uniform }) => uniform.arm))
      expect([...seen].sort()).toEqual(expectedArms)
    })

    it.each(cases)('$name', (one) => {
      expect(decideCase(one)).toStrictEqual(golden.records[one.name])
    })
  },
)
