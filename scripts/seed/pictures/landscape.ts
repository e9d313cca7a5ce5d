import {
  type Canvas,
  circle,
  ellipse,
  num,
  type Point,
  polygon,
  shape,
  stroke,
  trace,
} from './canvas'

/**
 * A skyline of mountains by midpoint displacement: points from the left edge to the right.
 * `roughness` is the share of the height that remains at each halving.
 */
export function skyline(
  canvas: Canvas,
  { baseY, heightPx, roughness = 0.5, peaks = 3 }: Skyline,
): Point[] {
  const { random, width } = canvas
  let heights = Array.from({ length: peaks * 2 + 1 }, (_, index) =>
    index % 2 === 0 ? random.next() * 0.3 : 0.55 + random.next() * 0.45,
  )
  let swing = 0.3
  for (let level = 0; level < 5; level++) {
    heights = heights.flatMap((height, index) => {
      const next = heights[index + 1]
      if (next === undefined) return [height]
      return [height, (height + next) / 2 + (random.next() - 0.5) * swing]
    })
    swing *= roughness
  }
  const step = (width + 40) / (heights.length - 1)
  return heights.map((height, index) => [index * step - 20, baseY - height * heightPx])
}

interface Skyline {
  readonly baseY: number
  readonly heightPx: number
  readonly roughness?: number
  readonly peaks?: number
}

/** Everything under a skyline, down to `bottomY`. */
export function ground(canvas: Canvas, points: readonly Point[], bottomY: number, fill: string) {
  return shape(`${trace(points)}L${canvas.width + 20} ${bottomY}L-20 ${bottomY}Z`, fill)
}

/** Light on the sides of mountains that look to the sun: from each summit down its own ridge. */
export function litFaces(
  points: readonly Point[],
  color: string,
  lengthPx: number,
  toRight: 1 | -1,
) {
  return summitsOf(points, 7)
    .map((summit) => {
      const ridge = ridgeFrom(points, summit, lengthPx * 0.62, toRight)
      const [endX, endY] = points[ridge.at(-1) ?? summit] ?? [0, 0]
      const [topX, topY] = points[summit] ?? [0, 0]
      const along = (share: number, below: number): Point => [
        topX + (endX - topX) * share,
        topY + (endY - topY) * share + below * lengthPx,
      ]
      const inner = [
        along(0.86, 0.3),
        along(0.6, 0.2),
        along(0.5, 0.52),
        along(0.22, 0.26),
        along(0.02, 0.62),
        along(-0.06, 0.2),
      ]
      return polygon([...ridge.map((index) => points[index] ?? summitPoint), ...inner], color)
    })
    .join('')
}

const summitPoint: Point = [0, 0]

/** Indices of the skyline from a summit outwards, at most `reachPx` wide and only while it falls. */
function ridgeFrom(
  points: readonly Point[],
  summit: number,
  reachPx: number,
  step: 1 | -1,
): number[] {
  const start = points[summit]?.[0] ?? 0
  const ridge = [summit]
  for (let index = summit + step; ; index += step) {
    const point = points[index]
    if (!point || Math.abs(point[0] - start) > reachPx) return ridge
    ridge.push(index)
  }
}

/** Places of the points that nothing within `reach` of them is higher than. */
function summitsOf(points: readonly Point[], reach: number): number[] {
  return points.flatMap(([, y], index) => {
    const around = points.slice(Math.max(0, index - reach), index + reach + 1)
    return around.every(([, other]) => y <= other) ? [index] : []
  })
}

/** A spruce from its foot up: tiers of drooping branches. */
export function pine(canvas: Canvas, x: number, y: number, heightPx: number, fill: string): string {
  const tiers = 7
  const halfWidth = heightPx * 0.21
  const side = (sign: 1 | -1) =>
    Array.from({ length: tiers }, (_, tier): Point[] => {
      const t = (tier + 1) / tiers
      const jitter = canvas.between(0.86, 1.12)
      const reach = halfWidth * t * jitter
      const level = y - heightPx * (1 - t * 0.94)
      return [
        [x + sign * reach, level + heightPx * 0.02],
        [x + sign * reach * 0.48, level - heightPx * 0.012],
      ]
    })
  const right = side(1).flat()
  const left = side(-1).flat().toReversed()
  return (
    polygon([[x, y - heightPx], ...right, ...left], fill) +
    polygon(
      [
        [x - heightPx * 0.018, y - heightPx * 0.08],
        [x + heightPx * 0.018, y - heightPx * 0.08],
        [x + heightPx * 0.022, y + heightPx * 0.03],
        [x - heightPx * 0.022, y + heightPx * 0.03],
      ],
      fill,
    )
  )
}

