import { compileSnapshot } from '@/lib/campaigns/compile-snapshot'
import { completeDraft } from '@/lib/campaigns/complete-draft'
import { getCampaignDraft } from '@/lib/campaigns/server/load-draft'
import type { Database } from '@/lib/db/client'
import { policySettingsOf, type PolicySettings } from '@/lib/decision/policy-settings'
import { createUniformPolicy } from '@/lib/decision/uniform-policy'
import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import { readPosterior } from '@/lib/learning/server/find-posterior'
import { readStandings } from '@/lib/serve/product-standings'
import { previewAds, type PreviewSetup, withoutSplit } from '@/lib/serve/preview-ads'
import type { Preview, PreviewRequest } from '@/lib/serve/preview-api'
import type { Actor } from '@/lib/workspaces/permission'
import { LiveCampaign } from './live-campaign'
import { loadFeedIndex } from './load-live'

/**
 * What a viewer would see of the draft as it is now, by the engine, the feeds and the newest
 * learned policy that serve. Answers the issues where the draft does not compile.
 */
export async function previewCampaign(
  db: Database,
  actor: Actor,
  campaignId: string,
  request: PreviewRequest,
): Promise<Preview> {
  const nowMs = Date.now()
  const draft = await getCampaignDraft(db, actor.workspaceId, campaignId)
  const complete = completeDraft(draft, request.size, nowMs)
  const compiled = compileSnapshot(complete, Math.max(1, draft.revision), request.sizes)
  if (compiled.kind === 'invalid') return compiled

  const { snapshot } = compiled
  const campaign = new LiveCampaign(
    request.split === 'assembled' ? withoutSplit(snapshot) : snapshot,
  )
  const [feeds, { policy, posterior }] = await Promise.all([
    loadFeedIndex(db, actor.workspaceId, campaign.feedNames),
    loadBelief(db, campaignId, policySettingsOf(snapshot)),
  ])
  const country = textOf(request.as.fields['place.country'])
  const region = textOf(request.as.fields['place.region'])
  const feedFields = campaign.feedFields(feeds, country, region, nowMs)
  const { prepared } = campaign
  const productStanding = readStandings(feeds, nowMs).of
  const setup = { prepared, policy, posterior, feedFields, productStanding, nowMs }
  const { ads, fields } = previewAds(setup, request)
  return { kind: 'ok', policyVersion: policy.version, ads, fields }
}

/** The newest policy and what it believes; the even one where nothing readable was learnt. */
export async function loadBelief(
  db: Database,
  campaignId: string,
  settings: PolicySettings,
): Promise<Pick<PreviewSetup, 'policy' | 'posterior'>> {
  const row = await db.policy.findFirst({ where: { campaignId }, orderBy: { version: 'desc' } })
  const parsed = row && (await readPosterior(row.posterior))
  if (parsed?.kind !== 'ok') return { policy: createUniformPolicy(settings), posterior: null }
  const { posterior } = parsed
  return { posterior, policy: createLearnedPolicy(posterior, row?.version ?? 0, settings) }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
