import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DecisionRecord } from '@/lib/decision/decision-record'
import { decisionArbitrary } from '@/lib/events/testing/decision-arbitrary'
import { makeDecision } from '@/lib/events/testing/make-decision'
import { packDecision, unpackDecision } from './pack-decision'

const pass = (record: DecisionRecord) => unpackDecision(packDecision(record).slice())
const change = (overrides: Partial<DecisionRecord>) => makeDecision(7, 1_795_600_000_000, overrides)

describe('packDecision', () => {
  it('loses nothing', () => {
    fc.assert(
      fc.property(decisionArbitrary, (record) => {
        expect(pass(record)).toEqual(record)
      }),
    )
  })

  it.each([
    ['zero', 0],
    ['negative zero', -0],
    ['negative', -273],
    ['two to the fiftieth', 2 ** 50],
    ['the largest integer', Number.MAX_SAFE_INTEGER],
    ['a fraction', 0.1],
    ['the smallest', Number.MIN_VALUE],
    ['the largest', -Number.MAX_VALUE],
  ])('keeps a number bit for bit: %s', (_, number) => {
    expect(pass(change({ fields: { number } })).fields['number']).toBe(number)
  })

  it('keeps texts of every script and length', () => {
    const texts = ['', 'é', '空の旅', '👟', 'a'.repeat(31), 'a'.repeat(32), 'ü'.repeat(5_000)]
    expect(pass(change({ segmentIds: texts })).segmentIds).toEqual(texts)
  })

  it('keeps an entry called __proto__ and changes no prototype', () => {
    const fields = JSON.parse('{"__proto__":"odd","page.category":"shoes"}') as {
      [name: string]: string
    }
    const passed = pass(change({ fields })).fields
    expect(Object.entries(passed)).toEqual(Object.entries(fields))
    expect(Object.getPrototypeOf(passed)).toBe(Object.prototype)
  })

  it('keeps propensities of other slots than those with assets', () => {
    const record = change({ assets: { image: 'a', cta: 'b' }, propensities: { cta: 1, logo: 0.5 } })
    expect(pass(record)).toEqual(record)
  })

  it('starts afresh after a record that it could not pack', () => {
    const broken = change({ landingUrl: undefined as unknown as string })
    expect(() => packDecision(broken)).toThrow(TypeError)
    expect(pass(change({}))).toEqual(change({}))
  })

  it('is at most half as long as JSON', () => {
    const record = change({})
    expect(packDecision(record).length).toBeLessThan(JSON.stringify(record).length / 2)
  })
})
