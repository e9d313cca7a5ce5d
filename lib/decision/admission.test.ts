import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AssetLimits, countryOf, describeLimit, findLimitBreach } from './asset-limits'
import { decide } from './decide'
import type { ContextFields } from './field-index'
import { explainDecision } from './explain-decision'
import { policySettingsOf } from './policy-settings'
import { prepareSnapshot } from './prepare-snapshot'
import { replayDecision } from './replay-decision'
import type { Snapshot } from './snapshot'
import { buildInput, buildSnapshot, FLIGHT } from './testing/build-snapshot'
import { createUniformPolicy } from './uniform-policy'

const NOW = FLIGHT.startsAtMs + 1_000_000

function limitedSnapshot(limits: Readonly<Record<string, AssetLimits>>): Snapshot {
  const snapshot = buildSnapshot()
  for (const [id, own] of Object.entries(limits)) {
    const asset = snapshot.assets[id]
    if (asset) snapshot.assets[id] = { ...asset, ...own }
  }
  return snapshot
}

function play(snapshot: Snapshot, nowMs: number, country?: string, seed = 1) {
  const prepared = prepareSnapshot(snapshot)
  const policy = createUniformPolicy(policySettingsOf(snapshot))
  const fields: ContextFields = country === undefined ? {} : { 'place.country': country }
  const { record } = decide(prepared, buildInput({ fields, nowMs, seed }), policy)
  return { prepared, policy, record }
}

/** Headlines that can be drawn at a moment, by their probabilities. */
function headlinesAt(snapshot: Snapshot, nowMs: number, country?: string) {
  const { prepared, policy, record } = play(snapshot, nowMs, country)
  const [headline] = explainDecision(prepared, record, policy).slots
  return headline?.eligible.map(({ assetId }) => assetId)
}

describe('limits of assets', () => {
  it('are kept from their first moment, included, to their last, excluded', () => {
    const window = { servableFromMs: NOW, servableUntilMs: NOW + 10 }
    const snapshot = limitedSnapshot({ h2: window })
    const without = ['h1', 'h3', 'h4']
    expect(headlinesAt(snapshot, NOW - 1)).toEqual(without)
    expect(headlinesAt(snapshot, NOW)).toEqual(['h1', 'h2', 'h3', 'h4'])
    expect(headlinesAt(snapshot, NOW + 9)).toContain('h2')
    expect(headlinesAt(snapshot, NOW + 10)).toEqual(without)
  })

  it('let nobody see what is for some countries but whoever is known to be there', () => {
    const snapshot = limitedSnapshot({ h2: { markets: ['DE', 'AT'] }, h3: { markets: [] } })
    expect(headlinesAt(snapshot, NOW, 'DE')).toEqual(['h1', 'h2', 'h4'])
    expect(headlinesAt(snapshot, NOW, 'FR')).toEqual(['h1', 'h4'])
    expect(headlinesAt(snapshot, NOW)).toEqual(['h1', 'h4'])
  })

  it('may end in one country before another', () => {
    const snapshot = limitedSnapshot({ h2: { marketsUntilMs: { '*': NOW, DE: NOW + 10 } } })
    expect(headlinesAt(snapshot, NOW - 1)).toContain('h2')
    expect(headlinesAt(snapshot, NOW, 'FR')).not.toContain('h2')
    expect(headlinesAt(snapshot, NOW, 'DE')).toContain('h2')
    expect(headlinesAt(snapshot, NOW + 10, 'DE')).not.toContain('h2')
  })

  it('leave exact chances: what is left shares them', () => {
    const { record } = play(limitedSnapshot({ h2: { servableUntilMs: NOW } }), NOW)
    expect(record.propensities['headline']).toBeCloseTo(1 / 3, 12)
    expect(record.propensity).toBeCloseTo(1 / 9, 12)
  })

  it('give an empty slot its benchmark, and the whole benchmark where that is limited too', () => {
    const ended = { servableUntilMs: NOW }
    const benchmark = { headline: 'h1', image: 'i1' }
    const base = limitedSnapshot({ h2: ended, h3: ended })
    const slots = [
      { key: 'headline', kind: 'headline' as const, assetIds: ['h2', 'h3'] },
      { key: 'image', kind: 'image' as const, assetIds: ['i1', 'i2'] },
    ]
    const snapshot = { ...base, slots, experiment: { ...base.experiment, benchmark } }
    const { record } = play(snapshot, NOW)
    expect(record.arm).toBe('dynamic')
    expect(record.assets['headline']).toBe('h1')
    expect(record.propensities['headline']).toBe(1)
    const own = snapshot.assets['h1']
    if (own) snapshot.assets['h1'] = { ...own, ...ended }
    const fallback = play(snapshot, NOW)
    expect(fallback.record).toMatchObject({ arm: 'fallback', reason: 'nothing-eligible' })
    const shown = Object.values(fallback.record.assets)
    expect(fallback.prepared.admission?.admits(shown, NOW, undefined)).toBe(false)
    expect(fallback.prepared.admission?.admits(shown, NOW - 1, undefined)).toBe(true)
  })

  it('are explained', () => {
    const snapshot = limitedSnapshot({
      h2: { servableUntilMs: NOW, endedBy: 'approval' },
      h3: { markets: ['DE'] },
    })
    const { prepared, policy, record } = play(snapshot, NOW, 'FR')
    const excluded = explainDecision(prepared, record, policy).slots[0]?.excluded
    expect(excluded?.map(({ assetId, limit }) => `${assetId} ${limit}`)).toEqual([
      'h2 its approval ended on 2023-11-14 at 22:30 UTC',
      'h3 it is not approved for France',
    ])
  })

  it('cost a snapshot without any nothing', () => {
    expect(prepareSnapshot(buildSnapshot()).admission).toBeNull()
  })
})

