import { listSubsets } from './find-box-witness'
import { maximiseSum, type Weights } from './maximise-sum'
import type { Space } from './space'
import type { Witness } from './witness'

/**
 * The fewest elements that weigh too much beside the lightest of every other slot, and a reachable
 * combination that holds them. Null if there is none.
 */
export function findSumWitness(space: Space, weights: Weights, limit: number): Witness | null {
  const { domains, excluded } = space
  const least = domains.map((domain, slot) => {
    const held = (weights[slot] ?? []).filter((_, asset) => domain[asset] === 1)
    return Math.min(...held)
  })
  const gains = domains.map((domain, slot) =>
    Array.from(domain, (held, asset) =>
      held === 1 ? (weights[slot]?.[asset] ?? 0) - (least[slot] ?? 0) : 0,
    ),
  )
  const room = limit - least.reduce((sum, weight) => sum + weight, 0)
  const most = gains.map((own) => Math.max(0, ...own))
  for (let size = 0; size <= domains.length; size++) {
    const subsets = listSubsets([...domains.keys()], size).filter(
      (slots) => slots.reduce((sum, slot) => sum + (most[slot] ?? 0), 0) > room,
    )
    for (const slots of subsets) {
      const own = gains.map((gain, slot) => (slots.includes(slot) ? gain : gain.map(() => 0)))
      const found = maximiseSum(domains, excluded, own, room)
      if (found.kind === 'found') return { slots, row: found.row, isBenchmark: false }
    }
  }
  return null
}