/** A row of spruces whose feet follow `footOf`. */
export function pineRow(
  canvas: Canvas,
  { from, to, gapPx, heightPx, fill, footOf }: PineRow,
): string {
  let markup = ''
  for (let x = from; x < to; x += gapPx * canvas.between(0.55, 1.35)) {
    const size = canvas.between(heightPx[0], heightPx[1])
    markup += pine(canvas, x, footOf(x) + canvas.between(0, 8), size, fill)
  }
  return markup
}

interface PineRow {
  readonly from: number
  readonly to: number
  readonly gapPx: number
  readonly heightPx: readonly [number, number]
  readonly fill: string
  readonly footOf: (x: number) => number
}

/** A low sun with its glow. */
export function sun(canvas: Canvas, x: number, y: number, r: number, color: string, glow: string) {
  const light = canvas.radial([x, y], r * 9, [
    [0, glow, 0.85],
    [0.25, glow, 0.4],
    [1, glow, 0],
  ])
  return circle(x, y, r * 9, light) + circle(x, y, r, color)
}

/** Soft banks of mist lying at a height. */
export function mist(canvas: Canvas, y: number, color: string, opacity: number, count = 6): string {
  const soft = canvas.blur(26)
  let banks = ''
  for (let index = 0; index < count; index++) {
    const x = canvas.between(-100, canvas.width + 100)
    banks += ellipse(
      x,
      y + canvas.between(-22, 22),
      canvas.between(220, 420),
      canvas.between(16, 40),
      color,
    )
  }
  return `<g filter="${soft}" opacity="${opacity}">${banks}</g>`
}

/** A flat-bottomed summer cloud. */
export function cloud(
  canvas: Canvas,
  x: number,
  y: number,
  size: number,
  color: string,
  opacity = 1,
) {
  let puffs = ellipse(x, y, size, size * 0.16, color)
  for (let index = 0; index < 7; index++) {
    const along = (index / 6) * 1.5 - 0.75
    const r = size * (0.34 - Math.abs(along) * 0.22) * canvas.between(0.85, 1.15)
    puffs += circle(x + along * size, y - r * 0.62, r, color)
  }
  return `<g opacity="${opacity}">${puffs}</g>`
}

export function stars(canvas: Canvas, count: number, bottomY: number): string {
  let markup = ''
  for (let index = 0; index < count; index++) {
    const height = canvas.random.next() ** 1.6
    markup += circle(
      canvas.random.next() * canvas.width,
      height * bottomY,
      canvas.between(0.8, 2.6),
      '#fff8e6',
      `opacity="${num(canvas.between(0.3, 1) * (1 - height * 0.7))}"`,
    )
  }
  return markup
}

/** Glints on water: short lines, nearer ones longer and further apart. */
export function glints(canvas: Canvas, { x, spreadPx, top, bottom, color, count }: Glints): string {
  let markup = ''
  for (let index = 0; index < count; index++) {
    const t = canvas.random.next() ** 1.3
    const y = top + (bottom - top) * t
    const half = canvas.between(12, 40) * (0.4 + t * 1.6)
    const middle = x + canvas.random.nextGaussian() * spreadPx * (0.35 + t * 0.65)
    markup += stroke(
      [
        [middle - half, y],
        [middle + half, y],
      ],
      color,
      1.5 + t * 3.5,
      `opacity="${num(canvas.between(0.25, 0.85))}"`,
    )
  }
  return markup
}

interface Glints {
  readonly x: number
  readonly spreadPx: number
  readonly top: number
  readonly bottom: number
  readonly color: string
  readonly count: number
}

export function birds(places: readonly Point[], size: number, color: string): string {
  return places
    .map(([x, y], index) => {
      const s = size * (1 - index * 0.13)
      return stroke(
        `M${num(x - s)} ${num(y - s * 0.3)}Q${num(x - s * 0.45)} ${num(y - s * 0.62)} ${num(x)} ${num(y)}Q${num(x + s * 0.45)} ${num(y - s * 0.62)} ${num(x + s)} ${num(y - s * 0.3)}`,
        color,
        s * 0.13,
      )
    })
    .join('')
}
