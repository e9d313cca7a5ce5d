import type { DecisionRecord } from '@/lib/decision/decision-record'
import type { Snapshot, SnapshotAsset } from '@/lib/decision/snapshot'
import { assembleCreative, type Creative } from './assemble-creative'

/** The ad of a decision as it looked, to look at in the studio: its links lead nowhere that counts. */
export function renderDecision(
  snapshot: Snapshot,
  { assets: chosen, size }: Pick<DecisionRecord, 'assets' | 'size'>,
): Creative {
  const assets: Record<string, SnapshotAsset> = {}
  for (const [slot, assetId] of Object.entries(chosen)) {
    const asset = Object.hasOwn(snapshot.assets, assetId) ? snapshot.assets[assetId] : undefined
    if (asset) assets[slot] = asset
  }
  return assembleCreative({
    design: snapshot.design,
    assets,
    size,
    clickUrl: snapshot.landingUrl,
    whyUrl: '/why',
    baseUrl: '',
  })
}
