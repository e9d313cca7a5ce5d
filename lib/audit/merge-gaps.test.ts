import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Hole, mergeGaps } from './merge-gaps'

const viewersOf = (audiences: number, locales: number) =>
  Array.from({ length: audiences * locales }, (_, index) => ({
    audience: index % audiences,
    locale: Math.floor(index / audiences),
  }))

describe('mergeGaps', () => {
  it('says most generally what is general', () => {
    const viewers = viewersOf(3, 2)
    const everywhere = viewers.map((viewer) => ({ ...viewer, size: 0 }))
    const german = viewers.filter(({ locale }) => locale === 1).map((v) => ({ ...v, size: 1 }))
    const regulars = viewers
      .filter(({ audience }) => audience === 2)
      .map((v) => ({ ...v, size: 2 }))
    expect(mergeGaps([...everywhere, ...german, ...regulars], viewers)).toEqual([
      { sizes: [0], audiences: 'all', locales: 'all' },
      { sizes: [1], audiences: 'all', locales: [1] },
      { sizes: [2], audiences: [2], locales: 'all' },
    ])
  })

  it('names each hole, and nothing that is none', () => {
    const world = fc.record({
      audiences: fc.integer({ min: 1, max: 4 }),
      locales: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(
        world,
        fc.array(fc.boolean(), { minLength: 48, maxLength: 48 }),
        (size, holds) => {
          const viewers = viewersOf(size.audiences, size.locales)
          const cells = [0, 1, 2].flatMap((one) =>
            viewers.map((viewer) => ({ ...viewer, size: one })),
          )
          const holes = cells.filter((_, index) => holds[index])
          const gaps = mergeGaps(holes, viewers)
          const isNamed = (cell: Hole) =>
            gaps.some(
              ({ sizes, audiences, locales }) =>
                sizes.includes(cell.size) &&
                (audiences === 'all' || audiences.includes(cell.audience)) &&
                (locales === 'all' || locales.includes(cell.locale)),
            )
          expect(cells.filter(isNamed)).toEqual(holes)
        },
      ),
    )
  })
})
