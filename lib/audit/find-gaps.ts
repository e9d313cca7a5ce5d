import { isPictured } from '@/lib/creatives/asset-fit'
import {
  type AuditGround,
  counted,
  type Element,
  type GroundSlot,
  placedWithRoom,
  SIZES,
} from './audit-ground'
import { type AuditFinding, type AuditFix, createFinding } from './audit-finding'
import { type CellCount, type Coverage, NOTHING, speaksTo } from './count-coverage'
import { describePlace, nounOf } from './describe-place'
import { type Gap, mergeGaps } from './merge-gaps'

/**
 * What a viewer finds. `missing`: nothing. `poor`: only what is cut or enlarged. `waiting`: good
 * assets, none of which may be shown yet.
 */
type Lack = 'missing' | 'poor' | 'waiting'

function lackOf({ good, ready, limited }: CellCount): Lack | null {
  if (good === 0) return limited === 0 ? 'missing' : 'poor'
  return ready === 0 ? 'waiting' : null
}

/** Cells of placed sizes in which there is nothing good to show, said as few times as can be. */
export function findGaps(ground: AuditGround, coverage: Coverage): AuditFinding[] {
  return ground.slots.flatMap((slot) => {
    const sizes = placedWithRoom(ground, slot)
    if (!slot.elements.some(counted)) return sizes.length === 0 ? [] : [describeEmptySlot(slot)]
    return (['missing', 'poor', 'waiting'] as const).flatMap((lack) => {
      const holes = coverage.viewers.flatMap(({ viewer, cells }) =>
        sizes.flatMap((size) =>
          lackOf(cells[slot.index]?.[size] ?? NOTHING) === lack ? { ...viewer, size } : [],
        ),
      )
      const gaps = mergeGaps(
        holes,
        coverage.viewers.map(({ viewer }) => viewer),
      )
      return gaps.map((gap) => describeGap(ground, coverage, slot, lack, gap))
    })
  })
}

function describeEmptySlot(slot: GroundSlot): AuditFinding {
  const isOut = slot.elements.length > 0
  return createFinding(
    'coverage',
    'empty',
    'error',
    {
      sentence: isOut
        ? `Nothing in the slot “${slot.label}” can be shown.`
        : `The slot “${slot.label}” is empty.`,
      detail: isOut
        ? 'Everything in it is paused, archived, rejected or beyond its rights.'
        : 'Every ad would have a hole there, so the campaign can’t be published.',
    },
    { slots: [slot.key] },
    fillSlot(slot),
  )
}

function fillSlot({ key, kind }: GroundSlot): AuditFix {
  return { kind: 'fill_slot', slot: key, from: isPictured(kind) ? 'upload' : 'library' }
}

function describeGap(
  ground: AuditGround,
  coverage: Coverage,
  slot: GroundSlot,
  lack: Lack,
  gap: Gap,
): AuditFinding {
  const place = describePlace(ground, slot, gap)
  const candidates = slot.elements.filter(
    (element) =>
      counted(element) &&
      (gap.locales === 'all' || gap.locales.every((locale) => speaksTo(element, locale))),
  )
  const where = {
    slots: [slot.key],
    sizes: gap.sizes.flatMap((size) => SIZES[size] ?? []),
    locales: gap.locales === 'all' ? [] : gapTags(ground, gap.locales),
    segmentIds:
      gap.audiences === 'all'
        ? []
        : gap.audiences.flatMap((index) => ground.audiences[index]?.segmentId ?? []),
  }
  const noun = nounOf(slot.kind)
  const wall = findWall(ground, coverage, slot, gap, candidates)
  switch (lack) {
    case 'missing':
      return createFinding(
        'coverage',
        lack,
        'error',
        {
          sentence: `No ${noun}${place}.`,
          detail: wall ? 'There are some, but a rule takes them away here.' : explainMissing(slot),
        },
        where,
        wall ?? mendMissing(ground, slot, gap, candidates),
      )
    case 'poor':
      return createFinding(
        'coverage',
        lack,
        'warning',
        describePoor(slot, gap, place, candidates),
        { ...where, assetIds: candidates.map(({ asset }) => asset.id).slice(0, 20) },
        wall ?? mendMissing(ground, slot, gap, candidates),
      )
    case 'waiting': {
      const waiting = candidates.filter(({ standing }) => standing.kind === 'planned')
      return createFinding(
        'coverage',
        lack,
        'warning',
        {
          sentence: `No approved ${noun}${place}.`,
          detail: `${waiting.length === 1 ? 'One waits' : `${waiting.length} wait`} for it: only approved assets are shown.`,
        },
        { ...where, assetIds: waiting.map(({ asset }) => asset.id).slice(0, 20) },
        mendWaiting(waiting),
      )
    }
  }
}

