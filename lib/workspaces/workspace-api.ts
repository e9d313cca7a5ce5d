import { z } from 'zod'
import { approverRoleSchema } from '@/lib/approvals/approver-role'
import { API_KEY_SCOPES, permissionSchema, roleSchema } from './permission'

const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email('Enter an e-mail address'))
const nameSchema = z.string().trim().min(1, 'Enter a name').max(120)

export const signUpSchema = z.object({
  name: nameSchema,
  email: emailSchema,
  password: z.string().min(10, 'Use at least 10 characters').max(200),
  workspaceName: nameSchema,
})
export type SignUp = z.infer<typeof signUpSchema>

export const createWorkspaceSchema = z.object({ name: nameSchema })

export const workspaceSchema = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  isDemo: z.boolean(),
})

export const meSchema = z.object({
  user: z.object({ id: z.string(), name: z.string(), email: z.string() }),
  workspaces: z.array(workspaceSchema.extend({ role: roleSchema })),
})

export type Me = z.infer<typeof meSchema>

export const updateMeSchema = z.object({
  name: nameSchema,
  /** Left out: it stays. */
  password: z
    .object({
      current: z.string().max(200),
      next: z.string().min(10, 'Use at least 10 characters').max(200),
    })
    .optional(),
})
export type UpdateMe = z.infer<typeof updateMeSchema>

export const memberSchema = z.object({
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  /** What they approve assets as. */
  approverRoles: z.array(approverRoleSchema),
  createdAt: z.iso.datetime(),
})
export type Member = z.infer<typeof memberSchema>

/** What is left out stays. */
export const changeMemberSchema = z
  .object({ role: roleSchema.optional(), approverRoles: z.array(approverRoleSchema).optional() })
  .refine(({ role, approverRoles }) => role !== undefined || approverRoles !== undefined, {
    message: 'Say what should change.',
  })
export type ChangeMember = z.infer<typeof changeMemberSchema>

export const createInvitationSchema = z.object({ email: emailSchema, role: roleSchema })
export const invitationSchema = z.object({
  id: z.string(),
  email: z.string(),
  role: roleSchema,
  expiresAt: z.iso.datetime(),
  createdAt: z.iso.datetime(),
})
export type Invitation = z.infer<typeof invitationSchema>
/** The link holds a secret that is shown once. */
export const createdInvitationSchema = invitationSchema.extend({ link: z.string() })

export const acceptInvitationSchema = z.object({
  token: z.string().min(20).max(100),
  /** Needed by people without an account. */
  name: nameSchema.optional(),
  password: z.string().min(10, 'Use at least 10 characters').max(200).optional(),
})
export type AcceptInvitation = z.infer<typeof acceptInvitationSchema>

export const createApiKeySchema = z.object({
  name: nameSchema,
  scopes: z
    .array(
      permissionSchema.refine(
        (scope) => (API_KEY_SCOPES as string[]).includes(scope),
        'Keys can’t manage workspaces',
      ),
    )
    .min(1, 'Choose what the key may do'),
})
export const apiKeySchema = z.object({
  id: z.string(),
  name: z.string(),
  prefix: z.string(),
  scopes: z.array(z.string()),
  createdAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
})
export type ApiKey = z.infer<typeof apiKeySchema>
/** The key itself is shown once. */
export const createdApiKeySchema = apiKeySchema.extend({ key: z.string() })

/** What an entry is about: the first part of its action. */
export const auditSubjectSchema = z.enum([
  'campaign',
  'asset',
  'segment',
  'source',
  'feed',
  'placement',
  'template',
  'review',
  'member',
  'invitation',
  'api_key',
  'workspace',
])
export type AuditSubject = z.infer<typeof auditSubjectSchema>

export const auditEntrySchema = z.object({
  id: z.string(),
  actorKind: z.string(),
  actorName: z.string(),
  action: z.string(),
  subjectId: z.string(),
  /** What it is called now; null when it has no name, or is gone. */
  subjectName: z.string().nullable(),
  createdAt: z.iso.datetime(),
})
export type AuditEntryView = z.infer<typeof auditEntrySchema>
