import type { Database } from '@/lib/db/client'
import { contextCellOf } from '@/lib/decision/context-cell'
import { evaluateEligibility } from '@/lib/decision/evaluate-eligibility'
import type { PolicyTable } from '@/lib/decision/policy-table'
import type { SlotCandidates } from '@/lib/decision/policy'
import { policySettingsOf } from '@/lib/decision/policy-settings'
import { prepareSnapshot } from '@/lib/decision/prepare-snapshot'
import { ProblemError } from '@/lib/http/problem'
import { joinAdKey } from '@/lib/gallery/ad-key'
import type { Chances, GallerySource } from '@/lib/gallery/gallery-api'
import { loadBelief } from '@/lib/serve/server/preview-campaign'
import type { Actor } from '@/lib/workspaces/permission'
import { loadGallerySnapshot } from './load-gallery-snapshot'

const MAX_ADS = 2_000

/**
 * The chance of each ad by the newest learned policy, for a viewer of a segment (or of none) of
 * whom nothing else is known.
 */
export async function listChances(
  db: Database,
  actor: Actor,
  campaignId: string,
  { source, segmentId }: { source: GallerySource; segmentId?: string | undefined },
): Promise<Chances> {
  const nowMs = Date.now()
  const loaded = await loadGallerySnapshot(db, actor.workspaceId, campaignId, source, nowMs)
  if (loaded.kind !== 'ok') {
    throw new ProblemError('unprocessable', 'The campaign has no ads yet: mend its draft first.')
  }
  const { snapshot } = loaded
  const { policy } = await loadBelief(db, campaignId, policySettingsOf(snapshot))
  const prepared = prepareSnapshot(snapshot)
  const segmentIds = snapshot.segments.map(({ id }) => id).filter((id) => id === segmentId)
  const { candidates } = evaluateEligibility(prepared, {
    ...{ values: prepared.fields.read({}), segmentIds, nowMs },
  })
  const table = policy.tableOf(contextCellOf(prepared, {}, segmentIds), candidates)
  const ads = table ? listAds(table, candidates) : []
  return { policyVersion: policy.version, ads: ads.slice(0, MAX_ADS), total: ads.length }
}

function listAds(
  { picks, probabilities, slots }: PolicyTable,
  candidates: readonly SlotCandidates[],
) {
  const ads = Array.from(probabilities, (probability, row) => ({
    key: joinAdKey(
      candidates.map(
        ({ assetIds }, slot) => assetIds[picks[row * slots.length + slot] ?? -1] ?? '',
      ),
    ),
    probability: Math.min(1, probability),
  }))
  return ads.sort(
    (one, other) => other.probability - one.probability || (one.key < other.key ? -1 : 1),
  )
}
