import { describe, expect, it } from 'vitest'
import { createRandom } from '@/lib/math/random'
import { correctElement, NO_ELEMENT_WEIGHTS } from './correct-element'

/**
 * Impressions of two headlines, of which the learner shows the one to phones four times in five
 * and otherwise one time in five. Phones click twice as often, whatever they see; `eligible` is
 * the share of traffic in which a rule lets the headline be shown at all.
 */
function simulate(seed: number, impressions: number, eligible = 1) {
  const random = createRandom(seed)
  const sums = { ...NO_ELEMENT_WEIGHTS }
  let shown = 0
  let clicks = 0
  for (let n = 0; n < impressions; n += 1) {
    const isMobile = random.next() < 0.5
    const chance = isMobile ? 0.8 : 0.2
    if (random.next() >= eligible || random.next() >= chance) continue
    const click = random.next() < (isMobile ? 0.04 : 0.02) ? 1 : 0
    shown += 1
    clicks += click
    sums.w += 1 / chance
    sums.ww += 1 / chance ** 2
    sums.clickWr += click / chance
    sums.clickWwr += click / chance ** 2
  }
  return { ...correctElement(sums, shown, impressions), raw: clicks / shown }
}

describe('correctElement', () => {
  it('tells the rate for everybody, where the raw one flatters', () => {
    const { clickThroughRate: rate, raw, eligibleShare } = simulate(5, 200_000)
    expect(raw).toBeGreaterThan(0.034)
    expect(rate?.value).toBeGreaterThan(0.027)
    expect(rate?.value).toBeLessThan(0.033)
    expect(rate?.interval.lower).toBeLessThan(0.03)
    expect(rate?.interval.upper).toBeGreaterThan(0.03)
    expect(rate?.interval.upper).toBeLessThan(raw)
    expect(rate?.warning).toBeNull()
    expect(eligibleShare).toBeNull()
  })

  it('finds in how much of the traffic rules let the element be shown', () => {
    const { eligibleShare } = simulate(6, 50_000, 0.6)
    expect(eligibleShare).toBeGreaterThan(0.57)
    expect(eligibleShare).toBeLessThan(0.63)
  })

  it('warns as long as it rests on little', () => {
    expect(simulate(7, 100).clickThroughRate?.warning).toMatch(/worth only \d+ evenly shown/)
    expect(simulate(8, 800).clickThroughRate?.warning).toMatch(
      /worth \d clicks?: wait for at least 10/,
    )
  })

  it('says nothing of an element that was not weighed, and never gives a number that is none', () => {
    expect(correctElement(NO_ELEMENT_WEIGHTS, 0, 0)).toEqual({
      clickThroughRate: null,
      conversionsPerImpression: null,
      effectiveImpressions: 0,
      eligibleShare: null,
    })
    // More clicks than impressions, as when impressions are lost on the way.
    const odd = correctElement(
      { ...NO_ELEMENT_WEIGHTS, w: 2, ww: 2, clickWr: 9, clickWwr: 9 },
      2,
      2,
    )
    expect(odd.clickThroughRate).toBeNull()
  })
})
