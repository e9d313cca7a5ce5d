import { describe, expect, it } from 'vitest'
import { describeImpact, NO_IMPACT } from './asset-impact'

describe('describeImpact', () => {
  it('says how much of which campaign changes, and nothing where nothing does', () => {
    const one = { id: 'a', name: 'Autumn', affectedCombinations: 1, leftCombinations: 24 }
    const many = { id: 'b', name: 'Sale', affectedCombinations: null, leftCombinations: null }
    const none = { ...one, affectedCombinations: 0 }
    expect(describeImpact({ campaigns: [one, none, many] })).toBe(
      'This changes 1 combination of “Autumn”, 24 can be shown; combinations of “Sale”.',
    )
    expect(describeImpact({ campaigns: [none] })).toBeUndefined()
    expect(describeImpact(NO_IMPACT)).toBeUndefined()
  })
})