const COUNTRIES = ['DE', 'FR', 'constructor', '__proto__']
const moment = fc.integer({ min: NOW - 5, max: NOW + 5 })
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined })
const limits = fc
  .record({
    servableFromMs: maybe(moment),
    servableUntilMs: maybe(moment),
    markets: maybe(fc.subarray(COUNTRIES)),
    marketsUntilMs: maybe(fc.dictionary(fc.constantFrom('*', 'DE', 'FR'), moment)),
  })
  .map((own) => JSON.parse(JSON.stringify(own)) as AssetLimits)
const ids = ['h1', 'h2', 'h3', 'h4', 'i1', 'i2', 'i3']

describe('any limits', () => {
  const worlds = fc.tuple(
    fc.tuple(...ids.map(() => limits)),
    fc.array(fc.tuple(moment, maybe(fc.constantFrom(...COUNTRIES)), fc.nat()), {
      minLength: 10,
      maxLength: 10,
    }),
  )

  it('hold for all that is drawn, leave out nothing else, and are replayed bit for bit', () => {
    fc.assert(
      fc.property(worlds, ([own, requests]) => {
        const byId = Object.fromEntries(ids.map((id, index) => [id, own[index] ?? {}]))
        const snapshot = limitedSnapshot(byId)
        const prepared = prepareSnapshot(snapshot)
        const policy = createUniformPolicy(policySettingsOf(snapshot))
        for (const [nowMs, country, seed] of requests) {
          const fields: ContextFields = country === undefined ? {} : { 'place.country': country }
          const { record } = decide(prepared, buildInput({ fields, nowMs, seed }), policy)
          const mayShow = (id: string) =>
            findLimitBreach(byId[id] ?? {}, nowMs, countryOf(fields)) === null
          const left = ['h', 'i'].map((slot) =>
            ids.filter((id) => id.startsWith(slot) && mayShow(id)),
          )
          if (left.some((slot) => slot.length === 0)) {
            expect(record.arm).toBe('fallback')
          } else {
            expect(Object.values(record.assets).every(mayShow)).toBe(true)
            const chance = left.reduce((product, slot) => product / slot.length, 1)
            expect(record.propensity).toBeCloseTo(chance, 12)
          }
          // A process that met other moments before, and one that meets this one first.
          for (const replaying of [prepared, prepareSnapshot(snapshot)]) {
            expect(replayDecision(replaying, record, policy).kind).toBe('identical')
          }
          const shown = Object.values(record.assets)
          const mayBeShown = prepared.admission?.admits(shown, nowMs, country) ?? true
          expect(mayBeShown).toBe(shown.every(mayShow))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('are described exactly when they keep an asset out', () => {
    fc.assert(
      fc.property(limits, moment, maybe(fc.constantFrom('DE', 'FR')), (own, nowMs, country) => {
        const isOut = findLimitBreach(own, nowMs, country) !== null
        expect(describeLimit(own, nowMs, country) !== null).toBe(isOut)
      }),
    )
  })
})
