import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  countSelected,
  isSelected,
  NOTHING,
  type Selection,
  selectRange,
  setSelected,
  toggle,
} from './selection'

const listed = Array.from({ length: 9 }, (_, index) => ({ id: String(index) }))
const selectedIn = (selection: Selection) =>
  listed.filter(({ id }) => isSelected(selection, id)).map(({ id }) => id)

describe('a selection', () => {
  it('ranges both ways and adds to what is there', () => {
    const first = selectRange(NOTHING, listed, 1, 3)
    expect(selectedIn(first)).toEqual(['1', '2', '3'])
    expect(selectedIn(selectRange(first, listed, 7, 6))).toEqual(['1', '2', '3', '6', '7'])
  })

  it('of all leaves out what is toggled, and counts what is not loaded', () => {
    const all: Selection = { kind: 'all', except: new Set() }
    const some = toggle(toggle(toggle(all, '2'), '5'), '2')
    expect(countSelected(some, 10_000)).toBe(9_999)
    expect(isSelected(some, 'not loaded')).toBe(true)
    expect(isSelected(some, '5')).toBe(false)
  })

  it('is what a plain set would be, whatever is done to it', () => {
    const steps = fc.array(
      fc.record({
        at: fc.nat(8),
        to: fc.nat(8),
        kind: fc.constantFrom('toggle', 'range', 'clear'),
      }),
    )
    fc.assert(
      fc.property(fc.boolean(), steps, (isAll, done) => {
        let selection: Selection = isAll ? { kind: 'all', except: new Set() } : NOTHING
        const plain = new Set(isAll ? listed.map(({ id }) => id) : [])
        for (const { at, to, kind } of done) {
          const id = String(at)
          if (kind === 'toggle') {
            selection = toggle(selection, id)
            if (!plain.delete(id)) plain.add(id)
          } else if (kind === 'range') {
            selection = selectRange(selection, listed, at, to)
            for (let n = Math.min(at, to); n <= Math.max(at, to); n += 1) plain.add(String(n))
          } else {
            selection = setSelected(selection, [id], false)
            plain.delete(id)
          }
        }
        expect(selectedIn(selection)).toEqual([...plain].sort())
        expect(countSelected(selection, listed.length)).toBe(plain.size)
      }),
    )
  })
})
