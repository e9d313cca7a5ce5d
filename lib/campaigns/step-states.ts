import { listConditionReferences } from '@/lib/decision/condition-references'
import type { CampaignDraft } from './campaign-draft'
import { isFeedStale } from '@/lib/sources/list-data-needs'
import { checkDraft, checkFlight } from './check-draft'
import { listPairWarnings } from './check-pairs'
import { type Step, STEPS, type StepState } from './step'

/** The state of each of the seven steps, with one sentence that says why. */
export function listStepStates(draft: CampaignDraft, nowMs: number): StepState[] {
  const issues = [...checkFlight(draft, nowMs), ...checkDraft(draft)]
  return STEPS.map((step) => {
    if (!hasStarted(draft, step))
      return { step, state: 'not_started', reason: START_SENTENCES[step] }
    const own = issues.filter((issue) => issue.step === step)
    const warning = own[0]?.message ?? warningOf(draft, step, nowMs)
    if (warning) {
      const more = own.length > 1 ? ` And ${own.length - 1} more.` : ''
      return { step, state: 'needs_attention', reason: `${warning}${more}` }
    }
    return { step, state: 'done', reason: doneSentence(draft, step) }
  })
}

const START_SENTENCES: Record<Step, string> = {
  objectives: 'Say what success means and when the campaign runs.',
  assets: 'Add the pictures and the copy that ads are made of.',
  segments: 'Choose the groups of people the ads should tell apart.',
  sources: 'Bring in what you know about your customers, with their consent.',
  rules: 'Say what must or must not be shown, and when.',
  pilot: 'Try it on part of the traffic against a static ad.',
  scale: 'Publish the pilot first; then keep what wins.',
}

function hasStarted(draft: CampaignDraft, step: Step): boolean {
  switch (step) {
    case 'objectives':
      return draft.objectives !== null
    case 'assets':
      return draft.slots.length > 0
    case 'segments':
      return draft.segments.length > 0
    case 'sources':
      return (
        draft.workspace.sourceCount > 0 ||
        draft.workspace.feeds.length > 0 ||
        fieldsOf(draft).length > 0
      )
    case 'rules':
      return draft.rules.length > 0 || draft.constraints.length > 0
    case 'pilot':
      return draft.pilot !== null
    case 'scale':
      return draft.revision > 0
  }
}

function warningOf(draft: CampaignDraft, step: Step, nowMs: number): string | null {
  switch (step) {
    case 'sources':
      return missingSource(draft, nowMs)
    case 'pilot':
      return draft.revision === 0 ? 'The pilot is planned but not started: publish it.' : null
    case 'scale':
      return draft.status === 'paused' ? 'The campaign is paused.' : null
    case 'objectives':
    case 'assets':
    case 'segments':
      return null
    case 'rules':
      return listPairWarnings(draft)[0] ?? null
  }
}

/** Data that rules or segments read but nobody delivers, or has not for long. */
function missingSource(draft: CampaignDraft, nowMs: number): string | null {
  const fields = fieldsOf(draft)
  if (fields.some((field) => field.startsWith('profile.')) && draft.workspace.profileCount === 0) {
    return 'Segments read customer attributes, but no customers were imported yet.'
  }
  if (draft.workspace.sourceCount > 0 && draft.workspace.profileCount === 0) {
    return 'A source is set up, but no customer came in from it yet.'
  }
  for (const kind of ['weather', 'stock', 'promotion'] as const) {
    if (!fields.some((field) => field.startsWith(`${kind}.`))) continue
    const lastPushAt = draft.workspace.feeds.find((feed) => feed.kind === kind)?.lastPushAt ?? null
    if (lastPushAt === null)
      return `Rules read the ${kind} feed, but it has not delivered anything yet.`
    if (isFeedStale(kind, lastPushAt, nowMs))
      return `The ${kind} feed has been silent for long: what it said may no longer be true.`
  }
  return null
}

function fieldsOf(draft: CampaignDraft): string[] {
  return [...draft.segments, ...draft.rules].flatMap(
    ({ condition }) => listConditionReferences(condition).fields,
  )
}

function doneSentence(draft: CampaignDraft, step: Step): string {
  switch (step) {
    case 'objectives':
      return 'Goal, target, budget and flight are set.'
    case 'assets':
      return `${draft.slots.length} slots, ${permutationCount(draft).toLocaleString('en')} possible ads.`
    case 'segments':
      return draft.segments.length === 1
        ? '1 segment is told apart.'
        : `${draft.segments.length} segments are told apart.`
    case 'sources':
      return describeSources(draft)
    case 'rules':
      return describeRules(draft)
    case 'pilot':
      return `Published as revision ${draft.revision}.`
    case 'scale':
      return draft.status === 'ended' ? 'The campaign has ended.' : 'The campaign is live.'
  }
}

function describeSources({ workspace }: CampaignDraft): string {
  const { profileCount } = workspace
  const feeds = workspace.feeds.filter(({ lastPushAt }) => lastPushAt !== null)
  const parts = [
    ...(profileCount > 0
      ? [profileCount === 1 ? '1 customer' : `${profileCount.toLocaleString('en')} customers`]
      : []),
    ...(feeds.length > 0
      ? [feeds.length === 1 ? '1 live feed' : `${feeds.length} live feeds`]
      : []),
  ]
  return parts.length > 0
    ? `${parts.join(', ')}.`
    : 'Nothing has to be delivered: only the moment and the page are read.'
}

function describeRules({ rules, constraints }: CampaignDraft): string {
  const count = rules.filter(({ enabled }) => enabled).length
  const on = count === 1 ? '1 rule is on' : `${count} rules are on`
  if (constraints.length === 0) return `${on}.`
  return constraints.length === 1
    ? `${on}, with 1 pair.`
    : `${on}, with ${constraints.length} pairs.`
}

/** How many different ads the slots can make, counting approved assets that are not paused. */
export function permutationCount(draft: CampaignDraft): number {
  return draft.slots.reduce(
    (product, slot) =>
      product * slot.assets.filter((a) => a.state === 'approved' && !a.isPaused).length,
    draft.slots.length > 0 ? 1 : 0,
  )
}
