import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import { notifyChange } from '@/lib/db/change-channel'
import type { Database, DatabaseSession } from '@/lib/db/client'
import { snapshotSchema } from '@/lib/decision/snapshot'
import { getEnv } from '@/lib/env'
import { logger } from '@/lib/http/logger'
import { groupObservations, type Observation } from '@/lib/learning/observations'
import type { Posterior } from '@/lib/learning/posterior'
import { restoreEvidence } from '@/lib/learning/restore-evidence'
import {
  type ParsedPosterior,
  parsePosterior,
  serialisePosterior,
  withoutEvidence,
} from '@/lib/learning/serialise-posterior'
import { updatePosterior } from '@/lib/learning/update-posterior'
import { alignPosterior } from './align-posterior'
import { isWorthAVersion } from './is-worth-a-version'
import { findUnreadStretch, type OutcomeRow, readOutcomes, toObservation } from './read-outcomes'

const inflate = promisify(gunzip)
const deflate = promisify(gzip)
const TRANSACTION_TIMEOUT_MS = 60_000
const publishedSchema = snapshotSchema.pick({ slots: true, learning: true })

export type LearnResult =
  /** Another process is at it. */
  { readonly kind: 'busy' } | { readonly kind: 'ok'; readonly learntCampaignIds: readonly string[] }

type Lesson =
  | { readonly kind: 'learnt'; readonly version: number; readonly posterior: Posterior }
  /** Too little to be worth a version: read again next time. */
  | { readonly kind: 'postponed'; readonly watermarkXid: bigint }
  /** Nothing of it can ever be learnt. */
  | { readonly kind: 'skipped' }

/**
 * Brings every campaign's policy up to date with its events. Exactly once: a posterior and the
 * point of the stream it has read to are one row. The reader 'learner' only bounds the search:
 * no campaign has unread events before it.
 */
export async function learnFromEvents(db: Database): Promise<LearnResult> {
  return db.$transaction(learnLocked, { timeout: TRANSACTION_TIMEOUT_MS, maxWait: 5_000 })
}

async function learnLocked(tx: DatabaseSession): Promise<LearnResult> {
  const [lock] = await tx.$queryRaw<{ isMine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtext('intarsia.learning')) AS "isMine"`
  if (!lock?.isMine) return { kind: 'busy' }
  const stretch = await findUnreadStretch(tx)
  const rows = await readOutcomes(tx, stretch)

  const lessons = new Map<string, Lesson>()
  for (const [campaignId, outcomes] of Map.groupBy(rows, (row) => row.campaignId)) {
    lessons.set(campaignId, await prepareLesson(tx, campaignId, outcomes, stretch.isCut))
  }
  // Everything is computed before the first row is written: an open transaction that has written
  // holds back the rollups.
  const learntCampaignIds: string[] = []
  let nextXid = BigInt(stretch.to)
  for (const [campaignId, lesson] of lessons) {
    if (lesson.kind === 'postponed') {
      const startXid = max(BigInt(stretch.from), lesson.watermarkXid)
      nextXid = startXid < nextXid ? startXid : nextXid
    } else if (lesson.kind === 'learnt') {
      await storePolicy(tx, campaignId, lesson, BigInt(stretch.to))
      learntCampaignIds.push(campaignId)
    }
  }
  if (nextXid > BigInt(stretch.from)) {
    await tx.$executeRaw`UPDATE events.watermark
      SET xid = ${String(nextXid)}::text::xid8, updated_at = now() WHERE reader = 'learner'`
  }
  return { kind: 'ok', learntCampaignIds }
}

async function prepareLesson(
  tx: DatabaseSession,
  campaignId: string,
  outcomes: readonly OutcomeRow[],
  isBehind: boolean,
): Promise<Lesson> {
  const newest = { where: { campaignId }, take: 1 } as const
  const [policy] = await tx.policy.findMany({ ...newest, orderBy: { version: 'desc' } })
  const [stored] = await tx.campaignSnapshot.findMany({ ...newest, orderBy: { revision: 'desc' } })
  const published = publishedSchema.safeParse(stored?.document)
  const parsed = policy ? await readLearningState(policy) : null
  if (!published.success || parsed?.kind === 'invalid') {
    logger.error({ campaignId }, 'events can not be learnt from: unreadable snapshot or policy')
    return { kind: 'skipped' }
  }
  const known = alignPosterior(
    parsed?.posterior ?? null,
    published.data,
    getEnv().CONVERSION_WINDOW_DAYS * 24,
  )
  const observations = outcomes.map((row) => toObservation(row, published.data.learning.reward))
  const newOutcomes = sum(observations)
  if (newOutcomes === 0) return { kind: 'skipped' }
  const isReady = isWorthAVersion({
    newOutcomes,
    knownOutcomes: known.totals.impressions + known.totals.successes,
    sinceLastVersionMs: policy ? Date.now() - policy.createdAt.getTime() : Infinity,
  })
  if (!isReady && !isBehind) return { kind: 'postponed', watermarkXid: policy?.watermarkXid ?? 0n }
  const updated = updatePosterior(known, groupObservations(observations.map(keepKnown(known))), {
    nowMs: Date.now(),
  })
  if (updated.kind === 'ok') {
    return { kind: 'learnt', version: (policy?.version ?? 0) + 1, posterior: updated.posterior }
  }
  logger.error({ campaignId, issue: updated.issues[0]?.message }, 'events can not be learnt from')
  return { kind: 'skipped' }
}

/** Slots of a revision from before the campaign's first policy mean nothing to the model. */
function keepKnown(posterior: Posterior) {
  const slots = new Set(posterior.slots)
  return (observation: Observation): Observation => ({
    ...observation,
    assets: Object.fromEntries(
      Object.entries(observation.assets).filter(([slot]) => slots.has(slot)),
    ),
  })
}

async function zip(posterior: Posterior): Promise<Uint8Array<ArrayBuffer>> {
  return Uint8Array.from(await deflate(serialisePosterior(posterior)))
}

/**
 * What to learn on. Without it (a version from before it was kept) the compact form is taken, whose
 * evidence is that of weights that know nothing of each other.
 */
async function readLearningState(policy: {
  readonly posterior: Uint8Array
  readonly learningState: Uint8Array | null
}): Promise<ParsedPosterior> {
  const stored = await inflate(policy.learningState ?? policy.posterior)
  const parsed = parsePosterior(stored.toString('utf8'))
  return parsed.kind === 'ok'
    ? { kind: 'ok', posterior: restoreEvidence(parsed.posterior) }
    : parsed
}

async function storePolicy(
  tx: DatabaseSession,
  campaignId: string,
  lesson: Extract<Lesson, { kind: 'learnt' }>,
  watermarkXid: bigint,
): Promise<void> {
  const { version } = lesson
  const learningState = await zip(lesson.posterior)
  const posterior = await zip(withoutEvidence(lesson.posterior))
  await tx.policy.updateMany({
    where: { campaignId, learningState: { not: null } },
    data: { learningState: null },
  })
  await tx.policy.create({
    data: { campaignId, version, posterior, learningState, watermarkXid },
  })
  await notifyChange(tx, { kind: 'policy', campaignId, version })
}

function sum(observations: readonly Observation[]): number {
  return observations.reduce((total, row) => total + row.impressions + row.successes, 0)
}

function max(a: bigint, b: bigint): bigint {
  return a > b ? a : b
}
