import type { PlayerChoice } from './create-player'
import { playChange } from './play-change'
import { playDelay } from './play-delay'
import { playDrift } from './play-drift'

/** What happens to the world: see the function that plays it. */
export type Scenario =
  | { readonly kind: 'drift' }
  | { readonly kind: 'delay'; readonly meanDelay: number }
  | { readonly kind: 'change' }

export interface ScenarioJob {
  readonly scenario: Scenario
  readonly seed: number
  readonly rounds: number
  readonly player: PlayerChoice
}

/** The figures of one run, by name. */
export function playScenario({
  scenario,
  seed,
  rounds,
  player,
}: ScenarioJob): Readonly<Record<string, number>> {
  switch (scenario.kind) {
    case 'drift':
      return { ...playDrift(seed, rounds, player) }
    case 'delay':
      return { ...playDelay(seed, rounds, player, scenario.meanDelay) }
    case 'change':
      return { ...playChange(seed, rounds, player) }
  }
}
