import { describe, expect, it } from 'vitest'
import { mergeSeries, seriesTicks } from './line-series'

describe('mergeSeries', () => {
  it('puts every time of every series on one axis, in order', () => {
    const rows = mergeSeries([
      {
        id: 'a',
        label: 'A',
        points: [
          { time: '2026-11-02', value: 2, low: 1, high: 3 },
          { time: '2026-11-01', value: 1 },
        ],
      },
      { id: 'b', label: 'B', points: [{ time: Date.UTC(2026, 10, 2), value: null }] },
    ])
    expect(rows).toEqual([
      { time: Date.UTC(2026, 10, 1), cells: { a: { value: 1, band: null } } },
      {
        time: Date.UTC(2026, 10, 2),
        cells: { a: { value: 2, band: [1, 3] }, b: { value: null, band: null } },
      },
    ])
  })
  it('has no band without both ends', () => {
    const [row] = mergeSeries([
      { id: 'a', label: 'A', points: [{ time: '2026-11-01', value: 1, low: 0, high: null }] },
    ])
    expect(row?.cells.a?.band).toBeNull()
  })
})

describe('seriesTicks', () => {
  it('reaches past the highest band and starts at zero', () => {
    const points = [
      { time: 0, value: 30, low: 20, high: 96 },
      { time: 1, value: null },
    ]
    expect(seriesTicks([{ id: 'a', label: 'A', points }])).toEqual([0, 20, 40, 60, 80, 100])
  })
  it('has room for nothing at all', () => {
    expect(seriesTicks([])).toEqual([0, 1])
  })
})
