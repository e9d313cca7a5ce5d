import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import type { LoggedDecision } from '@/lib/experiments/off-policy/logged-decision'
import { fixturePath } from '@/scripts/testing/fixtures'

export const OPEN_BANDIT = 'bandit/open-bandit'

export interface OpenBanditDecision extends LoggedDecision {
  /** 1, 2 or 3: where on the page the item was shown. */
  readonly position: number
  /** Which fold of a cross-fitted model the decision belongs to. */
  readonly fold: number
}

const FOLDS = 5

/** The log of campaign *men* under one of the two policies that collected it. */
export function readOpenBandit(policy: 'random' | 'bts'): OpenBanditDecision[] {
  const text = readFileSync(fixturePath(`${OPEN_BANDIT}/${policy}/men/men.csv`), 'utf8')
  const rows: Record<string, string>[] = parse(text, {
    // The first column has no name.
    columns: ([, ...names]: string[]) => ['row', ...names],
  })
  return rows.map((row, index) => ({
    action: row.item_id ?? '',
    position: Number(row.position),
    reward: Number(row.click),
    propensity: Number(row.propensity_score),
    fold: index % FOLDS,
  }))
}

/** What either policy shows at a position: item → probability, index 0 being position 1. */
export function readActionProbabilities(policy: 'random' | 'bts'): Record<string, number>[] {
  const text = readFileSync(fixturePath(`${OPEN_BANDIT}/bts_action_dist.men.csv`), 'utf8')
  const [, ...items] = text.trim().split('\n')
  return [0, 1, 2].map((position) =>
    Object.fromEntries(
      items.map((line, item) => [
        String(item),
        policy === 'random' ? 1 / items.length : Number(line.split(',')[position]),
      ]),
    ),
  )
}
