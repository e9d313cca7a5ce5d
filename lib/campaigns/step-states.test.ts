import { describe, expect, it } from 'vitest'
import type { CampaignDraft } from './campaign-draft'
import { type Step, STEPS } from './step'
import { listStepStates, permutationCount } from './step-states'
import {
  buildAsset,
  buildDraft,
  buildRule,
  buildSlot,
  OBJECTIVES,
  PILOT,
  RAIN,
} from './testing/build-draft'

const NOW_MS = Date.parse('2026-11-24T01:00:00Z')
const EMPTY = buildDraft({
  objectives: null,
  slots: [],
  segments: [],
  pilot: null,
  placements: [],
})
const stateOf = (draft: CampaignDraft, step: Step) =>
  listStepStates(draft, NOW_MS).find((state) => state.step === step)
const fed = (lastPushAt: string | null): CampaignDraft['workspace'] => ({
  profileCount: 3,
  sourceCount: 1,
  feeds: [{ kind: 'weather', lastPushAt }],
})
const profile = (field: string) =>
  ({ kind: 'compare', field, operator: 'exists', value: null }) as const

describe('listStepStates', () => {
  it('answers the seven steps in order, each with a sentence', () => {
    for (const draft of [EMPTY, buildDraft()]) {
      const states = listStepStates(draft, NOW_MS)
      expect(states.map(({ step }) => step)).toEqual([...STEPS])
      expect(states.every(({ reason }) => reason.length > 10)).toBe(true)
    }
  })

  it('starts with nothing started', () => {
    expect(listStepStates(EMPTY, NOW_MS).every(({ state }) => state === 'not_started')).toBe(true)
  })

  it.each<[string, Step, Partial<CampaignDraft>, string, RegExp]>([
    ['saved objectives', 'objectives', {}, 'done', /are set/],
    [
      'a flight that is over',
      'objectives',
      { objectives: { ...OBJECTIVES, flightEndsAt: '2026-11-23T00:00:00Z' } },
      'needs_attention',
      /flight is over/,
    ],
    ['assets in order', 'assets', {}, 'done', /2 slots, 6 possible ads/],
    [
      'a slot without approval',
      'assets',
      { slots: [{ ...buildSlot('headline', []), assets: [buildAsset('h', { state: 'draft' })] }] },
      'needs_attention',
      /Nothing in the slot “Headline” is approved/,
    ],
    [
      'two things to mend',
      'assets',
      { placements: [{ id: 'p1', name: 'P', size: '728x90', pageCategory: null }] },
      'needs_attention',
      /Asset i1.+ And 1 more\./,
    ],
    ['segments', 'segments', {}, 'done', /1 segment/],
    [
      'customers that nobody delivered',
      'sources',
      { segments: [{ id: 's1', name: 'Gold', condition: profile('profile.tier') }] },
      'needs_attention',
      /no customers were imported/,
    ],
    ['weather that nobody delivers', 'sources', {}, 'needs_attention', /weather feed/],
    [
      'weather set up, never pushed',
      'sources',
      { workspace: fed(null) },
      'needs_attention',
      /weather feed/,
    ],
    [
      'weather that flows',
      'sources',
      { workspace: fed('2026-11-24T00:00:00Z') },
      'done',
      /3 customers/,
    ],
    [
      'weather that has been silent for long',
      'sources',
      { workspace: fed('2026-11-23T12:00:00Z') },
      'needs_attention',
      /silent/,
    ],
    [
      'a source that brought nobody in',
      'sources',
      { workspace: { profileCount: 0, sourceCount: 1, feeds: [] }, rules: [], segments: [] },
      'needs_attention',
      /no customer came in/,
    ],
    [
      'segments of the moment alone',
      'sources',
      {
        workspace: { profileCount: 0, sourceCount: 0, feeds: [] },
        segments: [{ id: 's1', name: 'Phones', condition: profile('device.class') }],
        rules: [],
      },
      'done',
      /Nothing has to be delivered/,
    ],
    [
      'a stock rule without a stock feed',
      'sources',
      {
        workspace: fed('2026-11-24T00:00:00Z'),
        rules: [buildRule('r', { condition: profile('stock.coat') })],
      },
      'needs_attention',
      /stock feed/,
    ],
    [
      'rules, one of them off',
      'rules',
      { rules: [buildRule('a'), buildRule('b', { enabled: false })] },
      'done',
      /1 rules? (is|are) on/,
    ],
    ['a planned pilot', 'pilot', {}, 'needs_attention', /not started/],
    ['a published pilot', 'pilot', { revision: 4 }, 'done', /revision 4/],
    [
      'a published pilot that broke',
      'pilot',
      { revision: 4, pilot: { ...PILOT, placementIds: ['gone'] } },
      'needs_attention',
      /placements/,
    ],
    ['nothing published', 'scale', {}, 'not_started', /Publish the pilot first/],
    ['live', 'scale', { revision: 1, status: 'live' }, 'done', /is live/],
    ['paused', 'scale', { revision: 1, status: 'paused' }, 'needs_attention', /paused/],
    ['ended', 'scale', { revision: 1, status: 'ended' }, 'done', /has ended/],
  ])('%s', (_name, step, change, state, reason) => {
    const found = stateOf(buildDraft(change), step)
    expect(found?.state).toBe(state)
    expect(found?.reason).toMatch(reason)
  })
})

describe('permutationCount', () => {
  it('multiplies what may be shown and is 0 without slots or with an empty one', () => {
    const paused = buildAsset('h4', { isPaused: true })
    const waiting = buildAsset('h5', { state: 'in_review' })
    const headline = buildSlot('headline', ['h1', 'h2'])
    const mixed = { ...headline, assets: [...headline.assets, paused, waiting] }
    expect(
      permutationCount(buildDraft({ slots: [mixed, buildSlot('image', ['i1', 'i2', 'i3'])] })),
    ).toBe(6)
    expect(permutationCount(buildDraft({ slots: [mixed, buildSlot('image', [])] }))).toBe(0)
    expect(permutationCount(buildDraft({ slots: [] }))).toBe(0)
  })

  it('reads conditions of segments, too', () => {
    expect(
      stateOf(buildDraft({ segments: [], rules: [buildRule('r', { condition: RAIN })] }), 'sources')
        ?.state,
    ).toBe('needs_attention')
  })
})
