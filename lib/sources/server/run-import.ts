import { notifyChange } from '@/lib/db/change-channel'
import type { Database } from '@/lib/db/client'
import { hashIdentifier } from '@/lib/profiles/server/hash-identifier'
import { upsertProfiles } from '@/lib/profiles/server/upsert-profiles'
import type { CustomerProfile } from '@/lib/profiles/profile'
import { mapCustomer, type Mapping } from '@/lib/sources/mapping'
import type { ImportRun } from '@/lib/sources/source'

const BATCH_ROWS = 1_000
const REFUSALS_KEPT = 1_000

interface Counts {
  totalRows: number
  acceptedRows: number
  unconsentedRows: number
  refusedRows: number
  refusals: ImportRun['refusals']
}

/**
 * Takes records in batches, each in one transaction together with the counts of the run, so that
 * the run always says exactly what was written. Row numbers count from 1.
 */
export async function runImport(
  db: Database,
  run: { id: string; workspaceId: string; sourceId: string },
  mapping: Mapping,
  records: AsyncIterable<Record<string, unknown>> | Iterable<Record<string, unknown>>,
): Promise<Counts> {
  const counts: Counts = {
    totalRows: 0,
    acceptedRows: 0,
    unconsentedRows: 0,
    refusedRows: 0,
    refusals: [],
  }
  let batch: CustomerProfile[] = []
  const flush = async (): Promise<void> => {
    await db.$transaction(async (tx) => {
      await upsertProfiles(tx, run.workspaceId, run.sourceId, batch)
      await tx.importRun.update({ where: { id: run.id }, data: counts })
      await notifyChange(tx, { kind: 'profile', workspaceId: run.workspaceId })
    })
    batch = []
  }
  const take = async (record: Record<string, unknown>): Promise<void> => {
    counts.totalRows += 1
    const mapped = mapCustomer(record, mapping)
    if (mapped.kind === 'refused') {
      counts.refusedRows += 1
      if (counts.refusals.length < REFUSALS_KEPT) {
        counts.refusals.push({
          row: counts.totalRows,
          column: mapped.column,
          reason: mapped.reason,
        })
      }
      return
    }
    counts.acceptedRows += 1
    if (!mapped.hasConsent) counts.unconsentedRows += 1
    batch.push({
      externalIdHash: hashIdentifier(mapped.identifier),
      attributes: mapped.attributes,
      hasConsent: mapped.hasConsent,
    })
    if (batch.length >= BATCH_ROWS) await flush()
  }
  try {
    for await (const record of records) await take(record)
  } catch (error) {
    // Rows before a broken one stay, and are counted.
    await flush().catch(() => undefined)
    throw error
  }
  await flush()
  return counts
}
