import fc from 'fast-check'
import { expect, it } from 'vitest'
import { planTurns } from './plan-turns'

it('gives every group exactly its time, overlapping only where there is too little', () => {
  const group = fc
    .tuple(fc.integer({ min: 1, max: 3 }), fc.double({ min: 0.001, max: 1, noNaN: true }))
    .map(([size, floor]) => ({
      slots: Array.from({ length: size }, (_, slot) => slot),
      floor: Math.min(floor, 1 / size),
    }))
  fc.assert(
    fc.property(fc.array(group, { minLength: 1, maxLength: 7 }), (groups) => {
      const turns = planTurns(groups)
      expect(turns.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 10)
      const demand = groups.reduce((sum, { floor, slots }) => sum + floor * slots.length, 0)
      const atOnce = Math.ceil(demand - 1e-9)
      for (const { active } of turns) expect(active.length).toBeLessThanOrEqual(atOnce)
      expect(turns.length).toBeLessThanOrEqual(groups.length + 2)
      for (const one of groups) {
        const time = turns.filter(({ active }) => active.includes(one))
        const sum = time.reduce((total, { share }) => total + share, 0)
        expect(Math.abs(sum - one.floor * one.slots.length)).toBeLessThan(1e-11)
      }
    }),
  )
})