function explainMissing({ kind }: GroundSlot): string {
  return isPictured(kind)
    ? 'The ad would be shown without it.'
    : 'These viewers would read another language, or nothing.'
}

function describePoor(
  slot: GroundSlot,
  gap: Gap,
  place: string,
  candidates: readonly Element[],
): { sentence: string; detail: string } {
  const noun = nounOf(slot.kind)
  const limit = limitOf(slot, gap.sizes)
  if (isPictured(slot.kind) || limit === null) {
    const needed = candidates.flatMap(({ fits }) =>
      gap.sizes.flatMap((size) => {
        const fit = fits[size]
        return fit?.state === 'limited' && fit.fault.kind === 'too_small' ? [fit.fault] : []
      }),
    )
    const widthPx = Math.max(...needed.map(({ neededWidthPx }) => neededWidthPx))
    const heightPx = Math.max(...needed.map(({ neededHeightPx }) => neededHeightPx))
    return {
      sentence: `No ${noun} large enough${place}.`,
      detail:
        needed.length > 0
          ? `At least ${widthPx} × ${heightPx} px are needed; all of these are shown enlarged.`
          : 'All of these are shown enlarged.',
    }
  }
  const excesses = candidates.flatMap(({ fits }) =>
    gap.sizes.flatMap((size) => {
      const fit = fits[size]
      return fit?.state === 'limited' && fit.fault.kind === 'too_long' ? [fit.fault.excess] : []
    }),
  )
  const least = Math.min(...excesses)
  return {
    sentence: `No ${noun} of ${limit} characters or fewer${place}.`,
    detail: Number.isFinite(least)
      ? `The shortest is ${least} character${least === 1 ? '' : 's'} too long, so its end is cut off.`
      : 'All of these are cut.',
  }
}

function limitOf(slot: GroundSlot, sizes: readonly number[]): number | null {
  const limits = sizes.flatMap((size) => slot.characterLimits[size] ?? [])
  return limits.length === 0 ? null : Math.min(...limits)
}

function mendMissing(
  ground: AuditGround,
  slot: GroundSlot,
  gap: Gap,
  candidates: readonly Element[],
): AuditFix {
  if (isPictured(slot.kind) || slot.kind === 'theme') return fillSlot(slot)
  const [shortest] = candidates
    .map(({ asset }) => asset.text ?? '')
    .toSorted((a, b) => a.length - b.length)
  return {
    kind: 'write_copy',
    slot: slot.key,
    assetKind: slot.kind,
    locale: gapLocales(ground, gap)[0] ?? mainLocale(ground),
    maxCharacters: limitOf(slot, gap.sizes),
    sizes: gap.sizes.flatMap((size) => SIZES[size] ?? []),
    text: shortest ?? '',
  }
}

function mendWaiting(waiting: readonly Element[]): AuditFix | null {
  const unsent = waiting.filter(
    ({ asset }) => asset.state === 'draft' || asset.state === 'changes_requested',
  )
  const assetIds = (list: readonly Element[]) => [...new Set(list.map(({ asset }) => asset.id))]
  if (unsent.length > 0) return { kind: 'submit', assetIds: assetIds(unsent) }
  const inReview = waiting.filter(({ asset }) => asset.state === 'in_review')
  return inReview.length > 0 ? { kind: 'review', assetIds: assetIds(inReview) } : null
}

/** Where assets would do but for a rule: that rule. */
function findWall(
  ground: AuditGround,
  { viewers }: Coverage,
  slot: GroundSlot,
  gap: Gap,
  candidates: readonly Element[],
): AuditFix | null {
  const isEnough = candidates.some(({ fits }) =>
    gap.sizes.every((size) => fits[size]?.state === 'good'),
  )
  if (!isEnough) return null
  const rules = ground.draft.rules.filter(({ effect }) => effect.slot === slot.key)
  const fired = viewers.find(
    ({ viewer }) =>
      (gap.audiences === 'all' || gap.audiences.includes(viewer.audience)) &&
      (gap.locales === 'all' || gap.locales.includes(viewer.locale)),
  )
  const rule = rules.find(({ id }) => fired?.eligible.firedRuleIds.includes(id))
  return rule ? { kind: 'go_to', step: 'rules', path: rule.id } : null
}

function gapLocales(ground: AuditGround, { locales }: Gap): string[] {
  return locales === 'all' ? [] : gapTags(ground, locales)
}

function gapTags(ground: AuditGround, locales: readonly (number | null)[]): string[] {
  return locales.flatMap((index) => (index === null ? [] : (ground.locales[index]?.tag ?? [])))
}

function mainLocale({ locales }: AuditGround): string {
  return locales[0]?.tag ?? 'en'
}
