import type { Pool } from 'pg'
import type { Database } from '@/lib/db/client'
import type { DecisionRecord } from '@/lib/decision/decision-record'
import { renderDecision } from '@/lib/creatives/render-decision'
import { type DecisionExplanation, explainDecision } from '@/lib/decision/explain-decision'
import { policySettingsOf } from '@/lib/decision/policy-settings'
import { type PreparedSnapshot, prepareSnapshot } from '@/lib/decision/prepare-snapshot'
import { replayDecision } from '@/lib/decision/replay-decision'
import { type Snapshot, snapshotSchema } from '@/lib/decision/snapshot'
import { createUniformPolicy } from '@/lib/decision/uniform-policy'
import type { DecisionView } from '@/lib/events/decision-view'
import { notFound } from '@/lib/http/problem'
import { createLearnedPolicy } from '@/lib/learning/compile-policy'
import { explainChoices } from '@/lib/learning/explain-choices'
import type { Posterior } from '@/lib/learning/posterior'
import { findPosterior } from '@/lib/learning/server/find-posterior'
import { summariseBeliefs } from '@/lib/learning/summarise-beliefs'
import { WeightDraws } from '@/lib/learning/weight-draws'
import type { Actor } from '@/lib/workspaces/permission'
import { findDecision, listDecisionEvents } from './find-decision'

/**
 * Why a stored decision came out as it did: explained and decided again from its record, the
 * snapshot of its revision and the policy of its version, with its events.
 * @throws ProblemError not_found for a decision of another workspace.
 */
export async function explainStoredDecision(
  stores: { db: Database; pool: Pool },
  actor: Actor,
  decisionId: string,
): Promise<DecisionView> {
  const record = await findDecision(stores.pool, actor.workspaceId, decisionId)
  if (!record) throw notFound('decision')
  const events = await listDecisionEvents(stores.pool, record)
  const prepared = await findPreparedSnapshot(stores.db, record)
  if (!prepared) {
    const detail = `Revision ${record.revision} of the campaign is no longer kept.`
    return {
      ...{
        record,
        events,
        campaignName: null,
        template: null,
        html: null,
        explanation: null,
        beliefs: [],
      },
      replay: { kind: 'unavailable', detail },
    }
  }
  const settings = policySettingsOf(prepared.snapshot)
  const { policyVersion } = record
  const parsed = await findPosterior(stores.db, record.campaignId, policyVersion)
  const posterior = parsed?.kind === 'ok' ? parsed.posterior : null
  const policy =
    policyVersion === 0
      ? createUniformPolicy(settings)
      : posterior && createLearnedPolicy(posterior, policyVersion, settings)
  const explanation = explainDecision(prepared, record, policy)
  const view = {
    record,
    events,
    campaignName: prepared.snapshot.campaignName,
    template: nameTemplate(prepared.snapshot),
    html: renderDecision(prepared.snapshot, record).html,
    explanation,
    beliefs: posterior ? composeBeliefs(posterior, record, explanation) : [],
  }
  if (!policy) {
    const fate = parsed ? 'is stored in a form that can’t be read' : 'is no longer kept'
    const detail = `Policy version ${policyVersion} ${fate}.`
    return { ...view, replay: { kind: 'unavailable', detail } }
  }
  const replay = replayDecision(prepared, record, policy)
  return {
    ...view,
    replay:
      replay.kind === 'identical'
        ? { kind: 'identical' }
        : { kind: 'different', differences: [...replay.differences] },
  }
}

function nameTemplate({ design: { team, template } }: Snapshot): DecisionView['template'] {
  return team ? { name: team.name, version: team.version } : { name: template, version: null }
}

const SEED = 1
const DRAWS = 400

/** What the policy that decided believed of the elements it drew from, in the context it knew. */
function composeBeliefs(
  posterior: Posterior,
  record: DecisionRecord,
  explanation: DecisionExplanation,
): DecisionView['beliefs'] {
  if (record.arm !== 'dynamic') return []
  const candidates = explanation.slots.map(({ slot, eligible }) => ({
    slot,
    assetIds: eligible.map(({ assetId }) => assetId),
    weights: eligible.map(({ probability }) => probability ?? 0),
  }))
  const choices = explainChoices(posterior, record, explanation)
  const beliefs = summariseBeliefs(posterior, new WeightDraws(posterior, DRAWS, SEED), {
    candidates,
    cells: [{ cell: record.cell, weight: 1 }],
  })
  return beliefs.map(({ slot, overall }) => ({
    slot,
    assets: overall.map(({ assetId, rate, probabilityBest }) => ({
      assetId,
      rate,
      probabilityBest,
    })),
    choice: choices.find((choice) => choice.slot === slot) ?? null,
  }))
}

async function findPreparedSnapshot(
  db: Database,
  record: DecisionRecord,
): Promise<PreparedSnapshot | null> {
  const { campaignId, revision, workspaceId } = record
  const row = await db.campaignSnapshot.findFirst({ where: { campaignId, revision, workspaceId } })
  return row ? prepareSnapshot(snapshotSchema.parse(row.document)) : null
}
