import type { Audit, AuditQuery } from '@/lib/audit/audit'
import { auditCampaign } from '@/lib/audit/audit-campaign'
import { type AuditTable, toAuditCsv } from '@/lib/audit/to-audit-csv'
import type { Database } from '@/lib/db/client'
import type { Actor } from '@/lib/workspaces/permission'
import { loadAuditInput } from './load-audit-input'

/** Audits a campaign's assets as they are saved now. Throws not_found for a foreign campaign. */
export async function getAudit(
  db: Database,
  actor: Actor,
  campaignId: string,
  query?: AuditQuery,
): Promise<Audit> {
  const input = await loadAuditInput(db, actor.workspaceId, campaignId, Date.now())
  return auditCampaign(input, query)
}

/** One table of the audit as CSV. */
export async function exportAudit(
  db: Database,
  actor: Actor,
  campaignId: string,
  table: AuditTable,
): Promise<string> {
  return toAuditCsv(await loadAuditInput(db, actor.workspaceId, campaignId, Date.now()), table)
}
