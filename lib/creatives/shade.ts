import type { Layout } from './template'

type Shade = NonNullable<Layout['shade']>
type Stop = readonly [opacity: number, percent: number]

/** The shade under text that lies on a picture: opacity of the ground, where the shade has come. */
export const SHADE_STOPS: Readonly<Record<Shade, readonly Stop[]>> = {
  'to top': [
    [0.96, 0],
    [0.92, 42],
    [0.7, 62],
    [0, 92],
  ],
  'to left': [
    [0, 0],
    [0.3, 20],
    [0.88, 48],
    [0.96, 100],
  ],
}

/** Of small print the text itself lets its ground through. */
export const TEXT_OPACITY = { body: 0.88, disclaimer: 0.8 } as const

/** Opacity of the shade at a share (0 to 1) of its way. */
export function shadeOpacityAt(shade: Shade, share: number): number {
  const percent = share * 100
  let before: Stop = [0, 0]
  for (const [index, stop] of SHADE_STOPS[shade].entries()) {
    if (index === 0) before = stop
    const [opacity, at] = stop
    if (percent <= at) {
      const way = at === before[1] ? 1 : (percent - before[1]) / (at - before[1])
      return before[0] + (opacity - before[0]) * Math.max(0, way)
    }
    before = stop
  }
  return before[0]
}
