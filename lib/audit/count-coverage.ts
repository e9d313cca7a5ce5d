import type { SlotCandidates } from '@/lib/decision/policy'
import {
  type AuditGround,
  counted,
  type Element,
  type GroundSlot,
  isReady,
  SIZES,
} from './audit-ground'
import { couldHold } from './could-hold'
import { createFindEligible, type Eligible, type FindEligible } from './eligible-elements'
import { contextOfLocale } from './audit-locale'

/** How many assets of one slot a viewer may be shown in one ad size. */
export interface CellCount {
  /** Shown as they are meant to be: neither cut nor enlarged. */
  readonly good: number
  /** Those of them that may be shown now: approved, and in their rights. */
  readonly ready: number
  /** Shown, but cut or enlarged. */
  readonly limited: number
}

/** One kind of viewer. */
export interface Viewer {
  readonly audience: number
  /** Index into the ground's locales; null where no language tells viewers apart. */
  readonly locale: number | null
}

export interface ViewerCoverage {
  readonly viewer: Viewer
  /** By slot, then by ad size in the order of `SIZES`. */
  readonly cells: readonly (readonly CellCount[])[]
  readonly eligible: Eligible
}

export interface Coverage {
  readonly viewers: readonly ViewerCoverage[]
  /** By slot and size: the least of any viewer, and how many viewers have as little. */
  readonly least: readonly (readonly CellCount[])[]
}

/**
 * Counts every cell slot × ad size × audience × language. Viewers that cannot exist (a segment of
 * German speakers who read English) are left out.
 */
export function countCoverage(ground: AuditGround): Coverage {
  const findPlanned = createFindEligible(ground, counted)
  const isAllReady = ground.slots.every(({ elements }) =>
    elements.every((element) => !counted(element) || isReady(element)),
  )
  const findReady = isAllReady ? findPlanned : createFindEligible(ground, isReady)
  const counter = new CellCounter(ground)
  const viewers = listViewers(ground).map((viewer) =>
    coverViewer(ground, viewer, findPlanned, findReady, counter),
  )
  const least = ground.slots.map((slot) =>
    SIZES.map((_, size) =>
      leastOf(viewers.map(({ cells }) => cells[slot.index]?.[size] ?? NOTHING)),
    ),
  )
  return { viewers, least }
}

export function listViewers({ audiences, locales, draft }: AuditGround): Viewer[] {
  const conditions = new Map(draft.segments.map(({ id, condition }) => [id, condition]))
  return audiences.flatMap(({ segmentId }, audience): Viewer[] => {
    if (locales.length === 0) return [{ audience, locale: null }]
    const condition = segmentId === null ? undefined : conditions.get(segmentId)
    return locales.flatMap(({ tag }, locale) =>
      condition && !couldHold(condition, contextOfLocale(tag)) ? [] : { audience, locale },
    )
  })
}

export const NOTHING: CellCount = { good: 0, ready: 0, limited: 0 }

function leastOf(cells: readonly CellCount[]): CellCount {
  return (
    cells.reduce<CellCount | null>((least, cell) => {
      if (!least) return cell
      return {
        good: Math.min(least.good, cell.good),
        ready: Math.min(least.ready, cell.ready),
        limited: cell.good < least.good ? cell.limited : least.limited,
      }
    }, null) ?? NOTHING
  )
}

function coverViewer(
  ground: AuditGround,
  viewer: Viewer,
  findPlanned: FindEligible,
  findReady: FindEligible,
  counter: CellCounter,
): ViewerCoverage {
  const segmentId = ground.audiences[viewer.audience]?.segmentId ?? null
  const locale = viewer.locale === null ? null : (ground.locales[viewer.locale]?.tag ?? null)
  const planned = findPlanned(segmentId, locale)
  const ready = findPlanned === findReady ? planned : findReady(segmentId, locale)
  return {
    viewer,
    eligible: planned,
    cells: ground.slots.map((slot) => {
      const [wide, now] = [planned.candidates[slot.index], ready.candidates[slot.index]]
      const all = counter.count(slot, wide, viewer.locale)
      const readyNow = now === wide ? all : counter.count(slot, now, viewer.locale)
      return all.map(({ good, limited }, size) => ({
        ...{ good, limited },
        ready: readyNow[size]?.ready ?? 0,
      }))
    }),
  }
}

/** Counts each list of candidates once a language, however many viewers have it. */
class CellCounter {
  private readonly known = new Map<SlotCandidates, Map<number | null, readonly CellCount[]>>()
  private readonly elements: readonly ReadonlyMap<string, Element>[]

  constructor(ground: AuditGround) {
    this.elements = ground.slots.map(
      ({ elements }) => new Map(elements.map((element) => [element.asset.id, element])),
    )
  }

  count(
    slot: GroundSlot,
    candidates: SlotCandidates | undefined,
    locale: number | null,
  ): readonly CellCount[] {
    if (!candidates) return SIZES.map(() => NOTHING)
    const byLocale = this.known.get(candidates) ?? new Map<number | null, readonly CellCount[]>()
    this.known.set(candidates, byLocale)
    const counts = byLocale.get(locale) ?? this.countAnew(slot, candidates, locale)
    byLocale.set(locale, counts)
    return counts
  }

  private countAnew(
    slot: GroundSlot,
    { assetIds }: SlotCandidates,
    locale: number | null,
  ): CellCount[] {
    const cells = SIZES.map(() => ({ good: 0, ready: 0, limited: 0 }))
    for (const assetId of assetIds) {
      const element = this.elements[slot.index]?.get(assetId)
      if (!element || !speaksTo(element, locale)) continue
      for (const [size, cell] of cells.entries()) {
        const state = element.fits[size]?.state
        if (state === 'limited') cell.limited++
        if (state !== 'good') continue
        cell.good++
        if (isReady(element)) cell.ready++
      }
    }
    return cells
  }
}

/** Whether an element counts for viewers of one of the ground's locales; of any, where none is told apart. */
export function speaksTo({ speaks }: Element, locale: number | null): boolean {
  return locale === null || speaks[locale] === true
}
