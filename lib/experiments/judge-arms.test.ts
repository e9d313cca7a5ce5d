import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgeArms } from './judge-arms'
import { arms, badCounts, ok, proportion, sumsOf } from './testing/arms'
import { verdictSchema } from './verdict'

const half = { holdoutShare: 0.5, successes: 'clicks' }

describe('judgeArms', () => {
  it.each([
    ['winning', arms(400, 10_000, 250, 10_000)],
    ['losing', arms(250, 10_000, 400, 10_000)],
    ['no difference yet', arms(30, 1000, 28, 1000)],
    ['not enough data', arms(3, 90, 2, 90)],
    ['not enough data', arms(4, 500, 2, 500)],
    ['not enough data', arms(0, 0, 0, 0)],
    ['broken', arms(400, 10_000, 250, 9_000)],
    // Enormous lifts, where one side has nothing to take a logarithm of.
    ['winning', arms(20, 1_000, 0, 1_000)],
    ['losing', arms(0, 1_000, 20, 1_000)],
  ])('says %s', (verdict, measures) => {
    expect(judgeArms({ measures, ...half })).toMatchObject({ kind: 'ok', verdict })
  })

  it.each([
    [
      arms(400, 10_000, 250, 10_000),
      'The dynamic ad beats the benchmark by 60 %: with 95 % certainty the lift lies between +25 % and +105 %. That holds however often you look.',
    ],
    [
      arms(250, 10_000, 400, 10_000),
      'The dynamic ad trails the benchmark by 38 %: with 95 % certainty the lift lies between −51 % and −20 %. That holds however often you look.',
    ],
    [
      arms(30, 1000, 28, 1000),
      'The dynamic ad and the benchmark cannot be told apart yet: with 95 % certainty the lift lies between −57 % and +171 %. Look as often as you like: this range allows for it.',
    ],
    [
      arms(10, 2000, 0, 100),
      'The dynamic ad and the benchmark cannot be told apart yet: with 95 % certainty the lift can be anything. Look as often as you like: this range allows for it.',
    ],
    [
      arms(900, 10_000, 0, 10_000),
      'The dynamic ad beats the benchmark: with 95 % certainty the lift is above +7768 %. That holds however often you look.',
    ],
    [
      arms(3, 90, 2, 1090),
      'Not enough data to compare: each ad needs 100 impressions (so far 90 and 1,090) and both together 10 clicks (so far 5). Looking early does no harm.',
    ],
  ])('explains %j', (measures, sentence) => {
    expect(judgeArms({ measures, holdoutShare: null, successes: 'clicks' })).toMatchObject({
      sentence,
    })
  })

  it('says what is broken rather than who wins', () => {
    const judged = ok(judgeArms({ measures: arms(400, 10_000, 250, 9_000), ...half }))
    expect(judged.sentence).toBe(
      'The comparison is broken: the benchmark got 47.4 % of the impressions instead of 50.0 %, which chance does not explain, however often you look. Find out what loses impressions of one ad before you trust any of these figures.',
    )
    expect(judged.sampleRatio).toMatchObject({ isAlarm: true })
  })

  it('does not look at the split where none was kept to', () => {
    const measures = arms(400, 10_000, 250, 9_000)
    const judged = ok(judgeArms({ measures, holdoutShare: null }))
    expect(judged).toMatchObject({ verdict: 'winning', sampleRatio: { kind: 'no data' } })
  })

  it('judges a value by its sums', () => {
    const pays = (each: number) =>
      sumsOf(Array.from({ length: 5_000 }, (_, i) => (i % each === 0 ? 20 : 0)))
    const judge = (dynamic: number, holdout: number) =>
      ok(judgeArms({ measures: { dynamic: pays(dynamic), holdout: pays(holdout) }, ...half }))
    expect(judge(10, 20).verdict).toBe('winning')
    expect(judge(20, 10).verdict).toBe('losing')
    expect(judge(10, 10).verdict).toBe('no difference yet')
    expect(judge(10, 1_000).verdict).toBe('winning')
    const nothing = { measures: { dynamic: pays(10), holdout: sumsOf([0, 0]) }, ...half }
    expect(judgeArms({ ...nothing, holdoutShare: null })).toMatchObject({
      verdict: 'not enough data',
      sentence: expect.stringContaining('with values above 0') as string,
    })
  })

  it('always has an answer in plain words', () => {
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true })
    fc.assert(
      fc.property(proportion, proportion, share, (dynamic, holdout, holdoutShare) => {
        const judged = ok(judgeArms({ measures: { dynamic, holdout }, holdoutShare }))
        expect(verdictSchema.safeParse(judged.verdict).success).toBe(true)
        expect(judged.sentence).not.toMatch(/NaN|Infinity|null|undefined/)
        const { lift, verdict } = judged
        if (verdict === 'winning') expect(lift?.relative.lower).toBeGreaterThan(0)
        if (verdict === 'losing') expect(lift?.relative.upper).toBeLessThan(0)
        if (lift && lift.pValue > 0.05001) expect(['winning', 'losing']).not.toContain(verdict)
      }),
    )
  })

  it.each(badCounts)('refuses %s', (_, measures) => {
    expect(judgeArms({ measures, holdoutShare: null }).kind).toBe('invalid')
  })

  it('refuses a share that cannot be', () => {
    const measures = arms(1, 2, 1, 2)
    expect(judgeArms({ measures, holdoutShare: 1 }).kind).toBe('invalid')
    expect(judgeArms({ measures, holdoutShare: 0.5, confidenceLevel: 95 }).kind).toBe('invalid')
  })
})
