import { createApiKeySecret } from '@/lib/auth/api-key-secret'
import type { Database } from '@/lib/db/client'
import { notFound } from '@/lib/http/problem'
import type { Actor } from '@/lib/workspaces/permission'
import type { ApiKey } from '@/lib/workspaces/workspace-api'
import type { ApiKey as ApiKeyRow } from '@/prisma/generated/client'
import { writeAuditEntry } from './write-audit-entry'

/** Makes a key; the answer is the only place where the key itself ever appears. */
export async function createApiKey(
  db: Database,
  actor: Actor,
  input: { name: string; scopes: string[] },
): Promise<ApiKey & { key: string }> {
  const { key, prefix, secretHash } = createApiKeySecret()
  const row = await db.$transaction(async (tx) => {
    const created = await tx.apiKey.create({
      data: {
        workspaceId: actor.workspaceId,
        name: input.name,
        scopes: input.scopes,
        prefix,
        secretHash,
        createdById: actor.id,
      },
    })
    await writeAuditEntry(tx, actor, 'api_key.create', created.id, { scopes: input.scopes })
    return created
  })
  return { ...toApiKey(row), key }
}

export async function listApiKeys(db: Database, actor: Actor): Promise<ApiKey[]> {
  const rows = await db.apiKey.findMany({
    where: { workspaceId: actor.workspaceId },
    orderBy: { createdAt: 'desc' },
    take: 200,
  })
  return rows.map(toApiKey)
}

export async function revokeApiKey(db: Database, actor: Actor, apiKeyId: string): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.apiKey.updateMany({
      where: { id: apiKeyId, workspaceId: actor.workspaceId, revokedAt: null },
      data: { revokedAt: new Date() },
    })
    if (count === 0) throw notFound('API key')
    await writeAuditEntry(tx, actor, 'api_key.revoke', apiKeyId)
  })
}

function toApiKey(row: ApiKeyRow): ApiKey {
  return {
    id: row.id,
    name: row.name,
    prefix: row.prefix,
    scopes: row.scopes,
    createdAt: row.createdAt.toISOString(),
    lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
    revokedAt: row.revokedAt?.toISOString() ?? null,
  }
}
