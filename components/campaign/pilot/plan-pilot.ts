import type { Objectives } from '@/lib/campaigns/objectives'
import { rewardOf } from '@/lib/campaigns/objectives'
import { planDuration } from '@/lib/experiments/plan-duration'
import { findSmallestLift, planLiftSequence } from '@/lib/experiments/plan-lift-sequence'
import { planRates } from '@/lib/experiments/plan-rates'

/** Shares and rates are ratios. */
export interface PilotPlanInput {
  readonly viewsPerDay: number
  readonly trafficShare: number
  readonly holdoutShare: number
  /** Successes of the static ad by impression. */
  readonly baselineRate: number
  /** The smallest lift worth finding. */
  readonly lift: number
  /** Null when no flight is set. */
  readonly flightDays: number | null
}

export interface PilotPlan {
  /** In the pilot: of both compared ads. */
  readonly impressions: number
  readonly holdoutImpressions: number
  readonly days: number
  /** What a test would need that is looked at only once, at its end. */
  readonly impressionsForOneLook: number
  /** The smallest lift that the flight's length finds; null without a flight, or when none. */
  readonly smallestLiftInFlight: number | null
}

const DAY_MS = 86_400_000
/** Where nobody entered a baseline: what display ads usually see. */
const USUAL_RATES = { click: 0.01, conversion: 0.001, value: 0.001, engagement: 0.005 } as const
const USUAL_VIEWS_PER_DAY = 10_000

/**
 * How long the pilot takes until its verdict has found a lift of this size 4 times out of 5. Null
 * where nothing can be found: no holdout, no traffic, or rates that cannot be.
 */
export function planPilot(input: PilotPlanInput): PilotPlan | null {
  const { baselineRate, lift, flightDays, viewsPerDay, trafficShare } = input
  const plan = { baselineRate, lift, dynamicShare: 1 - input.holdoutShare }
  const always = planLiftSequence(plan)
  const once = planRates({ ...plan, difference: baselineRate * lift })
  const pilotPerDay = viewsPerDay * trafficShare
  if (always.kind !== 'ok' || once.kind !== 'ok') return null
  const duration = planDuration(always.impressions, pilotPerDay)
  if (duration.kind !== 'ok') return null
  const inFlight = flightDays === null ? null : findSmallestLift(plan, flightDays * pilotPerDay)
  return {
    impressions: always.impressions,
    holdoutImpressions: always.holdout,
    days: duration.days,
    impressionsForOneLook: once.impressions,
    smallestLiftInFlight: inFlight?.kind === 'ok' ? inFlight.lift : null,
  }
}

/** What the objectives tell of the traffic and of the static ad, or what is usual. */
export function guessPilotTraffic(objectives: Objectives | null) {
  const reward = objectives ? rewardOf(objectives.kpi) : 'click'
  const isRate = objectives?.kpi === 'ctr' || objectives?.kpi === 'conversion_rate'
  const known = isRate ? objectives.baselineValue : null
  const flightDays = objectives
    ? Math.max(
        1,
        Math.round(
          (Date.parse(objectives.flightEndsAt) - Date.parse(objectives.flightStartsAt)) / DAY_MS,
        ),
      )
    : null
  const bought =
    objectives && objectives.cpmMicros > 0 && flightDays
      ? Math.round((objectives.budgetMicros / objectives.cpmMicros) * (1_000 / flightDays))
      : 0
  return {
    reward,
    baselineRate: known && known < 1 ? known : USUAL_RATES[reward],
    viewsPerDay: bought > 0 ? bought : USUAL_VIEWS_PER_DAY,
    isViewsGuess: bought === 0,
    flightDays,
  }
}
