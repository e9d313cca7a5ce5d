import { expect, it } from 'vitest'
import { explainedChoiceSchema } from './belief-api'
import { explainChoices } from './explain-choices'
import { createPosterior } from './posterior'
import { updatePosterior } from './update-posterior'

const eligible = (...ids: string[]) =>
  ids.map((assetId) => ({ assetId, name: assetId, probability: null, weight: 1, isChosen: false }))
const slots = [
  { slot: 'headline', eligible: eligible('h1', 'h2') },
  { slot: 'image', eligible: eligible('i1') },
]
const record = {
  cell: { device: 'mobile' },
  assets: { headline: 'h2', image: 'i1' },
  arm: 'dynamic' as const,
}

it('explains what was chosen among the eligible, as the API says it; nothing of the static ad', () => {
  const learnt = updatePosterior(
    createPosterior({ slots: ['headline', 'image'], features: ['device'] }),
    ['h1', 'h2'].map((headline) => ({
      cell: record.cell,
      assets: { headline, image: 'i1' },
      impressions: 10_000,
      successes: headline === 'h2' ? 400 : 200,
    })),
  )
  if (learnt.kind !== 'ok') throw new Error(learnt.issues[0]?.message)
  const choices = explainChoices(learnt.posterior, record, { slots })
  expect(choices.map(({ slot, isBestGuess }) => [slot, isBestGuess])).toEqual([
    ['headline', true],
    ['image', true],
  ])
  for (const { slot: _, ...choice } of choices) {
    expect(explainedChoiceSchema.parse(choice)).toEqual(choice)
  }
  expect(choices[0]?.effect).toBeGreaterThan(0.1)
  // Alone in its slot: no better than the average, which it is.
  expect(choices[1]?.effect).toBeCloseTo(0, 12)
  expect(explainChoices(learnt.posterior, { ...record, arm: 'holdout' }, { slots })).toEqual([])
})
