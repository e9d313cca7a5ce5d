import type { AuditGround, Element, GroundSlot } from './audit-ground'
import { type AuditFinding, createFinding } from './audit-finding'
import { quoteAsset } from './describe-place'

const DAY_MS = 86_400_000

/** Rights and approvals that begin late, end during the flight or are over, and what then remains. */
export function findRights(ground: AuditGround): AuditFinding[] {
  return ground.slots.flatMap((slot) =>
    slot.elements.flatMap((element) =>
      element.asset.isPaused
        ? []
        : [...checkEnd(ground, slot, element), ...checkStart(ground, slot, element)],
    ),
  )
}

/** The moment from which an asset may not be shown any more; null if it may for good. */
export function endOf({ details }: Element): { atMs: number; of: 'rights' | 'approval' } | null {
  const { rightsEndAtMs, approvalEndsAtMs } = details
  if (rightsEndAtMs === null && approvalEndsAtMs === null) return null
  return (rightsEndAtMs ?? Infinity) <= (approvalEndsAtMs ?? Infinity)
    ? { atMs: rightsEndAtMs ?? 0, of: 'rights' }
    : { atMs: approvalEndsAtMs ?? 0, of: 'approval' }
}

function checkEnd(ground: AuditGround, slot: GroundSlot, element: Element): AuditFinding[] {
  const { asset } = element
  const end = endOf(element)
  if (!end || asset.state === 'archived') return []
  const what = end.of === 'rights' ? 'The rights to' : 'The approval of'
  const [verb, past] = end.of === 'rights' ? ['end', 'ended'] : ['ends', 'ended']
  const where = { slots: [slot.key], assetIds: [asset.id] }
  const fix = { kind: 'open_asset', assetId: asset.id, field: end.of } as const
  if (end.atMs <= ground.nowMs) {
    const sentence = `${what} ${quoteAsset(asset)} ${past} on ${formatDay(ground, end.atMs)}.`
    const detail = `It is not shown any more. ${describeRest(ground, slot, end.atMs).words}`
    return [createFinding('rights', 'over', 'error', { sentence, detail }, where, fix)]
  }
  const flightEndMs = ground.flight?.endsAtMs
  if (flightEndMs === undefined || end.atMs >= flightEndMs) return []
  const days = Math.ceil((flightEndMs - end.atMs) / DAY_MS)
  const rest = describeRest(ground, slot, end.atMs)
  return [
    createFinding(
      'rights',
      'ending',
      rest.count === 0 ? 'error' : 'warning',
      {
        sentence: `${what} ${quoteAsset(asset)} ${verb} on ${formatDay(ground, end.atMs)}, ${days === 1 ? 'a day' : `${days} days`} before the flight does.`,
        detail: rest.words,
      },
      where,
      fix,
    ),
  ]
}

function checkStart(ground: AuditGround, slot: GroundSlot, element: Element): AuditFinding[] {
  const startMs = element.details.rightsStartAtMs
  const flightStartMs = ground.flight?.startsAtMs
  if (startMs === null || flightStartMs === undefined) return []
  if (startMs <= Math.max(flightStartMs, ground.nowMs)) return []
  return [
    createFinding(
      'rights',
      'late',
      'warning',
      {
        sentence: `The rights to ${quoteAsset(element.asset)} begin on ${formatDay(ground, startMs)}, after the flight does.`,
        detail: 'It is not shown before.',
      },
      { slots: [slot.key], assetIds: [element.asset.id] },
      { kind: 'open_asset', assetId: element.asset.id, field: 'rights' },
    ),
  ]
}

/** What the slot still has from a moment on, and right after it. */
function describeRest(
  { nowMs }: AuditGround,
  slot: GroundSlot,
  fromMs: number,
): { count: number; words: string } {
  const isLeft = (element: Element) =>
    element.standing.kind !== 'out' && (endOf(element)?.atMs ?? Infinity) > Math.max(fromMs, nowMs)
  const count = slot.elements.filter(isLeft).length
  const then = fromMs <= nowMs ? 'Now' : 'From then on'
  if (count === 0) return { count, words: `${then} nothing is left in the slot “${slot.label}”.` }
  return {
    count,
    words: `${then} ${count} ${count === 1 ? 'is' : 'are'} left in the slot “${slot.label}”.`,
  }
}

function formatDay({ draft }: AuditGround, atMs: number): string {
  return new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'medium',
    timeZone: draft.objectives?.timeZone ?? 'UTC',
  }).format(atMs)
}
