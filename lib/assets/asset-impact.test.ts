import { describe, expect, it } from 'vitest'
import { describeImpact, joinImpacts, NO_IMPACT } from './asset-impact'

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

describe('joinImpacts', () => {
  const impact = (id: string, affected: number | null, left: number) => ({
    campaigns: [{ id, name: id, affectedCombinations: affected, leftCombinations: left }],
  })

  it('adds up what each change touched, and keeps what is left after the last', () => {
    const joined = joinImpacts([impact('a', 12, 24), impact('b', 1, 5), impact('a', 6, 18)])
    expect(joined.campaigns).toEqual([
      { id: 'a', name: 'a', affectedCombinations: 18, leftCombinations: 18 },
      { id: 'b', name: 'b', affectedCombinations: 1, leftCombinations: 5 },
    ])
  })

  it('does not count where one of them could not be counted', () => {
    const [joined] = joinImpacts([impact('a', null, 24), impact('a', 6, 18)]).campaigns
    expect(joined?.affectedCombinations).toBeNull()
  })
})
