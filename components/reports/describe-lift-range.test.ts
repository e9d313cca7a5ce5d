import { describe, expect, it } from 'vitest'
import { describeLiftRange } from './describe-lift-range'

describe('describeLiftRange', () => {
  it.each([
    [-0.234, 1.844, 'no difference yet', '-23.4% to +184.4%'],
    [0.3, null, 'winning', 'at least +30.0%'],
    [0.3, 21_043, 'winning', 'at least +30.0%'],
    [-0.999, 21_043, 'not enough data', 'not known yet'],
  ] as const)('says %s to %s of %s', (lower, upper, verdict, words) => {
    expect(describeLiftRange({ relative: { value: 0.5, lower, upper }, verdict })).toBe(words)
  })

  it('has nothing to say without an interval', () => {
    expect(describeLiftRange({ relative: null, verdict: 'winning' })).toBe('not known yet')
  })
})
