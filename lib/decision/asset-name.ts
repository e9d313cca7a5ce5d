import type { PreparedSnapshot } from './prepare-snapshot'

/** What a person calls the asset; its id where the snapshot doesn't know it. */
export function assetNameOf(prepared: PreparedSnapshot, assetId: string): string {
  const { assets } = prepared.snapshot
  return Object.hasOwn(assets, assetId) ? (assets[assetId]?.name ?? assetId) : assetId
}
