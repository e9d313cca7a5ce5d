import type { AssetSelector } from './brand-kit'

export interface SelectableAsset {
  readonly id: string
  readonly tags: readonly string[]
}

export function isSelected({ assetIds, tags }: AssetSelector, asset: SelectableAsset): boolean {
  return assetIds.includes(asset.id) || asset.tags.some((tag) => tags.includes(tag))
}

/** A selector in words: “Terms”, or anything tagged “alcohol”. */
export function describeSelector(
  { assetIds, tags }: AssetSelector,
  nameOf: (assetId: string) => string | null,
): string {
  const assets = assetIds.map((id) => {
    const name = nameOf(id)
    return name === null ? 'an asset that is gone' : `“${name}”`
  })
  const tagged = tags.map((tag) => `something tagged “${tag}”`)
  return [...assets, ...tagged].join(' or ')
}
