import { describe, expect, it } from 'vitest'
import type { PlayerChoice } from './create-player'
import { playScenario, type Scenario } from './play-scenario'

const OURS = {
  kind: 'ours',
  learner: { batch: 1000, explorationFloor: 0.02, draws: 64 },
} satisfies PlayerChoice
const ROUNDS = 20_000
const SEEDS = [31, 32]

/** Mean of each figure over a few seeds: the short form of what the bench plays. */
function play(scenario: Scenario, player: PlayerChoice = OURS): (name: string) => number {
  const runs = SEEDS.map((seed) => playScenario({ scenario, seed, rounds: ROUNDS, player }))
  return (name) => runs.reduce((sum, run) => sum + (run[name] ?? Number.NaN), 0) / runs.length
}

describe('playScenario', { timeout: 60_000 }, () => {
  it('learns from successes that come thousands of rounds late, better when it expects them', () => {
    const late: Scenario = { kind: 'delay', meanDelay: 3000 }
    const naive = play(late)('whole')
    const corrected = play(late, { ...OURS, learner: { ...OURS.learner, windowRounds: ROUNDS } })(
      'whole',
    )
    expect(naive).toBeGreaterThan(0.35)
    expect(corrected).toBeGreaterThan(naive + 0.02)
  })

  it('finds its way again after every effect was drawn anew, if it may forget', () => {
    const forgetting = { ...OURS, learner: { ...OURS.learner, halfLifeRounds: 3000 } }
    const remembers = play({ kind: 'drift' })
    const forgets = play({ kind: 'drift' }, forgetting)
    expect(remembers('before')).toBeGreaterThan(0.45)
    expect(forgets('after')).toBeGreaterThan(remembers('after') + 0.1)
    expect(forgets('end')).toBeGreaterThan(0.35)
  })

  it('finds an asset that joins, and does without it when it leaves', () => {
    const figure = play({ kind: 'change' })
    expect(figure('foundAfter')).toBeLessThan(6000)
    expect(figure('beforeRemoval')).toBeGreaterThan(figure('beforeAddition'))
    expect(figure('afterRemoval')).toBeGreaterThan(0.5)
  })
})
