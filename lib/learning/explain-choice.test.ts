import { describe, expect, it } from 'vitest'
import { explainChoice } from './explain-choice'
import { createPosterior } from './posterior'
import { updatePosterior } from './update-posterior'

const candidates = [
  { slot: 'headline', assetIds: ['h1', 'h2'] },
  { slot: 'image', assetIds: ['i1', 'i2'] },
]

/** h2 is twice as good, but on the phone, and h1 with i2, better than the sum of its parts. */
function learn() {
  const rows = ['phone', 'desktop'].flatMap((device) =>
    ['h1', 'h2'].flatMap((headline) =>
      ['i1', 'i2'].map((image) => ({
        cell: { device },
        assets: { headline, image },
        impressions: 50_000,
        successes:
          500 *
          (headline === 'h2' ? 2 : 1) *
          (headline === 'h1' && device === 'phone' ? 3 : 1) *
          (headline === 'h1' && image === 'i2' ? 2 : 1),
      })),
    ),
  )
  const empty = createPosterior({ slots: ['headline', 'image'], features: ['device'] })
  const result = updatePosterior(empty, rows)
  if (result.kind === 'invalid') throw new Error(result.issues[0]?.message)
  return result.posterior
}

describe('explainChoice', () => {
  const posterior = learn()

  it('names the term that made the choice', () => {
    const [headline] = explainChoice(
      posterior,
      candidates,
      { device: 'phone' },
      {
        ...{ headline: 'h1', image: 'i2' },
      },
    )
    expect(headline?.terms.map(({ kind }) => kind)).toContain('pair')
    const byKind = new Map(headline?.terms.map((term) => [term.kind, term]))
    expect(byKind.get('interaction')).toMatchObject({ feature: 'device', value: 'phone' })
    expect(byKind.get('interaction')?.effect).toBeGreaterThan(0.1)
    expect(byKind.get('pair')).toMatchObject({ otherSlot: 'image', otherAssetId: 'i2' })
    expect(byKind.get('pair')?.effect).toBeGreaterThan(0.05)
    for (const { lower, effect, upper } of headline?.terms ?? []) {
      expect(lower).toBeLessThan(effect)
      expect(upper).toBeGreaterThan(effect)
    }
  })

  it('tells a best guess from a trial', () => {
    const isBest = (headline: string) =>
      explainChoice(posterior, candidates, { device: 'desktop' }, { headline, image: 'i1' })[0]
        ?.isBestGuess
    expect(isBest('h2')).toBe(true)
    expect(isBest('h1')).toBe(false)
  })

  it('leaves out what is no candidate', () => {
    expect(explainChoice(posterior, candidates, {}, { headline: 'gone' })).toEqual([])
  })
})
