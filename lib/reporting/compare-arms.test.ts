import { describe, expect, it } from 'vitest'
import { compareArms, compareTraffic, liftSchema } from './compare-arms'
import { addArmSums } from './arm-sums'

const nothing = addArmSums([])
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

  it('compares what conversions are worth, and what they return on the spend', () => {
    const worth = (conversions: number, each: number) => ({
      ...arm(50_000, 1_000),
      ...{ conversions, conversionsSquared: conversions },
      valueMicros: conversions * each,
      valueSquared: conversions * each ** 2,
    })
    const find = (lifts: ReturnType<typeof compareArms>) =>
      lifts.find(({ metric }) => metric === 'valuePerImpressionMicros')
    const lift = find(compareArms(worth(300, 40_000_000), worth(150, 50_000_000), 0.5))
    expect(lift?.relative?.value).toBeCloseTo(0.6)
    expect(lift?.relative?.lower).toBeGreaterThan(0)
    expect(lift?.relative?.lower).toBeLessThan(0.4)
    expect(lift?.verdict).toBe('winning')
    // Nine orders prove nothing, whatever they are worth.
    const few = find(compareArms(worth(8, 90_000_000), worth(1, 1), 0.5))
    expect(few?.verdict).toBe('not enough data')
    expect(few?.sentence).toContain('10 conversions (so far 9)')
  })

  it('allows for people who convert several times', () => {
    const converted = (conversions: number, conversionsSquared: number) => ({
      ...arm(1_000, 100),
      ...{ conversions, conversionsSquared },
    })
    const width = (squares: number) => {
      const lifts = compareArms(converted(120, squares), converted(100, squares), 0.5)
      const lift = lifts.find(({ metric }) => metric === 'conversionsPerImpression')
      return (lift?.relative?.upper ?? 0) - (lift?.relative?.lower ?? 0)
    }
    expect(width(500)).toBeGreaterThan(1.3 * width(120))
    // More conversions than impressions can be compared, too.
    const often = compareArms(converted(3_000, 12_000), converted(2_000, 7_000), 0.5)
    expect(often.find(({ metric }) => metric === 'conversionsPerImpression')?.verdict).toBe(
      'winning',
    )
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
