import type { Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { checkDraft, checkFlight } from '@/lib/campaigns/check-draft'
import { countCombinations, listPairWarnings } from '@/lib/campaigns/check-pairs'
import { compileSnapshot } from '@/lib/campaigns/compile-snapshot'
import { listStepStates, permutationCount } from '@/lib/campaigns/step-states'
import { hashSnapshot } from './hash-snapshot'
import { getCampaignDraft } from './load-draft'

export async function getCampaign(
  db: Database,
  actor: Actor,
  campaignId: string,
): Promise<CampaignDetail> {
  const nowMs = Date.now()
  const draft = await getCampaignDraft(db, actor.workspaceId, campaignId)
  const published = await db.campaignSnapshot.findUnique({
    where: { campaignId_revision: { campaignId, revision: draft.revision } },
    select: { contentHash: true },
  })
  const compiled = compileSnapshot(draft, Math.max(1, draft.revision))
  return {
    ...draft,
    steps: listStepStates(draft, nowMs),
    issues: [...checkFlight(draft, nowMs), ...checkDraft(draft)],
    permutations: permutationCount(draft),
    combinations: { ...countCombinations(draft), warnings: listPairWarnings(draft) },
    hasUnpublishedChanges:
      published !== null &&
      (compiled.kind === 'invalid' || hashSnapshot(compiled.snapshot) !== published.contentHash),
  }
}
