import { describe, expect, it } from 'vitest'
import { createPosterior, weightOf } from './posterior'
import type { Posterior } from './posterior'
import { updatePosterior } from './update-posterior'

const HOUR_MS = 3_600_000

/** For 100 hours one image is twice as good, then for 50 the other. */
function learnThroughTurn(halfLifeHours?: number): Posterior {
  let posterior = createPosterior({
    ...{ slots: ['image'], features: [] },
    ...(halfLifeHours !== undefined && { halfLifeHours }),
  })
  for (let hour = 0; hour < 150; hour++) {
    const good = hour < 100 ? 'a' : 'b'
    const rows = ['a', 'b'].map((image) => ({
      cell: {},
      assets: { image },
      impressions: 1_000,
      successes: image === good ? 40 : 20,
    }))
    const result = updatePosterior(posterior, rows, { nowMs: hour * HOUR_MS })
    if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
    posterior = result.posterior
  }
  return posterior
}

const advantageOfB = (posterior: Posterior) =>
  weightOf(posterior, 'm|image|b')[0] - weightOf(posterior, 'm|image|a')[0]

describe('forgetEvidence', () => {
  it('lets a belief follow a world that turns', () => {
    const steadfast = advantageOfB(learnThroughTurn())
    const forgetful = advantageOfB(learnThroughTurn(20))
    expect(steadfast).toBeLessThan(0)
    expect(forgetful).toBeGreaterThan(0.3)
  })

  it('becomes less sure again', () => {
    const steadfast = weightOf(learnThroughTurn(), 'm|image|a')[1]
    const forgetful = weightOf(learnThroughTurn(20), 'm|image|a')[1]
    expect(forgetful).toBeLessThan(steadfast / 3)
  })
})
