import { completeDraft } from '@/lib/campaigns/complete-draft'
import { evaluateEligibility } from '@/lib/decision/evaluate-eligibility'
import type { SlotCandidates } from '@/lib/decision/policy'
import { prepareSnapshot } from '@/lib/decision/prepare-snapshot'
import type { Snapshot } from '@/lib/decision/snapshot'
import type { AuditGround, Element } from './audit-ground'
import { contextOfLocale } from './audit-locale'

export interface Eligible {
  /** Of each slot, the assets that the rules leave; the same object for the same assets. */
  readonly candidates: readonly SlotCandidates[]
  readonly firedRuleIds: readonly string[]
}

/** What the rules leave in each slot for a viewer of whom only this much is known. */
export type FindEligible = (segmentId: string | null, locale: string | null) => Eligible

/**
 * Asks the engine itself, over those of the campaign's elements that `admits` lets in. The context
 * is neutral: one segment holds (or none), the language is known, nothing else is.
 */
export function createFindEligible(
  { draft, slots, nowMs }: AuditGround,
  admits: (element: Element) => boolean,
): FindEligible {
  const prepared = prepareSnapshot(
    toSnapshot(
      draft,
      slots.map(({ key, kind, elements }) => ({
        ...{ key, kind },
        assetIds: elements.filter(admits).map(({ asset }) => asset.id),
      })),
      nowMs,
    ),
  )
  return (segmentId, locale) =>
    evaluateEligibility(prepared, {
      values: prepared.fields.read(locale === null ? {} : contextOfLocale(locale)),
      segmentIds: segmentId === null ? [] : [segmentId],
      nowMs,
    })
}

/** As much of a snapshot as eligibility reads; unlike a published one it may have empty slots. */
function toSnapshot(
  draft: AuditGround['draft'],
  slots: Snapshot['slots'],
  nowMs: number,
): Snapshot {
  const { objectives } = completeDraft(draft, '300x250', nowMs)
  return {
    formatVersion: 1,
    workspaceId: draft.workspaceId,
    campaignId: draft.id,
    campaignName: draft.name,
    revision: 1,
    isSimulated: draft.isSimulated,
    timeZone: objectives?.timeZone ?? 'UTC',
    flight: { startsAtMs: nowMs, endsAtMs: nowMs + 1 },
    landingUrl: objectives?.landingUrl ?? '',
    design: draft.design,
    slots,
    // Rights and markets are findings of their own: here only rules decide.
    assets: {},
    segments: draft.segments,
    rules: draft.rules.filter(({ enabled }) => enabled),
    constraints: draft.constraints,
    placements: draft.placements,
    experiment: { trafficShare: 1, holdoutShare: 0, benchmark: {}, segmentIds: [] },
    learning: { reward: 'click', explorationFloor: 0.05, features: [] },
  }
}
