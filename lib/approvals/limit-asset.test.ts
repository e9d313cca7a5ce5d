import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findLimitBreach } from '@/lib/decision/asset-limits'
import { type Approval, evaluateApprovals } from './evaluate-approvals'
import { limitAsset, type UsageRights } from './limit-asset'

const FREE: UsageRights = { markets: [], startAtMs: null, endAtMs: null }
const EVERYWHERE_FOR_GOOD = { everywhereUntilMs: Infinity, countries: [] }

describe('limitAsset', () => {
  it('limits nothing where rights and approval are free', () => {
    expect(limitAsset(FREE, EVERYWHERE_FOR_GOOD)).toEqual({})
  })

  it('takes the earlier end, and says whose it is', () => {
    const until = (endAtMs: number | null, everywhereUntilMs: number) =>
      limitAsset({ ...FREE, endAtMs }, { everywhereUntilMs, countries: [] })
    expect(until(10, Infinity)).toEqual({ servableUntilMs: 10, endedBy: 'rights' })
    expect(until(20, 10)).toEqual({ servableUntilMs: 10, endedBy: 'approval' })
    expect(until(null, 10)).toEqual({ servableUntilMs: 10, endedBy: 'approval' })
  })

  it('shows nothing outside the countries of both', () => {
    const german = { everywhereUntilMs: null, countries: [{ country: 'DE', untilMs: Infinity }] }
    expect(limitAsset(FREE, german)).toEqual({ markets: ['DE'] })
    expect(limitAsset({ ...FREE, markets: ['FR'] }, german)).toBeNull()
    expect(limitAsset({ ...FREE, markets: ['FR', 'AT'] }, EVERYWHERE_FOR_GOOD)).toEqual({
      markets: ['FR', 'AT'],
    })
  })

  it('means exactly: the rights hold there and then, and so does the approval', () => {
    const moment = fc.integer({ min: 0, max: 8 })
    const country = fc.constantFrom('DE', 'FR', 'IT')
    const approval: fc.Arbitrary<Approval> = fc.record({
      contentSha256: fc.constant('x'),
      market: fc.constantFrom('*', 'DE', 'FR'),
      approverId: fc.constantFrom('ann', 'bob', 'cy', null),
      approverRole: fc.constantFrom('brand', 'legal'),
      expiresAtMs: fc.option(moment),
      isSelfApproval: fc.constant(false),
    })
    const rights = fc.record({
      markets: fc.uniqueArray(country, { maxLength: 2 }),
      startAtMs: fc.option(moment),
      endAtMs: fc.option(moment),
    })
    const policy = fc.constantFrom(
      { brand: 1, legal: 0 },
      { brand: 1, legal: 1 },
      { brand: 2, legal: 0 },
    )
    const when = fc.tuple(moment, fc.option(country, { nil: undefined }))
    fc.assert(
      fc.property(policy, fc.array(approval, { maxLength: 6 }), rights, when, (...world) => {
        const [needed, approvals, own, [nowMs, place]] = world
        // Judged at the beginning, what is shown later is what would be judged then.
        const clearance = evaluateApprovals(needed, approvals, 'x', -1)
        const limits = clearance && limitAsset(own, clearance)
        const isShown = limits !== null && findLimitBreach(limits, nowMs, place) === null
        const counts = (role: string) => {
          const valid = approvals.filter(
            ({ market, approverRole, expiresAtMs }) =>
              approverRole === role &&
              (market === '*' || market === place) &&
              (expiresAtMs ?? Infinity) > nowMs,
          )
          const named = new Set(valid.flatMap(({ approverId }) => approverId ?? []))
          return named.size + valid.filter(({ approverId }) => approverId === null).length
        }
        const isApproved = counts('brand') >= needed.brand && counts('legal') >= needed.legal
        const hasRights =
          nowMs >= (own.startAtMs ?? -1) &&
          nowMs < (own.endAtMs ?? Infinity) &&
          (own.markets.length === 0 ||
            (place !== undefined && own.markets.includes(place as never)))
        expect(isShown).toBe(isApproved && hasRights)
      }),
      { numRuns: 3000 },
    )
  })
})
