import { setTimeout as wait } from 'node:timers/promises'
import type { Cell, PolicyMix, RememberingPolicy, SlotCandidates } from '@/lib/decision/policy'
import type { PolicySettings } from '@/lib/decision/policy-settings'
import type { PolicyTable } from '@/lib/decision/policy-table'
import { createUniformPolicy } from '@/lib/decision/uniform-policy'
import { type Call, CallQueue } from './call-queue'
import { CompilePace } from './compile-pace'

const REMEMBERED_CALLS = 256
/** One call in eight is remembered. */
const SAMPLE_SHIFT = 3
const SAMPLE_MASK = (1 << SAMPLE_SHIFT) - 1
/**
 * A new version takes over after that long, whatever of it is still to be compiled. While a version
 * serves, the next can take its time; a revision that is being published waits for its first.
 */
const MAX_WARM_UP_MS = { serving: 30_000, publishing: 1_000 } as const

/**
 * The policy of a live campaign, replaced while it serves. What was asked lately is compiled
 * before a new version takes over. A call that is not compiled yet is compiled at once if
 * compiling has rested long enough (see `CompilePace`); otherwise it waits for its turn, and
 * meanwhile the version before answers if it remembers the call, else version 0, which is quick.
 */
export class LivePolicy implements PolicyMix {
  private current: RememberingPolicy
  private previous: RememberingPolicy | null = null
  private readonly unlearned: RememberingPolicy
  private readonly recent: Call[]
  private readonly waiting = new CallQueue()
  private isWorking = false
  private calls = 0

  /** `predecessor`: that of the campaign's previous revision, whose viewers will come again. */
  constructor(
    settings: PolicySettings,
    predecessor?: LivePolicy,
    private readonly pace = new CompilePace(),
  ) {
    this.unlearned = createUniformPolicy(settings)
    this.current = this.unlearned
    this.recent = [...(predecessor?.recent ?? [])]
  }

  get version(): number {
    return this.current.version
  }

  answer(cell: Cell, candidates: readonly SlotCandidates[]) {
    if ((this.calls++ & SAMPLE_MASK) === 0) {
      this.recent[(this.calls >> SAMPLE_SHIFT) & (REMEMBERED_CALLS - 1)] = { cell, candidates }
    }
    const { current } = this
    const table = current.findTable(cell, candidates)
    if (table !== undefined) return { version: current.version, table }
    if (current === this.unlearned || this.pace.waitMs === 0) {
      return { version: current.version, table: this.compile(current, { cell, candidates }) }
    }
    this.compileLater({ cell, candidates })
    const before = this.previous?.findTable(cell, candidates)
    return this.previous && before !== undefined
      ? { version: this.previous.version, table: before }
      : { version: 0, table: this.unlearned.tableOf(cell, candidates) }
  }

  /** Takes a new version over once what was asked lately is compiled, see `MAX_WARM_UP_MS`. */
  async replace(next: RememberingPolicy): Promise<void> {
    const limit = this.calls > 0 ? MAX_WARM_UP_MS.serving : MAX_WARM_UP_MS.publishing
    const deadline = AbortSignal.timeout(limit)
    for (const call of this.recent.filter(Boolean)) {
      if (next.findTable(call.cell, call.candidates) !== undefined) continue
      await wait(this.pace.waitMs, undefined, { ref: false })
      if (deadline.aborted) break
      this.tryToCompile(next, call)
    }
    this.previous = this.current
    this.current = next
  }

  private compile(policy: RememberingPolicy, { cell, candidates }: Call): PolicyTable | null {
    return this.pace.run(() => policy.tableOf(cell, candidates))
  }

  private tryToCompile(policy: RememberingPolicy, call: Call): void {
    try {
      this.compile(policy, call)
    } catch {
      // Whoever asks for it while it serves gets the benchmark, with the reason.
    }
  }

  private compileLater(call: Call): void {
    this.waiting.add(call)
    if (!this.isWorking) void this.work()
  }

  private async work(): Promise<void> {
    this.isWorking = true
    for (let call = this.waiting.take(); call; call = this.waiting.take()) {
      if (this.current.findTable(call.cell, call.candidates) !== undefined) continue
      await wait(this.pace.waitMs, undefined, { ref: false })
      this.tryToCompile(this.current, call)
    }
    this.isWorking = false
  }
}
