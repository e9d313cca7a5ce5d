import { snapshotSchema } from '@/lib/decision/snapshot'
import { getDatabase } from '@/lib/db/client'
import { openDecision } from '@/lib/events/server/decision-token'
import { describeArm, describeFacts, type UsedFact } from '@/lib/serve/describe-facts'
import { openVisitor } from './visitor-reference'

export interface AdExplanation {
  readonly advertiser: string | null
  readonly campaign: string | null
  readonly shownAtMs: number
  readonly landingHost: string
  readonly how: string
  readonly facts: readonly UsedFact[]
  readonly ruleNames: readonly string[]
  readonly segmentNames: readonly string[]
  /** Whether anything known about the person, rather than the moment, was allowed to be used. */
  readonly mayBePersonal: boolean
}

/** Why an ad was shown, by its token; null for a token that is not ours. Names only where they can be read. */
export async function explainAd(token: string): Promise<AdExplanation | null> {
  const opened = openDecision(token, Date.now(), Number.POSITIVE_INFINITY)
  if (opened.kind !== 'ok' && opened.kind !== 'expired') return null
  const { record } = opened
  const names = await findNames(record.campaignId, record.revision).catch(() => null)
  const snapshot = names?.snapshot
  const { purposes, landingUrl } = record
  return {
    advertiser: names?.advertiser ?? null,
    campaign: snapshot?.campaignName ?? null,
    shownAtMs: record.decidedAtMs,
    landingHost: URL.canParse(landingUrl) ? new URL(landingUrl).host : '',
    how: describeArm(record.arm),
    facts: describeFacts(record),
    ruleNames: listNames(snapshot?.rules, record.firedRuleIds),
    segmentNames: listNames(snapshot?.segments, record.segmentIds),
    mayBePersonal: purposes.includes('profiles') && purposes.includes('personalisedAds'),
  }
}

/** Whether this visitor, as named in the link, switched personalisation off; false when unknown. */
export async function hasOptedOut(visitorReference: string): Promise<boolean> {
  const visitorHash = openVisitor(visitorReference)
  if (visitorHash === null) return false
  return (await getDatabase().optOut.count({ where: { visitorHash } })) > 0
}

async function findNames(campaignId: string, revision: number) {
  const row = await getDatabase().campaignSnapshot.findUnique({
    where: { campaignId_revision: { campaignId, revision } },
    include: { campaign: { include: { workspace: true } } },
  })
  if (!row) return null
  const snapshot = snapshotSchema.safeParse(row.document).data
  return { advertiser: row.campaign.workspace.name, snapshot }
}

function listNames(
  items: readonly { id: string; name: string }[] | undefined,
  ids: readonly string[],
): string[] {
  return (items ?? []).filter(({ id }) => ids.includes(id)).map(({ name }) => name)
}
