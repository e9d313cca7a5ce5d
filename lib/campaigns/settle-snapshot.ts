import type { AssetLimits } from '@/lib/decision/asset-limits'
import type { Snapshot, SnapshotAsset } from '@/lib/decision/snapshot'

/** How an asset stands now. */
export interface AssetStanding {
  readonly contentSha256: string
  /** When and where its present content may be shown; null when it may not. */
  readonly limits: AssetLimits | null
}

/**
 * A published snapshot with the limits that its assets have now. An asset that lost its approval,
 * or whose content is no longer the published one, is shown no more from `nowMs` on; it comes back
 * when what was published is approved again. Content never changes: only publishing does that.
 * The same object when nothing changes.
 */
export function settleSnapshot(
  snapshot: Snapshot,
  standings: ReadonlyMap<string, AssetStanding>,
  nowMs: number,
): Snapshot {
  const settled = Object.values(snapshot.assets).map((asset): [string, SnapshotAsset] => {
    const standing = standings.get(asset.id)
    return [asset.id, standing ? settleAsset(asset, standing, nowMs) : asset]
  })
  const isChanged = settled.some(([id, asset]) => !isSame(asset, snapshot.assets[id]))
  if (!isChanged) return snapshot
  const after = { ...snapshot, assets: Object.fromEntries(settled) }
  return { ...after, design: withoutClosedOverrides(after, nowMs) }
}

/** Ids of the assets that may be shown to somebody at this moment. */
export function listOpenAssets({ assets }: Snapshot, nowMs: number): Set<string> {
  return new Set(
    Object.values(assets).flatMap((asset) =>
      nowMs < (asset.servableUntilMs ?? Infinity) && asset.markets?.length !== 0 ? [asset.id] : [],
    ),
  )
}

/** A size's override that may not be shown gives way to what it stood for. */
function withoutClosedOverrides(snapshot: Snapshot, nowMs: number): Snapshot['design'] {
  const { design } = snapshot
  const open = listOpenAssets(snapshot, nowMs)
  const overrides = design.overrides?.filter(({ showAssetId }) => open.has(showAssetId))
  return overrides ? { ...design, overrides } : design
}

function settleAsset(asset: SnapshotAsset, standing: AssetStanding, nowMs: number): SnapshotAsset {
  const { endedBy: _endedBy, ...own } = asset
  const { servableFromMs, servableUntilMs, markets, marketsUntilMs, ...content } = own
  if (standing.limits && isPublished(asset, standing)) return { ...content, ...standing.limits }
  if ((servableUntilMs ?? Infinity) <= nowMs) return asset
  return {
    ...content,
    ...(servableFromMs !== undefined && { servableFromMs }),
    ...{ servableUntilMs: nowMs, endedBy: 'withdrawal' as const },
    ...(markets && { markets }),
    ...(marketsUntilMs && { marketsUntilMs }),
  }
}

/** Snapshots from before approvals were bound to content do not say which content they hold. */
function isPublished({ contentSha256, endedBy }: SnapshotAsset, standing: AssetStanding): boolean {
  return contentSha256 === undefined
    ? endedBy !== 'withdrawal'
    : contentSha256 === standing.contentSha256
}

function isSame(left: SnapshotAsset, right: SnapshotAsset | undefined): boolean {
  if (left === right) return true
  const sorted = (asset: object | undefined) =>
    JSON.stringify(Object.entries(asset ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  return sorted(left) === sorted(right)
}
