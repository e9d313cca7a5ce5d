import type { Audit, AuditQuery, CellState, CoverageCell } from './audit'
import { type AuditGround, type GroundSlot, SIZES } from './audit-ground'
import {
  type CellCount,
  type Coverage,
  NOTHING,
  type Viewer,
  type ViewerCoverage,
} from './count-coverage'

const MAX_EXAMPLES = 4

/** The matrix slot × size for those viewers that are asked for: the least that any of them finds. */
export function selectCoverage(
  ground: AuditGround,
  { viewers }: Coverage,
  query: AuditQuery,
): Audit['coverage']['rows'] {
  const selected = viewers.filter(({ viewer }) => isSelected(ground, viewer, query))
  return ground.slots.map((slot) => ({
    slot: slot.key,
    label: slot.label,
    kind: slot.kind,
    cells: SIZES.map((_, size) => toCell(ground, slot, size, selected)),
  }))
}

function isSelected(ground: AuditGround, viewer: Viewer, { segment, locale }: AuditQuery): boolean {
  const audience = ground.audiences[viewer.audience]
  const tag = viewer.locale === null ? null : ground.locales[viewer.locale]?.tag
  return (
    (segment === 'all' || (audience?.segmentId ?? 'none') === segment) &&
    (locale === 'all' || tag === null || tag === locale)
  )
}

export function stateOf({ good, ready, limited }: CellCount): Exclude<CellState, 'no_room'> {
  if (ready > 0) return 'good'
  if (good > 0) return 'waiting'
  return limited > 0 ? 'poor' : 'missing'
}

const ORDER: readonly CellState[] = ['missing', 'poor', 'waiting', 'good']

function toCell(
  ground: AuditGround,
  slot: GroundSlot,
  size: number,
  viewers: readonly ViewerCoverage[],
): CoverageCell {
  const countOf = ({ cells }: ViewerCoverage) => cells[slot.index]?.[size] ?? NOTHING
  const rankOf = (one: ViewerCoverage) => ORDER.indexOf(stateOf(countOf(one)))
  const [first] = viewers
  const worst = viewers.reduce<ViewerCoverage | undefined>((least, one) => {
    if (!least) return one
    const step = rankOf(one) - rankOf(least)
    return step < 0 || (step === 0 && countOf(one).good < countOf(least).good) ? one : least
  }, first)
  const counts = worst ? countOf(worst) : NOTHING
  const state = slot.hasRoom[size] ? stateOf(counts) : 'no_room'
  const alike = viewers.filter((one) => stateOf(countOf(one)) === state)
  return {
    size: SIZES[size] ?? '300x250',
    state,
    ...counts,
    characterLimit: slot.characterLimits[size] ?? null,
    viewers: {
      count: alike.length,
      of: viewers.length,
      examples: alike.slice(0, MAX_EXAMPLES).map(({ viewer }) => describeViewer(ground, viewer)),
    },
  }
}

/** “Frequent buyers, German”. */
export function describeViewer(ground: AuditGround, { audience, locale }: Viewer): string {
  const who = ground.audiences[audience]?.label ?? ''
  const language = locale === null ? null : ground.locales[locale]?.label
  return language && ground.locales.length > 1 ? `${who}, ${language}` : who
}
