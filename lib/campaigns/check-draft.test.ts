import { describe, expect, it } from 'vitest'
import type { CampaignDraft } from './campaign-draft'
import { checkDraft, checkFlight } from './check-draft'
import { buildAsset, buildDraft, buildRule, buildSlot, PILOT, RAIN } from './testing/build-draft'

const [, image] = buildDraft().slots
const slots = (...change: CampaignDraft['slots']) => ({ slots: change })
const pilot = (change: Partial<typeof PILOT>) => ({ pilot: { ...PILOT, ...change } })
const segmentRule = buildRule('r1', { condition: { kind: 'segment', segmentId: 'elsewhere' } })

describe('checkFlight', () => {
  const at = (time: string, change: Partial<CampaignDraft> = {}) =>
    checkFlight(buildDraft(change), Date.parse(time)).map(({ step, path }) => `${step} ${path}`)

  it('asks for a later end once the flight is over', () => {
    expect(at('2026-11-30T23:59:59Z')).toEqual([])
    expect(at('2026-12-01T00:00:00Z')).toEqual(['objectives flight'])
  })

  it('lets an ended campaign and one without a flight be', () => {
    expect(at('2027-01-01T00:00:00Z', { status: 'ended' })).toEqual([])
    expect(at('2027-01-01T00:00:00Z', { objectives: null })).toEqual([])
  })
})

describe('checkDraft', () => {
  it('finds nothing to mend in a complete draft', () => {
    expect(checkDraft(buildDraft())).toEqual([])
  })

  it.each<[string, Partial<CampaignDraft>, [string, string, RegExp][]]>([
    ['no objectives', { objectives: null }, [['objectives', 'goal', /what the campaign is for/]]],
    [
      'no slots',
      { slots: [], pilot: null },
      [
        ['assets', 'slots', /headline and a picture/],
        ['pilot', 'trafficShare', /Choose the pilot/],
      ],
    ],
    [
      'a slot whose assets wait for approval',
      slots(
        { ...buildSlot('headline', []), assets: [buildAsset('h1', { state: 'in_review' })] },
        image ?? buildSlot('image', ['i1']),
      ),
      [
        ['assets', 'slots.headline', /is approved yet/],
        ['pilot', 'benchmark.headline', /is not approved/],
      ],
    ],
    [
      'a slot that is paused entirely',
      slots(
        { ...buildSlot('headline', []), assets: [buildAsset('h1', { isPaused: true })] },
        image ?? buildSlot('image', ['i1']),
      ),
      [['assets', 'slots.headline', /is paused/]],
    ],
    [
      'a picture without a crop for a size in use',
      { placements: [{ id: 'p1', name: 'P', size: '728x90', pageCategory: null }] },
      [
        ['assets', 'slots.image', /“Asset i1” has no picture for 728 × 90 yet/],
        ['assets', 'slots.image', /“Asset i2” has no picture for 728 × 90 yet/],
      ],
    ],
    [
      'a segment about a segment',
      {
        segments: [
          {
            id: 's1',
            name: 'Odd',
            condition: { kind: 'not', of: { kind: 'segment', segmentId: 'x' } },
          },
        ],
      },
      [['segments', 's1', /refers to another segment/]],
    ],
    [
      'a rule about a slot that went',
      { rules: [buildRule('r1', { effect: { kind: 'exclude', slot: 'cta', assetIds: ['c'] } })] },
      [['rules', 'r1', /“cta”, which is gone/]],
    ],
    [
      'a rule about assets that left',
      {
        rules: [
          buildRule('r1', {
            effect: { kind: 'show', slot: 'headline', assetIds: ['h1', 'x', 'y'] },
          }),
        ],
      },
      [['rules', 'r1', /names 2 asset\(s\)/]],
    ],
    ['a rule about a foreign segment', { rules: [segmentRule] }, [['rules', 'r1', /does not use/]]],
    ['the same rule, off', { rules: [{ ...segmentRule, enabled: false }] }, []],
    [
      'no benchmark for a slot',
      pilot({ benchmark: { headline: 'h1' } }),
      [['pilot', 'benchmark.image', /Choose the benchmark/]],
    ],
    [
      'a benchmark that left its slot',
      pilot({ benchmark: { headline: 'i1', image: 'i1' } }),
      [['pilot', 'benchmark.headline', /Choose the benchmark/]],
    ],
    [
      'slots, segments and placements that are gone',
      pilot({ slotKeys: ['cta'], segmentIds: ['s1', 'gone'], placementIds: ['gone'] }),
      [
        ['pilot', 'slotKeys', /None of the slots/],
        ['pilot', 'segmentIds', /no longer part/],
        ['pilot', 'placementIds', /None of the pilot’s placements/],
      ],
    ],
  ])('%s', (_name, change, expected) => {
    const issues = checkDraft(buildDraft(change))
    expect(issues.map(({ step, path }) => [step, path])).toEqual(
      expected.map(([step, path]) => [step, path]),
    )
    for (const [index, [, , message]] of expected.entries()) {
      expect(issues[index]?.message).toMatch(message)
    }
  })

  it('lets a paused but approved asset be the benchmark', () => {
    const paused = buildAsset('h1', { isPaused: true })
    const draft = buildDraft({
      slots: [
        { ...buildSlot('headline', ['h2']), assets: [paused, buildAsset('h2')] },
        image ?? buildSlot('image', ['i1']),
      ],
      segments: [{ id: 's1', name: 'Rainy', condition: RAIN }],
    })
    expect(checkDraft(draft)).toEqual([])
  })
})
