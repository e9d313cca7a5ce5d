import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { getPool } from '@/lib/db/pool'
import { ProblemError } from '@/lib/http/problem'

const LIMITS = {
  /** Links from one address that are none of ours. */
  guess: { points: 30, duration: 15 * 60 },
  /** Notes from one address on one link. */
  note: { points: 12, duration: 60 },
  /** Notes on one link, whoever writes. */
  link: { points: 300, duration: 60 * 60 },
} as const
type Limit = keyof typeof LIMITS

const processState = globalThis as typeof globalThis & {
  intarsiaReviewLimiters?: Record<Limit, RateLimiterPostgres>
}

function getLimiters(): Record<Limit, RateLimiterPostgres> {
  const create = (limit: Limit) =>
    new RateLimiterPostgres({
      storeClient: getPool(),
      schemaName: 'public',
      tableName: 'rate_limit',
      tableCreated: true,
      keyPrefix: `review-${limit}`,
      ...LIMITS[limit],
    })
  processState.intarsiaReviewLimiters ??= {
    guess: create('guess'),
    note: create('note'),
    link: create('link'),
  }
  return processState.intarsiaReviewLimiters
}

// No address is stored.
const keyOf = (value: string): string => createHash('sha256').update(value).digest('hex')

/** Throws rate_limited for an address that has tried too many wrong links. */
export async function assertMayTry(address: string): Promise<void> {
  const tried = await getLimiters().guess.get(keyOf(address))
  if ((tried?.consumedPoints ?? 0) >= LIMITS.guess.points) throw tooMany(tried?.msBeforeNext ?? 0)
}

export async function countWrongLink(address: string): Promise<void> {
  await getLimiters()
    .guess.consume(keyOf(address))
    .catch((error: unknown) => {
      if (!(error instanceof RateLimiterRes)) throw error
    })
}

/** Counts a note; throws rate_limited when there were too many. */
export async function assertMayWrite(linkId: string, address: string): Promise<void> {
  const { note, link } = getLimiters()
  try {
    await note.consume(keyOf(`${linkId} ${address}`))
    await link.consume(linkId)
  } catch (error) {
    if (error instanceof RateLimiterRes) throw tooMany(error.msBeforeNext)
    throw error
  }
}

function tooMany(waitMs: number): ProblemError {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000))
  return new ProblemError('rate_limited', 'That was a lot at once. Wait a moment.', undefined, {
    'retry-after': String(seconds),
  })
}
