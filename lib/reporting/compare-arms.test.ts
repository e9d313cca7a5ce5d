import { describe, expect, it } from 'vitest'
import { compareArms, compareTraffic, liftSchema } from './compare-arms'
import { addCounts } from './event-counts'

const nothing = addCounts([])
const arm = (impressions: number, clicks: number) => ({ ...nothing, impressions, clicks })

describe('compareArms', () => {
  it('finds the lift of the dynamic arm, with its interval', () => {
    const lifts = compareArms(arm(100_000, 3_000), arm(100_000, 2_000), 0.5)
    const lift = lifts.find(({ metric }) => metric === 'clickThroughRate')
    expect(lift?.relative?.value).toBeCloseTo(0.5)
    expect(lift?.relative?.lower).toBeGreaterThan(0.35)
    expect(lift?.relative?.upper).toBeLessThan(0.65)
    expect(lift?.verdict).toBe('winning')
  })

  it('does not call a broken comparison a win', () => {
    const [lift] = compareArms(arm(100_000, 3_000), arm(90_000, 1_800), 0.5)
    expect(lift?.verdict).toBe('broken')
    expect(lift?.sentence).toContain('47.4 % of the impressions instead of 50.0 %')
  })

  it('names what is counted', () => {
    const lifts = compareArms(arm(1_000, 3), arm(1_000, 2), 0.5)
    expect(lifts[0]?.sentence).toContain('10 clicks (so far 5)')
  })

  it.each([
    ['no traffic', nothing, nothing],
    ['no success in the holdout', arm(1_000, 20), arm(1_000, 0)],
    ['more clicks than impressions', arm(10, 20), arm(10, 0)],
  ])('answers what JSON can carry for %s', (_, dynamic, holdout) => {
    for (const lift of compareArms(dynamic, holdout, 0.5)) {
      expect(liftSchema.parse(JSON.parse(JSON.stringify(lift)))).toEqual(lift)
    }
  })
})

describe('compareTraffic', () => {
  it('raises the alarm when the holdout does not get its share', () => {
    expect(compareTraffic(arm(9_000, 0), arm(1_000, 0), 0.1)).toMatchObject({ isAlarm: false })
    expect(compareTraffic(arm(9_500, 0), arm(500, 0), 0.1)).toMatchObject({ isAlarm: true })
  })

  it.each([null, 0, 1])('does not judge by the share %s', (share) => {
    expect(compareTraffic(arm(9, 0), arm(1, 0), share)).toEqual({ kind: 'not comparable' })
  })
})
