import { describe, expect, it } from 'vitest'
import { createPosterior, type Posterior } from './posterior'
import { summariseBeliefs } from './summarise-beliefs'
import { updatePosterior } from './update-posterior'
import { WeightDraws } from './weight-draws'

const CELL = { device: 'mobile' }
const RATES: Record<string, number> = {
  'good on': 0.1,
  'good off': 0.05,
  'bad on': 0.04,
  'bad off': 0.02,
}

function learn(): Posterior {
  const updated = updatePosterior(
    createPosterior({ slots: ['headline', 'image'], features: ['device'] }),
    Object.entries(RATES).map(([pair, rate]) => {
      const [headline = '', image = ''] = pair.split(' ')
      const impressions = 5_000
      return { cell: CELL, assets: { headline, image }, impressions, successes: impressions * rate }
    }),
  )
  if (updated.kind !== 'ok') throw new Error('not learnt')
  return updated.posterior
}

/** Beliefs about the headlines, while images are shown as `weights` say. */
function askAboutHeadlines(weights?: readonly number[]) {
  const posterior = learn()
  const [headline] = summariseBeliefs(posterior, new WeightDraws(posterior, 400, 1), {
    candidates: [
      { slot: 'headline', assetIds: ['good', 'bad'] },
      { slot: 'image', assetIds: ['on', 'off'], ...(weights ? { weights } : {}) },
    ],
    cells: [{ cell: CELL, weight: 1 }],
  })
  const [good, bad] = headline?.overall ?? []
  if (!good || !bad) throw new Error('no beliefs')
  return { good, bad }
}

describe('summariseBeliefs', () => {
  it('finds the better element and is sure of it', () => {
    const { good, bad } = askAboutHeadlines()
    expect(good.probabilityBest).toBeGreaterThan(0.99)
    expect(good.rate.lower).toBeGreaterThan(bad.rate.upper)
  })

  it('tells rates beside what is shown in the other slots', () => {
    const onlyOn = askAboutHeadlines([1, 0])
    const onlyOff = askAboutHeadlines([0, 1])
    // 10 % and 5 % were seen; the prior draws both a little together.
    expect(onlyOn.good.rate.mean).toBeGreaterThan(0.075)
    expect(onlyOff.good.rate.mean).toBeLessThan(0.06)
    expect(askAboutHeadlines([0, 0])).toEqual(askAboutHeadlines())
  })
})
