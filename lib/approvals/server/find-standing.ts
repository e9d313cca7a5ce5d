import { type ApprovalPolicy } from '@/lib/approvals/approval-policy'
import { type Approval, evaluateApprovals } from '@/lib/approvals/evaluate-approvals'
import { limitAsset } from '@/lib/approvals/limit-asset'
import type { DatabaseSession } from '@/lib/db/client'
import type { AssetLimits } from '@/lib/decision/asset-limits'
import type { Asset } from '@/prisma/generated/client'
import { getApprovalPolicy, loadApprovals } from './load-approvals'

type Judged = Pick<
  Asset,
  'id' | 'state' | 'contentSha256' | 'markets' | 'rightsStartAt' | 'rightsEndAt'
>

/**
 * When and where each of these assets may be shown, by its rights and the approvals of its present
 * content; null where it may not, whatever state a job has yet to correct.
 */
export async function findStandings(
  db: DatabaseSession,
  workspaceId: string,
  assets: readonly Judged[],
  nowMs: number,
): Promise<ReadonlyMap<string, AssetLimits | null>> {
  const policy = await getApprovalPolicy(db, workspaceId)
  const ids = assets.map(({ id }) => id)
  const approvals = await loadApprovals(db, workspaceId, ids)
  return new Map(
    assets.map((asset) => [asset.id, judge(policy, approvals.get(asset.id) ?? [], asset, nowMs)]),
  )
}

function judge(
  policy: ApprovalPolicy,
  approvals: readonly Approval[],
  asset: Judged,
  nowMs: number,
): AssetLimits | null {
  if (asset.state !== 'approved') return null
  const clearance = evaluateApprovals(policy, approvals, asset.contentSha256, nowMs)
  if (!clearance) return null
  const limits = limitAsset(
    {
      markets: asset.markets,
      startAtMs: asset.rightsStartAt?.getTime() ?? null,
      endAtMs: asset.rightsEndAt?.getTime() ?? null,
    },
    clearance,
  )
  return limits && (limits.servableUntilMs ?? Infinity) > nowMs ? limits : null
}
