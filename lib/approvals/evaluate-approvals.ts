import { type ApprovalPolicy, listNeededRoles } from './approval-policy'
import type { ApproverRole } from './approver-role'
import { EVERYWHERE } from './market'

/** One approver's yes, as it stands: revoked ones are left out. */
export interface Approval {
  readonly contentSha256: string
  readonly market: string
  /** Null when their account is gone. */
  readonly approverId: string | null
  readonly approverRole: ApproverRole
  /** Null: for good. */
  readonly expiresAtMs: number | null
  readonly isSelfApproval: boolean
}

/** Where a content is approved, and until when. */
export interface Clearance {
  /** Milliseconds since the epoch, `Infinity` for good; null when it is not approved everywhere. */
  readonly everywhereUntilMs: number | null
  /** Countries that are approved for longer than everywhere, or without it. */
  readonly countries: readonly { readonly country: string; readonly untilMs: number }[]
}

export interface MissingApproval {
  readonly role: ApproverRole
  readonly count: number
}

/**
 * Where the approvals of this very content meet the policy, null where nowhere. An approval counts
 * from `nowMs` until it expires, one a person and role; one for everywhere counts in every country.
 * What the only member of a workspace approves needs no second person.
 */
export function evaluateApprovals(
  policy: ApprovalPolicy,
  approvals: readonly Approval[],
  contentSha256: string,
  nowMs: number,
): Clearance | null {
  const current = listCurrent(approvals, contentSha256, nowMs)
  const everywhereUntilMs = approvedUntil(policy, current, EVERYWHERE)
  const markets = new Set(current.map(({ market }) => market).filter((one) => one !== EVERYWHERE))
  const countries = [...markets].sort().flatMap((country) => {
    const untilMs = approvedUntil(policy, current, country)
    return untilMs !== null && untilMs > (everywhereUntilMs ?? -Infinity)
      ? [{ country, untilMs }]
      : []
  })
  if (everywhereUntilMs === null && countries.length === 0) return null
  return { everywhereUntilMs, countries }
}

/** How many approvers of each role are still to come for a market. */
export function listMissingApprovals(
  policy: ApprovalPolicy,
  approvals: readonly Approval[],
  contentSha256: string,
  market: string,
  nowMs: number,
): MissingApproval[] {
  const current = listCurrent(approvals, contentSha256, nowMs)
  if (approvedUntil(policy, current, market) !== null) return []
  return listNeededRoles(policy).flatMap((role) => {
    const count = policy[role] - listEnds(current, market, role).length
    return count > 0 ? [{ role, count }] : []
  })
}

function listCurrent(
  approvals: readonly Approval[],
  contentSha256: string,
  nowMs: number,
): readonly Approval[] {
  return approvals.filter(
    (one) => one.contentSha256 === contentSha256 && (one.expiresAtMs ?? Infinity) > nowMs,
  )
}

function approvedUntil(
  policy: ApprovalPolicy,
  current: readonly Approval[],
  market: string,
): number | null {
  const own = current.filter((one) => one.isSelfApproval && covers(one, market)).map(endOf)
  // Of three approvals where two are needed, the second to end ends the approval.
  const ends = listNeededRoles(policy).map(
    (role) => listEnds(current, market, role)[policy[role] - 1] ?? -Infinity,
  )
  const untilMs = Math.max(Math.min(...ends), ...own)
  return untilMs === -Infinity ? null : untilMs
}

/** When the approvals of a role end, the last first; a person counts once. */
function listEnds(current: readonly Approval[], market: string, role: ApproverRole): number[] {
  const ofRole = current.filter((one) => one.approverRole === role && covers(one, market))
  const byPerson = Map.groupBy(ofRole, (one) => one.approverId ?? one)
  return [...byPerson.values()].map((own) => Math.max(...own.map(endOf))).sort((a, b) => b - a)
}

function covers({ market }: Approval, wanted: string): boolean {
  return market === EVERYWHERE || market === wanted
}

function endOf({ expiresAtMs }: Approval): number {
  return expiresAtMs ?? Infinity
}
