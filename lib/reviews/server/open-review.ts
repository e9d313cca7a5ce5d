import { isSecretRight } from '@/lib/auth/api-key-secret'
import type { Database } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { ReviewLink as ReviewLinkRow } from '@/prisma/generated/client'
import { assertMayTry, countWrongLink } from './review-limiter'
import { readReviewToken } from './review-token'

export type OpenedReview =
  | { readonly kind: 'open'; readonly link: ReviewLinkRow }
  /** It was a link once. */
  | { readonly kind: 'expired' | 'revoked' }
  | { readonly kind: 'unknown' }

/** The link of a token. Throws rate_limited when its address has guessed too often. */
export async function findReview(
  db: Database,
  token: string,
  address: string,
): Promise<OpenedReview> {
  await assertMayTry(address)
  const parts = readReviewToken(token)
  const link = parts && (await db.reviewLink.findUnique({ where: { id: parts.linkId } }))
  if (!parts || !link || !isSecretRight(link.secretHash, parts.secret)) {
    await countWrongLink(address)
    return { kind: 'unknown' }
  }
  const state = stateOfLink(link, Date.now())
  return state === 'open' ? { kind: 'open', link } : { kind: state }
}

/** Throws not_found for what is no link, and gone for what is none any more. */
export async function openReview(
  db: Database,
  token: string,
  address: string,
): Promise<ReviewLinkRow> {
  const found = await findReview(db, token, address)
  if (found.kind === 'open') return found.link
  if (found.kind === 'unknown') throw new ProblemError('not_found', 'There is no such review link.')
  throw new ProblemError('gone', `This review link was ${wordOf(found.kind)}.`)
}

const wordOf = (kind: 'expired' | 'revoked') =>
  kind === 'revoked' ? 'taken back' : 'open for a limited time, which is over'

export function stateOfLink(
  { revokedAt, expiresAt }: Pick<ReviewLinkRow, 'revokedAt' | 'expiresAt'>,
  nowMs: number,
): 'open' | 'expired' | 'revoked' {
  if (revokedAt) return 'revoked'
  return expiresAt.getTime() <= nowMs ? 'expired' : 'open'
}
