import type { EligibilityState } from './eligibility-state'
import type { SlotCandidates } from './policy'

interface Node {
  readonly next: Map<EligibilityState, Node>
  list: readonly SlotCandidates[] | null
}

/** Beyond it, lists are made anew each time: odd traffic can't fill the memory. */
const MAX_REMEMBERED = 5_000

/** Gives equal eligibility of all slots the same array, so that policies can cache by identity. */
export class CandidateLists {
  private readonly root: Node = { next: new Map(), list: null }
  private remembered = 0

  listOf(states: readonly EligibilityState[]): readonly SlotCandidates[] {
    let node = this.root
    for (let slot = 0; slot < states.length; slot++) {
      const state = states[slot]
      if (!state) continue
      let next = node.next.get(state)
      if (!next) {
        if (this.remembered >= MAX_REMEMBERED) return candidatesOf(states)
        next = { next: new Map(), list: null }
        node.next.set(state, next)
      }
      node = next
    }
    if (node.list) return node.list
    node.list = candidatesOf(states)
    this.remembered++
    return node.list
  }
}

function candidatesOf(states: readonly EligibilityState[]): readonly SlotCandidates[] {
  return states.map(({ candidates }) => candidates)
}
