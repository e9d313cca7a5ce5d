import { num, polygon, stroke, type Canvas, type Point } from './canvas'

const WALLS = ['#7a4a44', '#8f6148', '#5c5f6b', '#6d3f3c', '#8a7255', '#4f5a63']

/** Where all lines of the street meet. */
const EYE: Point = [800, 560]

/** Facades in perspective: each house a trapezium towards the vanishing point. */
export function houses(canvas: Canvas, side: 1 | -1): string {
  const edges = [1150, 760, 520, 360, 250, 170, 108]
  let markup = ''
  for (let index = edges.length - 2; index >= 0; index--) {
    const outer = edges[index] ?? 0
    const inner = edges[index + 1] ?? 0
    const wall = WALLS[(index + (side > 0 ? 2 : 0)) % WALLS.length] ?? ''
    const height = 1.02 + ((index * 37) % 5) * 0.09
    const corner = (reach: number, up: number): Point => [
      EYE[0] + side * reach,
      EYE[1] - reach * up,
    ]
    const light = canvas.linear(
      [EYE[0] + side * outer, 0],
      [EYE[0] + side * inner, 0],
      [
        [0, wall],
        [1, mixWithHaze(wall, index)],
      ],
    )
    const roofUp = height + 0.34
    markup += polygon(
      [
        corner(outer, height),
        corner((outer + inner) / 2, roofUp),
        corner(inner, height),
        corner(inner, -0.42),
        corner(outer, -0.42),
      ],
      light,
    )
    markup += stroke(
      [corner(outer, height), corner((outer + inner) / 2, roofUp), corner(inner, height)],
      '#2a3138',
      3 + outer / 90,
    )
    markup += windows(canvas, side, outer, inner, height)
    markup += shopFront(canvas, side, outer, inner, index)
  }
  return markup
}

function mixWithHaze(color: string, depth: number): string {
  const share = 0.12 + depth * 0.09
  const mixed = [1, 3, 5].map((start) => {
    const own = Number.parseInt(color.slice(start, start + 2), 16)
    const haze = [0x9a, 0xa3, 0xa2][(start - 1) / 2] ?? 0
    return Math.round(own * (1 - share) + haze * share)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${mixed.join('')}`
}

function windows(canvas: Canvas, side: 1 | -1, outer: number, inner: number, height: number) {
  let markup = ''
  for (let column = 0; column < 3; column++) {
    const near = outer - (outer - inner) * (0.12 + column * 0.3)
    const far = outer - (outer - inner) * (0.29 + column * 0.3)
    for (let row = 0; row < 3; row++) {
      const low = 0.18 + row * 0.3
      if (low + 0.2 > height) continue
      const isLit = canvas.random.next() < 0.45
      const corner = (reach: number, up: number): Point => [
        EYE[0] + side * reach,
        EYE[1] - reach * up,
      ]
      const frame = [
        corner(near, low + 0.19),
        corner(far, low + 0.19),
        corner(far, low),
        corner(near, low),
      ]
      markup += polygon(
        frame,
        isLit ? '#ffd98a' : '#2f3d4a',
        `stroke="#20262d" stroke-width="${num(1 + outer / 240)}"`,
      )
      const middle = (near + far) / 2
      markup += stroke(
        [corner(middle, low + 0.19), corner(middle, low)],
        '#20262d',
        1 + outer / 300,
      )
    }
  }
  return markup
}

function shopFront(canvas: Canvas, side: 1 | -1, outer: number, inner: number, index: number) {
  const near = outer - (outer - inner) * 0.1
  const far = outer - (outer - inner) * 0.86
  const corner = (reach: number, up: number): Point => [EYE[0] + side * reach, EYE[1] - reach * up]
  const glow = canvas.linear(
    [EYE[0] + side * near, 0],
    [EYE[0] + side * far, 0],
    [
      [0, '#ffc66b'],
      [1, '#ffe7b0'],
    ],
  )
  const awning = ['#274c5e', '#b5452f', '#2f6b57'][index % 3] ?? ''
  return (
    polygon(
      [corner(near, 0.06), corner(far, 0.06), corner(far, -0.32), corner(near, -0.32)],
      glow,
    ) +
    polygon(
      [
        corner(near + 16, 0.1),
        corner(far, 0.1),
        corner(far * 0.88, -0.02),
        corner(near * 0.9, -0.02),
      ],
      awning,
    ) +
    stroke(
      [corner((near + far) / 2, 0), corner((near + far) / 2, -0.32)],
      '#3a2d28',
      2 + outer / 200,
    )
  )
}
