/** Below this chance of being the best of its slot an element is reported. */
export const LAGGARD_BELOW = 0.01

interface LaggingAsset {
  readonly assetId: string
  readonly probabilityBest: number
}

/**
 * Elements that are hardly the best of their slot any more: whose chance of it is below
 * `threshold`. They are reported with all that is known of them, never dropped: whether to pause
 * one is for people to decide. A slot with one element has no laggard.
 */
export function listLaggards<Asset extends LaggingAsset>(
  slots: readonly { readonly slot: string; readonly assets: readonly Asset[] }[],
  threshold = LAGGARD_BELOW,
): (Asset & { readonly slot: string })[] {
  return slots.flatMap(({ slot, assets }) =>
    assets.length < 2
      ? []
      : assets
          .filter(({ probabilityBest }) => probabilityBest < threshold)
          .map((asset) => ({ ...asset, slot })),
  )
}
