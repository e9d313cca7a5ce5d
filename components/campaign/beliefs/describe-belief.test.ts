import { expect, it } from 'vitest'
import {
  describeChanceOfBest,
  formatChance,
  formatEffect,
  formatEffectRange,
  toneOfEffect,
} from './describe-belief'

it('never calls a chance certain', () => {
  expect([0, 0.004, 0.01, 0.5, 0.99, 0.999, 1].map(formatChance)).toEqual([
    ...['< 1%', '< 1%', '1%', '50%', '99%', '> 99%', '> 99%'],
  ])
  expect(describeChanceOfBest(0)).toBe('Almost certainly not the best')
  expect(describeChanceOfBest(0.95)).toBe('Very likely the best')
})

it('writes effects with their sign and goes by the interval for the tone', () => {
  const effect = { mean: 0.124, lower: -0.04, upper: 0.3 }
  expect([formatEffect(effect), formatEffectRange(effect)]).toEqual(['+12%', '-4% to +30%'])
  expect(toneOfEffect(effect)).toBe('neutral')
  expect(toneOfEffect({ ...effect, lower: 0.01 })).toBe('positive')
  expect(toneOfEffect({ mean: -0.2, lower: -0.3, upper: -0.1 })).toBe('danger')
})
