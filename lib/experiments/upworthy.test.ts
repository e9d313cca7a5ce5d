import { expect, it } from 'vitest'
import { describeFixtures, readFixture } from '@/scripts/testing/fixtures'
import { checkHomogeneity } from './check-homogeneity'
import { checkSampleRatio } from './check-sample-ratio'
import { checkSampleRatioSequence } from './check-sample-ratio-sequence'
import { estimateRate } from './estimate-rate'

const file = 'bandit/upworthy/reference_stats.dev.json'

interface ReferenceTest {
  test_id: string
  week: number
  impressions: number[]
  clicks: number[]
  srm_chi2: number
  srm_p: number
  /** Absent where nobody clicked at all. */
  homog_chi2?: number
  homog_p?: number
  wilson95: [number, number][]
}

describeFixtures('Upworthy reference statistics', file, () => {
  const tests = readFixture<ReferenceTest[]>(file)

  it('equals the reference sample-ratio, homogeneity and Wilson figures to 1e-6', () => {
    expect(tests).toHaveLength(2491)
    for (const test of tests) {
      const arms = test.impressions.map((n, arm) => ({ n, k: test.clicks[arm] ?? 0 }))
      const ratio = checkSampleRatio(test.impressions)
      const same = checkHomogeneity(arms)
      if (ratio.kind !== 'ok') throw new Error(`${test.test_id}: ${ratio.kind}`)
      expect(Math.abs(ratio.chiSquare - test.srm_chi2)).toBeLessThan(1e-6)
      expect(Math.abs(ratio.pValue - test.srm_p)).toBeLessThan(1e-6)
      if (same.kind === 'ok') {
        expect(Math.abs(same.chiSquare - (test.homog_chi2 ?? NaN))).toBeLessThan(1e-6)
        expect(Math.abs(same.pValue - (test.homog_p ?? NaN))).toBeLessThan(1e-6)
      } else {
        expect(test.homog_p, test.test_id).toBeUndefined()
      }
      for (const [arm, counts] of arms.entries()) {
        const rate = estimateRate(counts)
        if (rate.kind !== 'ok') throw new Error(`${test.test_id}: ${rate.kind}`)
        expect(Math.abs(rate.lower - (test.wilson95[arm]?.[0] ?? NaN))).toBeLessThan(1e-6)
        expect(Math.abs(rate.upper - (test.wilson95[arm]?.[1] ?? NaN))).toBeLessThan(1e-6)
      }
    }
  })

  const isFaulty = ({ week }: ReferenceTest) => week >= 201325 && week <= 201401
  const alarmShare = (
    selected: ReferenceTest[],
    check: typeof checkSampleRatio | typeof checkSampleRatioSequence,
  ) =>
    selected.filter(({ impressions }) => {
      const result = check(impressions)
      return result.kind === 'ok' && result.isAlarm
    }).length / selected.length

  it("raises the sample-ratio alarm in the archive's faulty weeks and almost nowhere else", () => {
    const faulty = alarmShare(tests.filter(isFaulty), checkSampleRatio)
    expect(faulty).toBeGreaterThan(0.68)
    expect(faulty).toBeLessThan(0.75)
    expect(
      alarmShare(
        tests.filter((test) => !isFaulty(test)),
        checkSampleRatio,
      ),
    ).toBeLessThan(0.006)
  })

  it('raises the alarm that may be watched all the time in most of them', () => {
    expect(alarmShare(tests.filter(isFaulty), checkSampleRatioSequence)).toBeGreaterThan(0.55)
    const elsewhere = tests.filter((test) => !isFaulty(test))
    expect(alarmShare(elsewhere, checkSampleRatioSequence)).toBeLessThan(0.006)
  })
})
