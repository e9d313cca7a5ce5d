import { describe, expect, it } from 'vitest'
import { clampNumber, parseNumber } from './parse-number'

describe('parseNumber', () => {
  it.each([
    ['', 0, null],
    ['  ', 0, null],
    ['12', 0, 12],
    ['1,234', 0, 1234],
    ['1 234 567', 0, 1234567],
    ['1,5', 2, 1.5],
    ['.25', 2, 0.25],
    ['-3.', 1, -3],
    ['2.345', 2, 2.35],
    ['-', 0, undefined],
    ['12 apples', 0, undefined],
    ['1.2.3', 2, undefined],
  ])('reads %j with %i decimals as %j', (text, decimals, expected) => {
    expect(parseNumber(text, decimals)).toBe(expected)
  })
})

describe('clampNumber', () => {
  it('keeps the value in range and removes floating dust', () => {
    expect(clampNumber(11, 0, 10, 0)).toBe(10)
    expect(clampNumber(-1, 0, 10, 0)).toBe(0)
    expect(clampNumber(0.1 + 0.2, 0, 1, 2)).toBe(0.3)
  })
})
