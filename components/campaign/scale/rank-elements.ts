import type { z } from 'zod'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import type { beliefSchema } from '@/lib/learning/belief-api'
import type { Report } from '@/lib/reporting/report'

type Belief = z.infer<typeof beliefSchema>
export type Standing = 'winner' | 'loser' | 'open' | 'paused'

interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

export interface RankedElement {
  asset: DraftSlot['assets'][number]
  impressions: number
  /** As measured, with its 95 % interval; null before the first impression. */
  rate: Estimate | null
  /** What the learner thinks its success rate is, for the viewers of late, 90 %; null before it learnt. */
  estimate: Estimate | null
  /** The learner's chance that it is the best of its slot; null before anything was learnt. */
  probabilityBest: number | null
  standing: Standing
}

/** A winner is the best with at least this chance; a loser with at most its share of this one. */
const WINNER_FROM = 0.9
const LOSER_UP_TO = 0.02
/** Before so many impressions nobody wins or loses. */
const ENOUGH_IMPRESSIONS = 300

/** The elements of a slot, the likeliest best first. */
export function rankElements(
  slot: DraftSlot,
  rows: Report['elements'],
  beliefs: readonly Belief[],
): RankedElement[] {
  return slot.assets
    .map((asset): RankedElement => {
      const row = rows.find(({ assetId }) => assetId === asset.id)
      const rate = row?.metrics.clickThroughRate
      const impressions = row?.counts.impressions ?? 0
      const belief = beliefs.find(({ assetId }) => assetId === asset.id)
      const probabilityBest = belief?.probabilityBest ?? null
      return {
        asset,
        impressions,
        rate:
          rate?.interval && rate.value !== null
            ? { value: rate.value, low: rate.interval.lower, high: rate.interval.upper }
            : null,
        estimate: belief
          ? { value: belief.rate.mean, low: belief.rate.lower, high: belief.rate.upper }
          : null,
        probabilityBest,
        standing: asset.isPaused ? 'paused' : standingOf(probabilityBest, impressions),
      }
    })
    .toSorted(
      (a, b) =>
        (b.probabilityBest ?? -1) - (a.probabilityBest ?? -1) ||
        (b.estimate?.value ?? -1) - (a.estimate?.value ?? -1),
    )
}

function standingOf(probabilityBest: number | null, impressions: number): Standing {
  if (probabilityBest === null || impressions < ENOUGH_IMPRESSIONS) return 'open'
  if (probabilityBest >= WINNER_FROM) return 'winner'
  return probabilityBest <= LOSER_UP_TO ? 'loser' : 'open'
}
