import type { Cell, SlotCandidates } from '@/lib/decision/policy'

/** What a policy is asked. */
export interface Call {
  readonly cell: Cell
  readonly candidates: readonly SlotCandidates[]
}

const MAX_WAITING = 256

/** Calls that wait for their table, each once, the first first. What comes when it is full is lost. */
export class CallQueue {
  private readonly calls = new Map<string, Call>()
  private readonly ids = new WeakMap<readonly SlotCandidates[], number>()
  private nextId = 0

  add(call: Call): void {
    if (this.calls.size >= MAX_WAITING) return
    this.calls.set(`${this.idOf(call.candidates)} ${JSON.stringify(call.cell)}`, call)
  }

  take(): Call | undefined {
    for (const [key, call] of this.calls) {
      this.calls.delete(key)
      return call
    }
    return undefined
  }

  /** Equal candidates are mostly the same array; where they are not, a call waits twice. */
  private idOf(candidates: readonly SlotCandidates[]): number {
    const known = this.ids.get(candidates)
    if (known !== undefined) return known
    this.ids.set(candidates, this.nextId)
    return this.nextId++
  }
}
