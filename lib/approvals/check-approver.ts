import { type ApprovalPolicy, listNeededRoles } from './approval-policy'
import { APPROVER_ROLE_LABELS, type ApproverRole } from './approver-role'

/** Who is about to approve. */
export interface Reviewer {
  /** Null for the program itself, which stands for every role. */
  readonly userId: string | null
  readonly roles: readonly ApproverRole[]
  readonly isOnlyMember: boolean
}

export type ApproverCheck =
  | { kind: 'ok'; roles: readonly ApproverRole[]; isSelfApproval: boolean }
  | { kind: 'refused'; reason: string }

/**
 * As what somebody may approve an asset. Nobody approves what they uploaded or changed last, but
 * for the only member of a workspace, who stands for every role.
 */
export function checkApprover(
  policy: ApprovalPolicy,
  { userId, roles, isOnlyMember }: Reviewer,
  authorIds: readonly (string | null)[],
): ApproverCheck {
  const needed = listNeededRoles(policy)
  if (userId === null) return { kind: 'ok', roles: needed, isSelfApproval: false }
  if (isOnlyMember) return { kind: 'ok', roles: needed, isSelfApproval: true }
  if (authorIds.includes(userId)) {
    return { kind: 'refused', reason: 'It is your own: somebody else has to approve it.' }
  }
  const held = needed.filter((role) => roles.includes(role))
  if (held.length > 0) return { kind: 'ok', roles: held, isSelfApproval: false }
  const names = needed.map((role) => APPROVER_ROLE_LABELS[role].toLowerCase()).join(' or ')
  return {
    kind: 'refused',
    reason: `It takes a ${names} approver. An owner gives that role in Settings.`,
  }
}
