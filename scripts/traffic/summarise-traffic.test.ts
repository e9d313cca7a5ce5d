import { describe, expect, it } from 'vitest'
import { describeProgress, describeSummary } from './describe-traffic'
import { type BelievedRates, rankSlots } from './rank-slots'
import type { StudioReport } from './studio-api'
import { summariseTraffic } from './summarise-traffic'
import { Tally } from './tally'
import type { Shown, Truth } from './truth'
import type { VisitResult } from './visit'
import { createVisitors, type Visitor } from './visitors'

const EFFECTS: Readonly<Record<string, number>> = { good: 1, fair: 0, poor: -1 }
const sigmoid = (logit: number) => 1 / (1 + Math.exp(-logit))
const truth: Truth = {
  effectOf: (_slot, { label }) => EFFECTS[label] ?? 0,
  clickChance: (shown) =>
    sigmoid(Object.values(shown).reduce((sum, { label }) => sum + (EFFECTS[label] ?? 0), -2)),
}
const CHANCES = { good: sigmoid(-1), fair: sigmoid(-2), poor: sigmoid(-3) }
type Label = keyof typeof CHANCES

const circumstances = { taste: 'mountain', device: 'mobile', weather: 'rain' }
const person: Visitor = { ...createVisitors(1)(), kind: 'person', customerId: null }

function result(arm: VisitResult['arm'], label: Label, isClicked: boolean): VisitResult {
  const shown: Shown = { image: { kind: 'image', label } }
  const clicks = isClicked ? 1 : 0
  return {
    ...{ arm, shown, circumstances, failures: 0 },
    assetIds: { image: `id of ${label}` },
    trueChance: CHANCES[label],
    counted: { impressions: 1, viewables: clicks, clicks, conversions: 0 },
  }
}

/** Of ten dynamic ads the first eight are spread, the last two good; the benchmark is fair. */
function playTen(): Tally {
  const tally = new Tally()
  const labels: Label[] = ['poor', 'fair', 'good', 'poor', 'fair', 'good', 'poor', 'fair']
  for (const label of labels) tally.add(person, result('dynamic', label, label === 'good'))
  for (const isClicked of [true, false]) tally.add(person, result('dynamic', 'good', isClicked))
  for (let view = 0; view < 4; view++) tally.add(person, result('holdout', 'fair', view === 0))
  tally.add({ ...person, kind: 'bot' }, { ...result('dynamic', 'good', false), counted: NOTHING })
  tally.add(person, null)
  return tally
}
const NOTHING = { impressions: 0, viewables: 0, clicks: 0, conversions: 0 }

const beliefs = (rates: Readonly<Record<string, number>>): BelievedRates => ({
  slots: [
    {
      slot: 'image',
      assets: Object.entries(rates).map(([label, mean]) => ({
        assetId: `id of ${label}`,
        rate: { mean },
      })),
    },
  ],
})
const report = (clicks: number): StudioReport => ({
  isSimulated: true,
  totals: { counts: { impressions: clicks * 3.5, viewables: clicks, clicks, conversions: 0 } },
})
const inOrder = beliefs({ good: 0.3, fair: 0.2, poor: 0.1 })

describe('summariseTraffic', () => {
  const learned = { beliefs: inOrder, before: report(0), after: report(4) }
  const summary = summariseTraffic(playTen(), truth, learned)

  it('counts arms apart, and neither bots nor empty slots', () => {
    expect(summary).toMatchObject({ visits: 16, uncountable: 1, miscounted: 0, withoutAd: 1 })
    expect(summary.dynamic).toMatchObject({ impressions: 10, clicks: 3 })
    expect(summary.holdout).toMatchObject({ impressions: 4, clicks: 1 })
  })

  it('rates what was played between chance and perfect knowledge', () => {
    const { good, fair, poor } = CHANCES
    expect(summary.rates.uniform).toBeCloseTo((good + fair + poor) / 3, 12)
    expect(summary.rates.best).toBeCloseTo(good, 12)
    expect(summary.rates.played).toBeCloseTo((4 * good + 3 * fair + 3 * poor) / 10, 12)
    // The last fifth of ten.
    expect(summary.rates.playedLately).toBeCloseTo(good, 12)
    expect(summary.regretClicks).toBeCloseTo(6 * good - 3 * fair - 3 * poor, 12)
    expect(summary.uniformRegretClicks).toBeCloseTo((10 * (2 * good - fair - poor)) / 3, 12)
  })

  it('tells the lift that was seen with its interval, and the true one', () => {
    expect(summary.seenLift?.value).toBeCloseTo(3 / 10 / (1 / 4) - 1, 12)
    expect(summary.seenLift?.lower).toBeLessThan(0)
    expect(summary.seenLift?.upper).toBeGreaterThan(1)
    expect(summary.trueLift).toBeCloseTo(summary.rates.played / CHANCES.fair - 1, 12)
  })

  it('agrees with the report or says that it does not', () => {
    expect(summary.report).toMatchObject({ counts: { clicks: 4 }, agrees: true })
    const lost = summariseTraffic(playTen(), truth, { ...learned, after: report(6) })
    expect(lost.report?.agrees).toBe(false)
    expect(describeSummary(lost)).toContain('NOT what was acknowledged')
  })

  it('says all of it in words', () => {
    const words = describeSummary(summary)
    expect(words).toContain('lately 100.00 % of the way')
    expect(words).toMatch(/Lift of the click rate in this run: \+20\.0 % \(95 % interval -/)
    expect(words).toContain(
      'image: τ 1.00 over 3 elements; best “good”, found; lately mostly “good”',
    )
    expect(words).toContain('exactly what was acknowledged')
  })
})

describe('rankSlots', () => {
  it.each([
    [{ good: 0.3, fair: 0.2, poor: 0.1 }, 1, true],
    [{ good: 0.3, fair: 0.1, poor: 0.2 }, 1 / 3, true],
    [{ good: 0.2, fair: 0.3, poor: 0.1 }, 1 / 3, false],
    [{ good: 0.1, fair: 0.2, poor: 0.3 }, -1, false],
  ])('compares the beliefs %j with the truth', (rates, tau, isBestFound) => {
    const [ranking] = rankSlots(playTen(), truth, beliefs(rates))
    expect(ranking).toMatchObject({ slot: 'image', elements: 3, trueBest: 'good', isBestFound })
    expect(ranking?.kendallTau).toBeCloseTo(tau, 12)
  })

  it('knows nothing before anything was learned, and says so', () => {
    const rankings = rankSlots(playTen(), truth, null)
    expect(rankings).toMatchObject([{ kendallTau: null, learnedBest: null, isBestFound: false }])
    const line = describeProgress(playTen(), rankings)
    expect(line).toContain('order τ unknown · best element found in 0 of 1 slots')
    expect(describeProgress(new Tally(), [])).not.toContain('NaN')
  })
})
