import type { AssetImpact } from '@/lib/assets/asset-impact'
import type { DatabaseSession } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'

/**
 * Carries a change of assets into the campaigns that serve them, in the change's own transaction,
 * and says what it does there. Campaigns know assets, not the other way: routes pass
 * `settleLiveAssets` of lib/campaigns.
 */
export type SettleAssets = (
  tx: DatabaseSession,
  actor: Actor,
  assetIds: readonly string[],
) => Promise<AssetImpact>
