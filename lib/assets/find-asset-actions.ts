import { type AssetAction, type AssetState, nextAssetState } from './asset-state'
import type { Permission } from '@/lib/workspaces/permission'

/** What can be done without a word of explanation. */
export const WORDLESS_ACTIONS = [
  'submit',
  'withdraw',
  'approve',
  'archive',
  'restore',
] as const satisfies readonly AssetAction[]

/**
 * The shortest way from one state to another that these permissions allow, as the actions to take
 * one after the other: draft to approved is submit, then approve. Null when there is none.
 */
export function findAssetActions(
  from: AssetState,
  to: AssetState,
  permissions: readonly Permission[],
): AssetAction[] | null {
  const seen = new Set<AssetState>([from])
  let frontier: { state: AssetState; actions: AssetAction[] }[] = [{ state: from, actions: [] }]
  while (frontier.length > 0) {
    const arrived = frontier.find(({ state }) => state === to)
    if (arrived) return arrived.actions
    frontier = frontier.flatMap(({ state, actions }) =>
      WORDLESS_ACTIONS.flatMap((action) => {
        const next = nextAssetState(state, action, permissions, action === 'approve')
        if (next.kind !== 'ok' || seen.has(next.state)) return []
        seen.add(next.state)
        return [{ state: next.state, actions: [...actions, action] }]
      }),
    )
  }
  return null
}
