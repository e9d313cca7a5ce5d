import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { type AuditGround, layGround, SIZES } from './audit-ground'
import type { AuditInput } from './audit-input'
import { type Coverage, countCoverage, NOTHING } from './count-coverage'
import { findTwins } from './find-twins'
import { listFindings } from './list-findings'
import { listInventory } from './list-inventory'
import { stateOf } from './select-coverage'
import { weighSizes } from './weigh-sizes'

export const auditTableSchema = z.enum(['inventory', 'coverage', 'findings'])
export type AuditTable = z.infer<typeof auditTableSchema>

type Row = readonly (string | number)[]

/**
 * One table of an audit as CSV (RFC 4180, UTF-8 with a byte order mark for spreadsheets), whole: no
 * finding is left out. Texts that a spreadsheet would run as a formula are defused with an
 * apostrophe (OWASP CSV injection).
 */
export function toAuditCsv(input: AuditInput, table: AuditTable): string {
  return stringify(listRows(input, table), {
    bom: true,
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

function listRows(input: AuditInput, table: AuditTable): Row[] {
  const ground = layGround(input)
  switch (table) {
    case 'inventory':
      return listInventoryRows(ground)
    case 'coverage':
      return listCoverageRows(ground, countCoverage(ground))
    case 'findings':
      return listFindingRows(input, ground)
  }
}

const INVENTORY_HEADER = ['slot', 'assetId', 'kind', 'name', 'text', 'locale', 'state', 'isPaused']

/** Of each size `good`, or why not. */
function listInventoryRows(ground: AuditGround): Row[] {
  const lines = listInventory(ground).map((row) => [
    ...[row.slot, row.assetId, row.kind, row.name, row.text ?? '', row.locale, row.state],
    row.isPaused ? 'yes' : 'no',
    row.standing,
    ...row.fits.map(({ state, reason }) => (state === 'good' ? 'good' : `${state}: ${reason}`)),
  ])
  return [[...INVENTORY_HEADER, 'standing', ...SIZES], ...lines]
}

const COVERAGE_HEADER = [
  ...['slot', 'size', 'isPlaced', 'segmentId', 'segment', 'locale'],
  ...['state', 'good', 'ready', 'limited', 'characterLimit'],
]

/** Every cell slot × size × segment × language. */
function listCoverageRows(ground: AuditGround, { viewers }: Coverage): Row[] {
  const lines = ground.slots.flatMap((slot) =>
    SIZES.flatMap((size, index) =>
      viewers.map(({ viewer, cells }): Row => {
        const counts = cells[slot.index]?.[index] ?? NOTHING
        const audience = ground.audiences[viewer.audience]
        return [
          slot.key,
          size,
          ground.hasPlacements && ground.placed.includes(index) ? 'yes' : 'no',
          audience?.segmentId ?? '',
          audience?.label ?? '',
          viewer.locale === null ? '' : (ground.locales[viewer.locale]?.tag ?? ''),
          slot.hasRoom[index] ? stateOf(counts) : 'no_room',
          counts.good,
          counts.ready,
          counts.limited,
          slot.characterLimits[index] ?? '',
        ]
      }),
    ),
  )
  return [COVERAGE_HEADER, ...lines]
}

const FINDINGS_HEADER = [
  ...['severity', 'topic', 'finding', 'detail'],
  ...['slots', 'sizes', 'locales', 'segmentIds', 'assetIds', 'fix'],
]

function listFindingRows(input: AuditInput, ground: AuditGround): Row[] {
  const coverage = countCoverage(ground)
  const findings = listFindings(ground, coverage, input, findTwins(ground), weighSizes(ground))
  const lines = findings.map(({ severity, topic, sentence, detail, where, fix }) => [
    ...[severity, topic, sentence, detail],
    ...[where.slots, where.sizes, where.locales, where.segmentIds, where.assetIds].map((parts) =>
      parts.join(' '),
    ),
    fix?.kind ?? '',
  ])
  return [FINDINGS_HEADER, ...lines]
}
