import type { NextRequest } from 'next/server'
import { getToken } from 'next-auth/jwt'
import type { Database } from '@/lib/db/client'
import { getEnv } from '@/lib/env'
import { type Actor, permissionSchema, ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import { isSecretRight, parseApiKey } from './api-key-secret'
import { WORKSPACE_COOKIE } from './workspace-cookie'

const LAST_USED_EVERY_MS = 60_000

/** The signed-in person of this request, by the session cookie. */
export async function findUserId(request: NextRequest): Promise<string | null> {
  const env = getEnv()
  const token = await getToken({
    req: request,
    secret: env.NEXTAUTH_SECRET,
    secureCookie: env.PUBLIC_URL.startsWith('https://'),
  })
  return token?.sub ?? null
}

/** Who acts: an API key as a Bearer token, else the signed-in person in their current workspace. */
export async function findActor(db: Database, request: NextRequest): Promise<Actor | null> {
  const authorization = request.headers.get('authorization')
  if (authorization) return findKeyActor(db, authorization.replace(/^Bearer\s+/i, ''))
  const userId = await findUserId(request)
  if (!userId) return null
  return findUserActor(db, userId, request.cookies.get(WORKSPACE_COOKIE)?.value)
}

/** The person as an actor in the wanted workspace, or in their first where they are not a member of it. */
export async function findUserActor(
  db: Database,
  userId: string,
  wantedWorkspaceId: string | undefined,
): Promise<Actor | null> {
  const memberships = await db.membership.findMany({
    where: { userId },
    orderBy: { createdAt: 'asc' },
    take: 100,
  })
  const membership = memberships.find((m) => m.workspaceId === wantedWorkspaceId) ?? memberships[0]
  if (!membership) return null
  return {
    kind: 'user',
    id: userId,
    workspaceId: membership.workspaceId,
    permissions: ROLE_PERMISSIONS[membership.role],
  }
}

async function findKeyActor(db: Database, key: string): Promise<Actor | null> {
  const parts = parseApiKey(key)
  if (!parts) return null
  const row = await db.apiKey.findUnique({ where: { prefix: parts.prefix } })
  if (!row || row.revokedAt || !isSecretRight(row.secretHash, parts.secret)) return null
  if (Date.now() - (row.lastUsedAt?.getTime() ?? 0) > LAST_USED_EVERY_MS) {
    await db.apiKey.update({ where: { id: row.id }, data: { lastUsedAt: new Date() } })
  }
  return {
    kind: 'api_key',
    id: row.id,
    workspaceId: row.workspaceId,
    permissions: row.scopes.flatMap((scope) => permissionSchema.safeParse(scope).data ?? []),
  }
}
