import fc from 'fast-check'
import { expect, it } from 'vitest'
import { moveSight, type Sight, WHOLE, zoomSight } from './sight'

const steps = fc.array(
  fc.oneof(
    fc.double({ min: 0.2, max: 5, noNaN: true }).map((by) => (s: Sight) => zoomSight(s, by)),
    fc
      .tuple(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
      )
      .map(
        ([x, y]) =>
          (s: Sight) =>
            moveSight(s, x, y),
      ),
  ),
)

it('a picture fills its frame, whatever is zoomed and dragged', () => {
  fc.assert(
    fc.property(steps, (done) => {
      const { scale, x, y } = done.reduce((sight, step) => step(sight), WHOLE)
      expect(scale).toBeGreaterThanOrEqual(1)
      expect(scale).toBeLessThanOrEqual(8)
      for (const shift of [x, y])
        expect(Math.abs(shift)).toBeLessThanOrEqual((scale - 1) / 2 + 1e-9)
    }),
  )
})

it('the whole cannot be moved, and zooming out comes back to it', () => {
  expect(moveSight(WHOLE, 0.5, 0.5)).toEqual(WHOLE)
  const near = moveSight(zoomSight(WHOLE, 4), 1, -1)
  expect(zoomSight(near, 0.01)).toMatchObject({ scale: 1 })
})
