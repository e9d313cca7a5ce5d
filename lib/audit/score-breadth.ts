import { type AuditGround, counted, isReady, placedWithRoom } from './audit-ground'
import type { Coverage, ViewerCoverage } from './count-coverage'
import { countDistinct, type Twins } from './find-twins'
import type { Modularity } from './measure-modularity'

export type ScorePartKey = 'coverage' | 'choice' | 'readiness' | 'reuse' | 'combinations'

export interface ScorePart {
  readonly key: ScorePartKey
  /** Points of the score's hundred. */
  readonly weight: number
  /** From 0 to 1. */
  readonly share: number
  /** What was counted, in words. */
  readonly detail: string
}

/** From 0 to 100: the sum of weight × share, rounded. */
export interface BreadthScore {
  readonly value: number
  readonly parts: readonly ScorePart[]
}

/** This many assets that can be told apart are full marks for a slot in a size. */
export const FULL_CHOICE = 4
/** This many ads are full marks, on a logarithmic scale. */
export const FULL_COMBINATIONS = 1000

/**
 * How much a campaign has to show. No part falls when an asset is added that is approved, unlike the
 * others, fits every placed size, speaks to every viewer, and that no rule or pair names.
 */
export function scoreBreadth(
  ground: AuditGround,
  coverage: Coverage,
  twins: readonly Twins[],
  modularity: Modularity,
): BreadthScore {
  const parts = [
    scoreCoverage(ground, coverage),
    scoreChoice(ground, twins),
    scoreReadiness(ground),
    scoreReuse(modularity),
    scoreCombinations(modularity),
  ]
  const points = parts.reduce((sum, { weight, share }) => sum + weight * share, 0)
  return { value: Math.round(points), parts }
}

/**
 * Cells with something good in them. Languages that segments or rules ask for all count; where none
 * does, the language that is served best: beginning another one is no step back.
 */
function scoreCoverage(ground: AuditGround, { viewers }: Coverage): ScorePart {
  const isAsked = ({ viewer }: ViewerCoverage) =>
    viewer.locale !== null && ground.locales[viewer.locale]?.isAsked === true
  const asked = viewers.filter(isAsked)
  const sides =
    asked.length > 0 ? [asked] : [...Map.groupBy(viewers, ({ viewer }) => viewer.locale).values()]
  const [best] = sides
    .map((side) => countFilled(ground, side))
    .toSorted((a, b) => b.filled / (b.total || 1) - a.filled / (a.total || 1))
  const { filled, total } = best ?? { filled: 0, total: 0 }
  return {
    key: 'coverage',
    weight: 35,
    share: total === 0 ? 0 : filled / total,
    detail: `${filled} of ${total} cells (slot × placed size × segment × language) have something good to show`,
  }
}

function countFilled(ground: AuditGround, viewers: readonly ViewerCoverage[]) {
  let [filled, total] = [0, 0]
  for (const slot of ground.slots) {
    for (const size of placedWithRoom(ground, slot)) {
      for (const { cells } of viewers) {
        total++
        if ((cells[slot.index]?.[size]?.good ?? 0) > 0) filled++
      }
    }
  }
  return { filled, total }
}

function scoreChoice(ground: AuditGround, twins: readonly Twins[]): ScorePart {
  const choices = ground.slots.flatMap((slot) => {
    const elements = slot.elements.filter(counted)
    return placedWithRoom(ground, slot).map((size) =>
      countDistinct(
        elements.filter(({ fits }) => fits[size]?.state === 'good'),
        twins,
      ),
    )
  })
  const shares = choices.map((count) => Math.min(1, Math.max(0, (count - 1) / (FULL_CHOICE - 1))))
  const full = choices.filter((count) => count >= FULL_CHOICE).length
  return {
    key: 'choice',
    weight: 25,
    share: mean(shares),
    detail: `${full} of ${choices.length} slots in placed sizes have ${FULL_CHOICE} or more different assets that fit`,
  }
}

function scoreReadiness({ slots }: AuditGround): ScorePart {
  const planned = slots.flatMap(({ elements }) => elements.filter(counted))
  const ready = planned.filter(isReady).length
  return {
    key: 'readiness',
    weight: 15,
    share: planned.length === 0 ? 0 : ready / planned.length,
    detail: `${ready} of ${planned.length} assets are approved and in their rights`,
  }
}

function scoreReuse({ everywhereCount, elementCount }: Modularity): ScorePart {
  return {
    key: 'reuse',
    weight: 15,
    share: elementCount === 0 ? 0 : everywhereCount / elementCount,
    detail: `${everywhereCount} of ${elementCount} assets fit every placed size that has room for them`,
  }
}

function scoreCombinations({ combinations, slots }: Modularity): ScorePart {
  const { allowed } = combinations
  // Each element is in at least one combination, so there are as many as the largest slot has.
  const count = allowed ?? Math.max(0, ...slots.map(({ distinctCount }) => distinctCount))
  return {
    key: 'combinations',
    weight: 10,
    share: count < 1 ? 0 : Math.min(1, Math.log10(count) / Math.log10(FULL_COMBINATIONS)),
    detail:
      allowed === null
        ? `at least ${count.toLocaleString('en')} different ads; ${FULL_COMBINATIONS.toLocaleString('en')} are full marks`
        : `${count.toLocaleString('en')} different ad${count === 1 ? '' : 's'} after pairs; ${FULL_COMBINATIONS.toLocaleString('en')} are full marks`,
  }
}

function mean(shares: readonly number[]): number {
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length
}
