import { labelSlot } from '@/lib/assets/label-slot'
import { listConditionReferences } from '@/lib/decision/condition-references'
import { labelAdSize } from '@/lib/decision/ad-size'
import type { CampaignDraft, DraftSlot } from './campaign-draft'
import { checkFallback, checkOverrides } from './check-fallback'
import { checkAlwaysShown, isShowableInFlight } from './check-limits'
import { checkPairs } from './check-pairs'
import { checkProducts } from './check-products'
import { isServable } from './serving-slots'
import type { CampaignIssue, Step } from './step'

/** Everything that keeps a draft from being published, in the order of the steps. */
export function checkDraft(draft: CampaignDraft): CampaignIssue[] {
  return [
    ...checkObjectives(draft),
    ...checkSlots(draft),
    ...checkOverrides(draft),
    ...checkProducts(draft),
    ...checkSegments(draft),
    ...checkRules(draft),
    ...checkPairs(draft),
    ...checkPilot(draft),
    ...checkFallback(draft),
  ]
}

/** A flight that is over shows nothing but the benchmark; publishing it again needs a later end. */
export function checkFlight({ objectives, status }: CampaignDraft, nowMs: number): CampaignIssue[] {
  if (!objectives || status === 'ended' || Date.parse(objectives.flightEndsAt) > nowMs) return []
  return [
    issueFor('objectives')(
      'flight',
      'The flight is over. Choose a later end, or end the campaign.',
    ),
  ]
}

const issueFor =
  (step: Step) =>
  (path: string, message: string): CampaignIssue => ({ step, path, message })

function checkObjectives({ objectives }: CampaignDraft): CampaignIssue[] {
  return objectives
    ? []
    : [
        issueFor('objectives')(
          'goal',
          'Say what the campaign is for: goal, target, budget and flight.',
        ),
      ]
}

function checkSlots({ slots, placements, objectives }: CampaignDraft): CampaignIssue[] {
  const issue = issueFor('assets')
  if (slots.length === 0) return [issue('slots', 'Add at least a headline and a picture.')]
  return slots.flatMap((slot) => {
    const servable = slot.assets.filter(isServable)
    if (servable.length === 0) {
      return [issue(`slots.${slot.key}`, describeUnfilled(slot))]
    }
    if (!servable.some((asset) => isShowableInFlight(asset, objectives))) {
      const name = labelSlot(slot.key, slot.kind)
      const message = `Nothing in the slot “${name}” may be shown during the flight: renew rights or approvals, or add something.`
      return [issue(`slots.${slot.key}`, message)]
    }
    return placements.flatMap(({ size }) =>
      servable.flatMap((asset) => {
        const isMissing =
          isPicture(slot) && !asset.renditions.some((rendition) => rendition.size === size)
        return isMissing
          ? [
              issue(
                `slots.${slot.key}`,
                `“${asset.name}” has no picture for ${labelAdSize(size)} yet. Pictures uploaded before there was this size are made anew in the background; if this stays, upload it again.`,
              ),
            ]
          : []
      }),
    )
  })
}

function describeUnfilled({ key, kind, assets }: DraftSlot): string {
  const name = labelSlot(key, kind)
  if (assets.length === 0) return `The slot “${name}” is empty: choose something for it.`
  return assets.some(({ state }) => state === 'approved')
    ? `Everything approved in the slot “${name}” is paused.`
    : `Nothing in the slot “${name}” is approved yet.`
}

function isPicture(slot: DraftSlot): boolean {
  return slot.kind === 'image' || slot.kind === 'background'
}

function checkSegments({ segments }: CampaignDraft): CampaignIssue[] {
  const issue = issueFor('segments')
  return segments.flatMap((segment) =>
    listConditionReferences(segment.condition).segmentIds.length > 0
      ? [
          issue(
            segment.id,
            `The segment “${segment.name}” refers to another segment, which segments may not.`,
          ),
        ]
      : [],
  )
}

function checkRules({ rules, slots, segments }: CampaignDraft): CampaignIssue[] {
  const issue = issueFor('rules')
  const segmentIds = new Set(segments.map(({ id }) => id))
  return rules.flatMap((rule) => {
    if (!rule.enabled) return []
    const slot = slots.find(({ key }) => key === rule.effect.slot)
    if (!slot)
      return [
        issue(
          rule.id,
          `The rule “${rule.name}” is about the slot “${rule.effect.slot}”, which is gone.`,
        ),
      ]
    const known = new Set(slot.assets.map(({ id }) => id))
    const strangers = rule.effect.assetIds.filter((id) => !known.has(id)).length
    const foreign = listConditionReferences(rule.condition).segmentIds.filter(
      (id) => !segmentIds.has(id),
    ).length
    return [
      ...(strangers > 0
        ? [
            issue(
              rule.id,
              `The rule “${rule.name}” names ${strangers} asset(s) that are not in the slot “${labelSlot(slot.key, slot.kind)}”.`,
            ),
          ]
        : []),
      ...(foreign > 0
        ? [issue(rule.id, `The rule “${rule.name}” names a segment this campaign does not use.`)]
        : []),
    ]
  })
}

function checkPilot(draft: CampaignDraft): CampaignIssue[] {
  const { pilot, slots, segments, placements } = draft
  const issue = issueFor('pilot')
  if (!pilot)
    return [issue('trafficShare', 'Choose the pilot’s segments, slots, placements and benchmark.')]
  const segmentIds = new Set(segments.map(({ id }) => id))
  const placementIds = new Set(placements.map(({ id }) => id))
  return [
    ...slots.flatMap((slot) => {
      const benchmark = slot.assets.find(({ id }) => id === pilot.benchmark[slot.key])
      if (!benchmark)
        return [
          issue(
            `benchmark.${slot.key}`,
            `Choose the benchmark’s asset for the slot “${labelSlot(slot.key, slot.kind)}”.`,
          ),
        ]
      return benchmark.state === 'approved'
        ? checkAlwaysShown(benchmark, draft).map((message) =>
            issue(`benchmark.${slot.key}`, message),
          )
        : [issue(`benchmark.${slot.key}`, `The benchmark’s “${benchmark.name}” is not approved.`)]
    }),
    ...(pilot.slotKeys.some((key) => slots.some((slot) => slot.key === key))
      ? []
      : [issue('slotKeys', 'None of the slots that should vary exists any more.')]),
    ...(pilot.segmentIds.every((id) => segmentIds.has(id))
      ? []
      : [
          issue('segmentIds', 'The pilot names a segment that is no longer part of this campaign.'),
        ]),
    ...(pilot.placementIds.some((id) => placementIds.has(id))
      ? []
      : [issue('placementIds', 'None of the pilot’s placements exists any more.')]),
  ]
}
