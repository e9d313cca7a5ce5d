import { describe, expect, it } from 'vitest'
import type { Constraint } from '@/lib/decision/constraint'
import type { CampaignDraft } from './campaign-draft'
import { checkDraft } from './check-draft'
import { checkPairs, countCombinations, listPairWarnings } from './check-pairs'
import { compileSnapshot } from './compile-snapshot'
import { listStepStates } from './step-states'
import { buildAsset, buildDraft, buildSlot, PILOT } from './testing/build-draft'

const pair = (kind: Constraint['kind'], headline: string, image: string): Constraint => ({
  kind,
  first: { slot: 'headline', assetId: headline },
  second: { slot: 'image', assetId: image },
})
const build = (constraints: Constraint[], change: Partial<CampaignDraft> = {}) =>
  buildDraft({ constraints, ...change })

describe('checkPairs', () => {
  it('has nothing to say of pairs that leave something for everybody', () => {
    const draft = build([pair('never', 'h1', 'i2'), pair('together', 'h2', 'i2')])
    expect(checkPairs(draft)).toEqual([])
    expect(listPairWarnings(draft)).toEqual([])
  })

  it('asks to mend a pair that names what is gone, and says which', () => {
    const draft = build([pair('never', 'h1', 'gone'), pair('never', 'h1', 'i1')])
    expect(checkDraft(draft)).toEqual([
      {
        step: 'rules',
        path: 'pairs',
        message:
          'A pair names what is no longer in its slot: “Text h1” and an element that is gone never go together.',
      },
    ])
    expect(compileSnapshot(draft, 1).kind).toBe('invalid')
  })

  it('asks to mend pairs that leave nothing at all', () => {
    const draft = build([
      ...['h1', 'h2', 'h3'].flatMap((h) => ['i1', 'i2'].map((i) => pair('never', h, i))),
    ])
    expect(checkPairs(draft).map(({ message }) => message)).toEqual([
      expect.stringContaining('leave no ad'),
    ])
    expect(countCombinations(draft)).toEqual({ total: 6, allowed: 0 })
  })

  it('leaves an empty slot to the step that fills it', () => {
    const slots = [buildSlot('headline', ['h1']), buildSlot('image', [])]
    expect(checkPairs(buildDraft({ slots }))).toEqual([])
  })

  it('minds what a pilot does not vary', () => {
    const pilot = { ...PILOT, slotKeys: ['headline'] }
    const draft = build(
      ['h1', 'h2', 'h3'].map((headline) => pair('never', headline, 'i1')),
      { pilot },
    )
    expect(checkPairs(draft)).toHaveLength(1)
    expect(checkPairs({ ...draft, pilot: PILOT })).toEqual([])
  })
})

describe('listPairWarnings', () => {
  it('names elements that can never be shown', () => {
    const slots = [
      buildSlot('headline', ['h1', 'h2']),
      {
        ...buildSlot('image', ['i1']),
        assets: [
          buildAsset('i1', { kind: 'image' }),
          buildAsset('i2', { kind: 'image', isPaused: true }),
        ],
      },
    ]
    const draft = build([pair('together', 'h2', 'i2')], { slots })
    expect(checkPairs(draft)).toEqual([])
    expect(listPairWarnings(draft)).toEqual([
      '“Text h2” can never be shown: the pairs leave no ad with it.',
    ])
    const state = listStepStates(draft, 0).find(({ step }) => step === 'rules')
    expect(state).toMatchObject({
      state: 'needs_attention',
      reason: expect.stringMatching(/h2/) as string,
    })
    expect(compileSnapshot(draft, 1).kind).toBe('ok')
  })

  it('says when the static ad breaks a pair', () => {
    expect(listPairWarnings(build([pair('never', 'h1', 'i1')]))).toEqual([
      'The static ad breaks a pair: “Text h1” and “Asset i1” never go together.',
    ])
    expect(listPairWarnings(build([pair('together', 'h1', 'i2')]))).toHaveLength(1)
  })
})

describe('countCombinations', () => {
  it('counts what pairs leave', () => {
    expect(countCombinations(build([]))).toEqual({ total: 6, allowed: 6 })
    expect(countCombinations(build([pair('never', 'h1', 'i1')]))).toEqual({ total: 6, allowed: 5 })
    expect(countCombinations(build([pair('together', 'h1', 'i1')]))).toEqual({
      total: 6,
      allowed: 3,
    })
    expect(countCombinations(build([], { slots: [] }))).toEqual({ total: 0, allowed: 0 })
  })
})

describe('a snapshot', () => {
  it('carries the pairs, and the step counts them', () => {
    const draft = build([pair('never', 'h1', 'i2')])
    const compiled = compileSnapshot(draft, 1)
    expect(compiled).toMatchObject({ kind: 'ok', snapshot: { constraints: draft.constraints } })
    expect(listStepStates(draft, 0).find(({ step }) => step === 'rules')).toMatchObject({
      state: 'done',
      reason: '0 rules are on, with 1 pair.',
    })
  })
})
