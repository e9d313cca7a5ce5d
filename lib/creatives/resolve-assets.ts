import type { AdSize } from '@/lib/decision/ad-size'
import type { DecisionRecord } from '@/lib/decision/decision-record'
import type { Design, Snapshot, SnapshotAsset } from '@/lib/decision/snapshot'
import { isPictured } from './asset-fit'

type Known = Pick<Snapshot, 'assets' | 'design'> & {
  readonly experiment: Pick<Snapshot['experiment'], 'benchmark'>
}

// Snapshots are immutable: what a slot's asset becomes in a size is worked out once.
const resolved = new WeakMap<Known, Map<string, SnapshotAsset | null>>()

/**
 * What an ad of a decision really shows: each slot's chosen asset, or the campaign's override of it
 * in this size, or, where that one cannot be shown in this size, the benchmark's. A slot is left out
 * only if nothing of the three can be shown. The decision and its propensities stay as they are.
 */
export function resolveAssets(
  snapshot: Known,
  { assets, size }: Pick<DecisionRecord, 'assets' | 'size'>,
): Record<string, SnapshotAsset> {
  const known = resolved.get(snapshot) ?? new Map<string, SnapshotAsset | null>()
  resolved.set(snapshot, known)
  const shown: Record<string, SnapshotAsset> = {}
  for (const slot in assets) {
    const key = `${size}\n${assets[slot]}\n${slot}`
    let asset = known.get(key)
    if (asset === undefined) {
      asset = resolveSlot(snapshot, slot, assets[slot] ?? '', size)
      known.set(key, asset)
    }
    if (asset) shown[slot] = asset
  }
  return shown
}

/** The id that a design shows in a slot and size instead of a chosen one; the chosen one itself. */
export function overrideOf(design: Design, slot: string, assetId: string, size: AdSize): string {
  const override = design.overrides?.find(
    (each) =>
      each.size === size &&
      each.slot === slot &&
      (each.assetId === null || each.assetId === assetId),
  )
  return override?.showAssetId ?? assetId
}

/** Whether an asset leaves nothing empty in a size: it has its text, or a picture of that size. */
export function canShow(asset: SnapshotAsset, size: AdSize): boolean {
  if (asset.kind === 'theme') return asset.theme !== undefined
  if (!isPictured(asset.kind)) return asset.text !== null && asset.text !== ''
  return asset.renditions.some((rendition) => rendition.size === size)
}

function resolveSlot(
  snapshot: Known,
  slot: string,
  assetId: string,
  size: AdSize,
): SnapshotAsset | null {
  const chosen = findAsset(snapshot, assetId)
  const benchmarkId = snapshot.experiment.benchmark[slot] ?? ''
  const candidates = [
    findAsset(snapshot, overrideOf(snapshot.design, slot, assetId, size)),
    chosen,
    findAsset(snapshot, overrideOf(snapshot.design, slot, benchmarkId, size)),
    findAsset(snapshot, benchmarkId),
  ]
  const kind = candidates[3]?.kind ?? chosen?.kind
  const shown = candidates.find((asset) => asset && asset.kind === kind && canShow(asset, size))
  return shown ?? null
}

function findAsset({ assets }: Known, assetId: string): SnapshotAsset | undefined {
  return Object.hasOwn(assets, assetId) ? assets[assetId] : undefined
}
