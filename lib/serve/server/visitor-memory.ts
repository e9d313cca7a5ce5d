import { LRUCache } from 'lru-cache'
import type { Pool } from 'pg'
import { z } from 'zod'
import { scalarSchema } from '@/lib/decision/condition'
import type { RawContext } from '@/lib/privacy/gate-context'

type Profile = NonNullable<RawContext['profile']>

/** What a decision may know of a visitor the site named. */
export type Visitor =
  | { readonly kind: 'known'; readonly profile: Profile | null }
  | { readonly kind: 'optedOut' }
  /** Neither in memory nor read in time. */
  | { readonly kind: 'unknown' }

const UNKNOWN: Visitor = { kind: 'unknown' }
const OPTED_OUT: Visitor = { kind: 'optedOut' }
const MAX_VISITORS = 200_000
const WARM_FOR_MS = 5 * 60_000
const MAX_LOOKUPS_UNDER_WAY = 64
const LOOKUP_DEADLINE_MS = 30

const rowSchema = z.object({
  has_consent: z.boolean().nullable(),
  attributes: z.record(z.string(), scalarSchema).nullable(),
  has_opted_out: z.boolean(),
})

const LOOKUP = `
  SELECT profile.has_consent, profile.attributes,
         EXISTS (SELECT 1 FROM opt_out WHERE visitor_hash = $2) AS has_opted_out
  FROM (SELECT 1) AS one
  LEFT JOIN profile ON profile.workspace_id = $1 AND profile.external_id_hash = $2`

/** Warm visitors. A known one costs no read; a cold one is read once, against a deadline. */
export class VisitorMemory {
  private readonly visitors = new LRUCache<string, Visitor>({
    max: MAX_VISITORS,
    ttl: WARM_FOR_MS,
  })
  private readonly underWay = new Map<string, Promise<Visitor>>()
  /** Grows with each change, so that a read begun before it is not remembered. */
  private readonly generations = new LRUCache<string, number>({ max: 10_000 })
  private epoch = 0

  constructor(private readonly pool: Pool) {}

  /** At once when warm. Otherwise `unknown` after the deadline, while the read goes on. */
  find(workspaceId: string, visitorHash: string): Visitor | Promise<Visitor> {
    const key = this.keyOf(workspaceId, visitorHash)
    const warm = this.visitors.get(key)
    if (warm) return warm
    const known = this.underWay.get(key)
    if (known) return withDeadline(known)
    if (this.underWay.size >= MAX_LOOKUPS_UNDER_WAY) return UNKNOWN
    const lookup = this.read(workspaceId, visitorHash, key).finally(() => this.underWay.delete(key))
    this.underWay.set(key, lookup)
    return withDeadline(lookup)
  }

  forgetWorkspace(workspaceId: string): void {
    this.generations.set(workspaceId, ++this.epoch)
  }

  /** In whatever workspace: an opt-out holds everywhere. */
  forgetVisitor(visitorHash: string): void {
    this.generations.set(visitorHash, ++this.epoch)
  }

  forgetAll(): void {
    this.epoch += 1
    this.generations.clear()
    this.visitors.clear()
  }

  private keyOf(workspaceId: string, visitorHash: string): string {
    const workspace = this.generations.get(workspaceId) ?? 0
    const visitor = this.generations.get(visitorHash) ?? 0
    return `${workspaceId}:${workspace}:${visitor}:${visitorHash}`
  }

  private async read(workspaceId: string, visitorHash: string, key: string): Promise<Visitor> {
    const epoch = this.epoch
    try {
      const { rows } = await this.pool.query<Record<string, unknown>>(LOOKUP, [
        workspaceId,
        visitorHash,
      ])
      const row = rowSchema.parse(rows[0])
      const profile =
        row.has_consent === null
          ? null
          : { hasConsent: row.has_consent, attributes: row.attributes ?? {} }
      const visitor: Visitor = row.has_opted_out ? OPTED_OUT : { kind: 'known', profile }
      if (epoch === this.epoch) this.visitors.set(key, visitor)
      return visitor
    } catch {
      return UNKNOWN
    }
  }
}

function withDeadline(lookup: Promise<Visitor>): Promise<Visitor> {
  let timer: NodeJS.Timeout | undefined
  const deadline = new Promise<Visitor>((resolve) => {
    timer = setTimeout(() => resolve(UNKNOWN), LOOKUP_DEADLINE_MS)
  })
  return Promise.race([lookup, deadline]).finally(() => clearTimeout(timer))
}
