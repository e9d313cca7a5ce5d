import type { AdSize } from '@/lib/decision/ad-size'
import type { CampaignDraft } from './campaign-draft'
import type { Objectives } from './objectives'
import type { Pilot } from './pilot'
import { isServable } from './serving-slots'

export const STAND_IN_PLACEMENT_ID = 'preview'
const DAY_MS = 86_400_000

/**
 * A draft that can be previewed before objectives and pilot exist: what is missing gets a
 * stand-in (a flight of a day, all slots vary, everybody enters). What a person has filled in stays
 * as it is, mistakes included. Never published.
 */
export function completeDraft(draft: CampaignDraft, size: AdSize, nowMs: number): CampaignDraft {
  const objectives = draft.objectives ?? standInObjectives(nowMs)
  if (draft.pilot) return { ...draft, objectives }
  const placement = { id: STAND_IN_PLACEMENT_ID, name: 'Preview', size, pageCategory: null }
  return { ...draft, objectives, pilot: standInPilot(draft), placements: [placement] }
}

function standInObjectives(nowMs: number): Objectives {
  return {
    goal: 'awareness',
    kpi: 'ctr',
    targetValue: 0.01,
    baselineValue: null,
    currency: 'EUR',
    conversionValueMicros: 0,
    budgetMicros: 1,
    cpmMicros: 0,
    flightStartsAt: new Date(nowMs).toISOString(),
    flightEndsAt: new Date(nowMs + DAY_MS).toISOString(),
    timeZone: 'UTC',
    landingUrl: 'https://example.com/',
    successCriteria: '',
  }
}

function standInPilot({ slots }: CampaignDraft): Pilot {
  return {
    segmentIds: [],
    slotKeys: slots.map(({ key }) => key),
    placementIds: [STAND_IN_PLACEMENT_ID],
    trafficShare: 1,
    holdoutShare: 0,
    benchmark: Object.fromEntries(
      slots.flatMap(({ key, assets }) => {
        const first = assets.find(isServable)
        return first ? [[key, first.id]] : []
      }),
    ),
    explorationFloor: 0.05,
  }
}
