import type { PlayerChoice } from './create-player'
import { estimateMean, type MeanInterval } from './mean-interval'
import type { Scenario } from './play-scenario'
import { runJobs } from './run-jobs'
import { COARSE, PROOF_SEEDS, ROUNDS } from './settings'
import type { OnDone } from './follow-jobs'

/** One line of a scenario's table: who plays, and the mean of each figure over the seeds. */
export interface ScenarioRow {
  readonly who: string
  readonly figures: Readonly<Record<string, MeanInterval>>
}

interface Variant {
  readonly who: string
  readonly player: PlayerChoice
  readonly scenario: Scenario
}

const OURS: PlayerChoice = { kind: 'ours', learner: COARSE }
const EXPECTING: PlayerChoice = { kind: 'ours', learner: { ...COARSE, windowRounds: ROUNDS } }
const FORGETTING: PlayerChoice = { kind: 'ours', learner: { ...COARSE, halfLifeRounds: 20_000 } }
const BY_SLOT: PlayerChoice = { kind: 'slotThompson' }
const delay = (meanDelay: number) => ({ kind: 'delay' as const, meanDelay })

export const SCENARIOS = {
  drift: [
    { who: 'ours', player: OURS, scenario: { kind: 'drift' } },
    { who: 'ours, half-life of 20,000', player: FORGETTING, scenario: { kind: 'drift' } },
    { who: 'Beta Thompson by slot', player: BY_SLOT, scenario: { kind: 'drift' } },
  ],
  delay: [
    { who: 'ours, no delay', player: OURS, scenario: delay(0) },
    { who: 'ours, corrected, mean delay 3,000', player: EXPECTING, scenario: delay(3000) },
    { who: 'ours, naive, mean delay 3,000', player: OURS, scenario: delay(3000) },
    {
      who: 'ours, corrected, mean delay 10,000',
      player: EXPECTING,
      scenario: delay(10_000),
    },
    { who: 'ours, naive, mean delay 10,000', player: OURS, scenario: delay(10_000) },
    { who: 'Beta Thompson by slot, mean delay 3,000', player: BY_SLOT, scenario: delay(3000) },
  ],
  change: [
    { who: 'ours', player: OURS, scenario: { kind: 'change' } },
    { who: 'Beta Thompson by slot', player: BY_SLOT, scenario: { kind: 'change' } },
  ],
} satisfies Record<Scenario['kind'], readonly Variant[]>

/** Every variant of one scenario, by the seeds of the proof. */
export async function measureScenario(
  kind: Scenario['kind'],
  onDone: OnDone,
): Promise<ScenarioRow[]> {
  const variants: readonly Variant[] = SCENARIOS[kind]
  const jobs = variants.flatMap(({ player, scenario }) =>
    PROOF_SEEDS.map((seed) => ({
      kind: 'scenario' as const,
      job: { scenario, seed, player, rounds: ROUNDS },
    })),
  )
  const results = await runJobs(jobs, (done) => onDone(done, jobs.length))
  return variants.map(({ who }, index) => {
    const own = results.slice(index * PROOF_SEEDS.length, (index + 1) * PROOF_SEEDS.length)
    const names = Object.keys(own[0] ?? {})
    const meanOf = (name: string) => estimateMean(own.map((run) => run[name] ?? Number.NaN))
    return { who, figures: Object.fromEntries(names.map((name) => [name, meanOf(name)])) }
  })
}
