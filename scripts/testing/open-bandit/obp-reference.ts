import { readFixture } from '@/scripts/testing/fixtures'
import type { OpenBanditPolicy } from './evaluate-open-bandit'
import { OPEN_BANDIT } from './read-open-bandit'

export const OBP_REFERENCE_FILE = `${OPEN_BANDIT}/obp_reference.men.json`

export type ObpMethod = 'ipw' | 'snipw' | 'dm' | 'dr' | 'sndr'

interface Evaluation {
  estimates: Record<ObpMethod, number>
  ci95: Record<ObpMethod, [number, number]>
  max_weight?: number
  ess?: number
}

/** What the authors' own pipeline gives for the same logs. */
export interface ObpReference {
  n: number
  eval_bts: Evaluation
  eval_random: Evaluation
}

export function readObpReference(): Record<OpenBanditPolicy, ObpReference> {
  return readFixture(OBP_REFERENCE_FILE)
}

/** Click rates of the full data, from the authors' table: what the estimates are after. */
export const PUBLISHED_RATES = { random: 0.0051, bts: 0.0067 }
