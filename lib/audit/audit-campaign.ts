import type { Audit, AuditQuery } from './audit'
import type { AuditFinding } from './audit-finding'
import { layGround, SIZES } from './audit-ground'
import type { AuditInput } from './audit-input'
import { countCoverage } from './count-coverage'
import { findTwins } from './find-twins'
import { listFindings } from './list-findings'
import { listInventory } from './list-inventory'
import { measureModularity } from './measure-modularity'
import { scoreBreadth } from './score-breadth'
import { selectCoverage } from './select-coverage'
import { weighSizes } from './weigh-sizes'

/** Beyond it, findings of one topic are counted and not listed. */
export const MAX_FINDINGS_PER_TOPIC = 60

const EVERYBODY: AuditQuery = { segment: 'all', locale: 'all' }

/** Everything there is to say about a campaign's assets. `query` chooses whose coverage is listed. */
export function auditCampaign(input: AuditInput, query: AuditQuery = EVERYBODY): Audit {
  const ground = layGround(input)
  const coverage = countCoverage(ground)
  const twins = findTwins(ground)
  const weights = weighSizes(ground)
  const modularity = measureModularity(ground, twins)
  const score = scoreBreadth(ground, coverage, twins, modularity)
  const findings = listFindings(ground, coverage, input, twins, weights)
  const listed = limitFindings(findings)
  return {
    campaignId: input.draft.id,
    auditedAt: new Date(input.nowMs).toISOString(),
    sizes: SIZES.map((size, index) => ({
      size,
      isPlaced: ground.hasPlacements && ground.placed.includes(index),
    })),
    hasPlacements: ground.hasPlacements,
    score: { value: score.value, parts: [...score.parts] },
    counts: countSeverities(findings),
    findings: listed,
    omittedFindingCount: findings.length - listed.length,
    coverage: {
      audiences: ground.audiences.map(({ segmentId, label }) => ({ id: segmentId, label })),
      locales: [...ground.locales],
      omittedLocaleCount: ground.omittedLocaleCount,
      rows: selectCoverage(ground, coverage, query),
    },
    inventory: listInventory(ground),
    weights,
    modularity: { ...modularity, slots: [...modularity.slots] },
  }
}

function countSeverities(findings: readonly AuditFinding[]): Audit['counts'] {
  const of = (severity: string) => findings.filter((one) => one.severity === severity).length
  return { error: of('error'), warning: of('warning'), info: of('info') }
}

function limitFindings(findings: readonly AuditFinding[]): AuditFinding[] {
  const taken = new Map<string, number>()
  return findings.filter(({ topic }) => {
    const count = (taken.get(topic) ?? 0) + 1
    taken.set(topic, count)
    return count <= MAX_FINDINGS_PER_TOPIC
  })
}
