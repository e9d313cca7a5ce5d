import type { Audit, AuditQuery } from './audit'
import { type AuditFinding, findingSeveritySchema } from './audit-finding'
import { type AuditGround, layGround, SIZES } from './audit-ground'
import type { AuditInput } from './audit-input'
import { type Coverage, countCoverage } from './count-coverage'
import { findBrandFaults } from './find-brand-faults'
import { findDuplicates } from './find-duplicates'
import { findFitFaults } from './find-fit-faults'
import { findGaps } from './find-gaps'
import { findLanguageLeaks } from './find-language-leaks'
import { findMissingAltTexts } from './find-missing-alt-texts'
import { findReadiness } from './find-readiness'
import { findRights } from './find-rights'
import { findTwins } from './find-twins'
import { listInventory } from './list-inventory'
import { measureModularity } from './measure-modularity'
import { scoreBreadth } from './score-breadth'
import { selectCoverage } from './select-coverage'
import { findOverweight, weighSizes } from './weigh-sizes'

/** Beyond it, findings of one topic are counted and not listed. */
export const MAX_FINDINGS_PER_TOPIC = 60

const EVERYBODY: AuditQuery = { segment: 'all', locale: 'all' }

/** Everything there is to say about a campaign's assets. `query` chooses whose coverage is listed. */
export function auditCampaign(input: AuditInput, query: AuditQuery = EVERYBODY): Audit {
  const ground = layGround(input)
  return reportAudit(input, ground, countCoverage(ground), query)
}

/** As `auditCampaign`, over what was worked out already. */
export function reportAudit(
  input: AuditInput,
  ground: AuditGround,
  coverage: Coverage,
  query: AuditQuery = EVERYBODY,
): Audit {
  const twins = findTwins(ground)
  const weights = weighSizes(ground)
  const modularity = measureModularity(ground, twins)
  const findings = [
    ...findGaps(ground, coverage),
    ...findFitFaults(ground),
    ...findOverweight(ground, weights),
    ...findRights(ground),
    ...findBrandFaults(ground, input.kit),
    ...findLanguageLeaks(ground, coverage),
    ...findReadiness(ground),
    ...findDuplicates(ground, twins),
    ...findMissingAltTexts(ground),
  ]
  const listed = limitFindings(findings)
  return {
    campaignId: input.draft.id,
    auditedAt: new Date(input.nowMs).toISOString(),
    sizes: SIZES.map((size, index) => ({
      size,
      isPlaced: ground.hasPlacements && ground.placed.includes(index),
    })),
    hasPlacements: ground.hasPlacements,
    score: toPlain(scoreBreadth(ground, coverage, twins, modularity)),
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

function toPlain(score: ReturnType<typeof scoreBreadth>): Audit['score'] {
  return { value: score.value, parts: [...score.parts] }
}

function countSeverities(findings: readonly AuditFinding[]): Audit['counts'] {
  const of = (severity: string) => findings.filter((one) => one.severity === severity).length
  return { error: of('error'), warning: of('warning'), info: of('info') }
}

/** The most severe first; of each topic no more than the limit. */
function limitFindings(findings: readonly AuditFinding[]): AuditFinding[] {
  const order = findingSeveritySchema.options
  const sorted = findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
  const taken = new Map<string, number>()
  return sorted.filter(({ topic }) => {
    const count = (taken.get(topic) ?? 0) + 1
    taken.set(topic, count)
    return count <= MAX_FINDINGS_PER_TOPIC
  })
}
