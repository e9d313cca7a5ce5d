import type { WorldName } from '@/lib/learning/testing/simulated-world'

/** Nothing is ever tuned on these; tuning has 1 to 99. */
export const PROOF_SEEDS = Array.from({ length: 10 }, (_, index) => 9001 + index)
export const ROUNDS = 100_000

/** Posterior draws behind a table. A table of few rounds needs fewer. */
/** As the product learns: once a hundredth of all is new, here from 100 rounds on. */
export const FINE = { batch: 100, growth: 0.01, explorationFloor: 0, draws: 64 }
export const COARSE = { batch: 1000, explorationFloor: 0, draws: 128 }
/** The share of exploration that a campaign begins with in the studio. */
export const CAMPAIGN_FLOOR = 0.05

/** Of headroom at 100,000 rounds, in batches of 100. */
export const HEADROOM_TARGETS: Readonly<Partial<Record<WorldName, number>>> = {
  strong64: 0.9,
  mild64: 0.83,
  strong10000: 0.88,
}
/** What batches of 1,000 may lose against batches of 100. */
export const BATCH_LOSS_TARGET = 0.03
