import { describe, expect, it } from 'vitest'
import { describeChoice } from './describe-choice'

const named = {
  segments: [{ id: 's1', name: 'Gold members' }],
  nameElement: (_slot: string, assetId: string) => `Text ${assetId}`,
}
const range = { lower: -0.05, upper: 0.24 }

describe('describeChoice', () => {
  it('names the terms that mattered, the largest first, and leaves out what did nothing', () => {
    const sentences = describeChoice(
      {
        effect: 0.22,
        isBestGuess: true,
        terms: [
          { kind: 'main', effect: 0.004, ...range },
          { kind: 'pair', otherSlot: 'headline', otherAssetId: 'h1', effect: -0.06, ...range },
          { kind: 'interaction', feature: 'device', value: 'mobile', effect: 0.14, ...range },
          { kind: 'interaction', feature: 'segment', value: 's1', effect: 0.02, ...range },
        ],
      },
      named,
    )
    expect(sentences).toEqual([
      'The learner’s best guess beside the rest of this ad: +22% against the average of what could be shown.',
      'On a phone it does another +14% (90 %: -5% to +24%).',
      'Seems to go less well with “Text h1”: -6% (90 %: -5% to +24%).',
      'For “Gold members” it does another +2% (90 %: -5% to +24%).',
    ])
  })

  it('calls a trial a trial, and says when there is no reason yet', () => {
    const [verdict, reason, ...more] = describeChoice(
      {
        effect: 0,
        isBestGuess: false,
        terms: [{ kind: 'main', effect: 0, lower: -0.3, upper: 0.3 }],
      },
      named,
    )
    expect(verdict).toMatch(/^A trial:/)
    expect(reason).toMatch(/^No single reason/)
    expect(more).toEqual([])
  })
})
