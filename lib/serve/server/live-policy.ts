import { setImmediate as nextTurn } from 'node:timers/promises'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { Policy, SlotCandidates } from '@/lib/decision/policy'
import type { PolicySettings } from '@/lib/decision/policy-settings'
import { createUniformPolicy } from '@/lib/decision/uniform-policy'
import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import { parsePosterior } from '@/lib/learning/serialise-posterior'

type Cell = Readonly<Record<string, string>>
interface Call {
  readonly cell: Cell
  readonly candidates: readonly SlotCandidates[]
}

const REMEMBERED_CALLS = 256
/** One call in eight is remembered. */
const SAMPLE_SHIFT = 3
const SAMPLE_MASK = (1 << SAMPLE_SHIFT) - 1
const MAX_POSTERIOR_BYTES = 64_000_000
const unzip = promisify(gunzip)

/** The policy of a live campaign, replaced while it serves. */
export class LivePolicy implements Policy {
  private current: Policy
  private readonly recent: Call[]
  private calls = 0

  /** `predecessor`: that of the campaign's previous revision, whose viewers will come again. */
  constructor(settings: PolicySettings, predecessor?: LivePolicy) {
    this.current = createUniformPolicy(settings)
    this.recent = [...(predecessor?.recent ?? [])]
  }

  get version(): number {
    return this.current.version
  }

  tableOf(cell: Cell, candidates: readonly SlotCandidates[]) {
    if ((this.calls++ & SAMPLE_MASK) === 0) {
      this.recent[(this.calls >> SAMPLE_SHIFT) & (REMEMBERED_CALLS - 1)] = { cell, candidates }
    }
    return this.current.tableOf(cell, candidates)
  }

  /** Compiles what was asked lately before it takes over: no viewer waits for a compilation. */
  async replace(next: Policy): Promise<void> {
    for (const { cell, candidates } of this.recent.filter(Boolean)) {
      next.tableOf(cell, candidates)
      await nextTurn()
    }
    this.current = next
  }
}

/** Throws when the stored posterior can't be read: the caller keeps what it has. */
export async function readLearnedPolicy(
  row: { readonly posterior: Uint8Array; readonly version: number },
  settings: PolicySettings,
): Promise<Policy> {
  const text = await unzip(row.posterior, { maxOutputLength: MAX_POSTERIOR_BYTES })
  const parsed = parsePosterior(text.toString('utf8'))
  if (parsed.kind === 'invalid') throw new Error('the stored policy is not readable')
  return createLearnedPolicy(parsed.posterior, row.version, settings)
}
