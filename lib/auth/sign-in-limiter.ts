import { createHash } from 'node:crypto'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { getPool } from '@/lib/db/pool'

const FAILURES_PER_ACCOUNT = 8
const FAILURES_PER_ADDRESS = 60
const WINDOW_SECONDS = 15 * 60

const processState = globalThis as typeof globalThis & {
  intarsiaSignInLimiters?: { account: RateLimiterPostgres; address: RateLimiterPostgres }
}

function getLimiters() {
  const common = {
    storeClient: getPool(),
    schemaName: 'public',
    tableName: 'rate_limit',
    tableCreated: true,
    duration: WINDOW_SECONDS,
  }
  processState.intarsiaSignInLimiters ??= {
    account: new RateLimiterPostgres({
      ...common,
      keyPrefix: 'account',
      points: FAILURES_PER_ACCOUNT,
    }),
    address: new RateLimiterPostgres({
      ...common,
      keyPrefix: 'address',
      points: FAILURES_PER_ADDRESS,
    }),
  }
  return processState.intarsiaSignInLimiters
}

// Keys are hashed: neither e-mail nor IP address is stored.
const keyOf = (value: string): string =>
  createHash('sha256').update(value.toLowerCase()).digest('hex')

/** Whether this account from this address may still try; counts one failure when `hasFailed`. */
export async function isSignInAllowed(email: string, address: string): Promise<boolean> {
  const { account, address: byAddress } = getLimiters()
  const [a, b] = await Promise.all([
    account.get(keyOf(`${email} ${address}`)),
    byAddress.get(keyOf(address)),
  ])
  return (
    (a?.consumedPoints ?? 0) < FAILURES_PER_ACCOUNT &&
    (b?.consumedPoints ?? 0) < FAILURES_PER_ADDRESS
  )
}

export async function countSignInFailure(email: string, address: string): Promise<void> {
  const { account, address: byAddress } = getLimiters()
  await Promise.all(
    [account.consume(keyOf(`${email} ${address}`)), byAddress.consume(keyOf(address))].map(
      (consumed) =>
        consumed.catch((error: unknown) => {
          if (!(error instanceof RateLimiterRes)) throw error
        }),
    ),
  )
}
