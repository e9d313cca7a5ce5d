import { Canvas, at, circle, ellipse, num, polygon, rect, shape, stroke } from './canvas'
import { rider } from './figure-cyclist'
import { cloud, glints, sun } from './landscape'

const FACADES = [
  '#b5532f',
  '#d9b27a',
  '#7b3b34',
  '#4f7377',
  '#c98b4a',
  '#8a5040',
  '#e2cfa4',
  '#5b5f58',
  '#a8493a',
]
const QUAY_Y = 760

export function drawCityBike(seed: number): string {
  const canvas = new Canvas(seed)
  canvas.add(
    rect(
      0,
      0,
      1600,
      QUAY_Y,
      canvas.fade(0, QUAY_Y, [
        [0, '#6fb0bd'],
        [0.6, '#cfe0cf'],
        [1, '#ffe7b3'],
      ]),
    ),
  )
  canvas.add(
    sun(canvas, 1230, 240, 52, '#fffbe6', '#ffe6a0'),
    cloud(canvas, 300, 190, 130, '#ffffff', 0.6),
    cloud(canvas, 900, 130, 100, '#ffffff', 0.45),
  )
  const row = facades(canvas)
  canvas.add(
    row,
    quay(canvas, row),
    at(800, 1095, 1.78, rider(canvas)),
    tree(canvas, 110, 1030, 1.25),
    tree(canvas, 1520, 1010, 1.05),
    falling(canvas),
  )
  return canvas.finish().toSvg()
}

/** Gabled houses along the harbour. */
function facades(canvas: Canvas): string {
  let markup = ''
  let x = -30
  for (let index = 0; x < 1620; index++) {
    const width = canvas.between(140, 215)
    const top = QUAY_Y - canvas.between(270, 420)
    const wall = FACADES[index % FACADES.length] ?? ''
    markup += house(canvas, { x, width, top, wall, gable: index % 3 })
    x += width
  }
  return markup + rect(0, QUAY_Y - 14, 1600, 14, '#6a5b4d')
}

interface House {
  readonly x: number
  readonly width: number
  readonly top: number
  readonly wall: string
  readonly gable: number
}

function house(canvas: Canvas, { x, width, top, wall, gable }: House): string {
  const middle = x + width / 2
  const paint = canvas.linear(
    [x, 0],
    [x + width, 0],
    [
      [0, wall],
      [1, shade(wall, 0.8)],
    ],
  )
  let markup = rect(x, top, width, QUAY_Y - top, paint)
  if (gable === 0) {
    markup += polygon(
      [
        [x, top],
        [x + width, top],
        [middle, top - 100],
      ],
      paint,
    )
    markup += stroke(
      [
        [x, top],
        [middle, top - 100],
        [x + width, top],
      ],
      '#f2e6cd',
      7,
    )
  } else if (gable === 1) {
    for (let step = 0; step < 4; step++) {
      const w = width * (1 - step * 0.24)
      markup += rect(middle - w / 2, top - (step + 1) * 25, w, 27, paint)
      markup += rect(middle - w / 2 - 3, top - (step + 1) * 25, w + 6, 6, '#f2e6cd')
    }
  } else {
    markup += shape(
      `M${num(x)} ${num(top)}Q${num(x + width * 0.2)} ${num(top - 20)} ${num(x + width * 0.26)} ${num(top - 70)}Q${num(middle)} ${num(top - 130)} ${num(x + width * 0.74)} ${num(top - 70)}Q${num(x + width * 0.8)} ${num(top - 20)} ${num(x + width)} ${num(top)}Z`,
      paint,
    )
    markup += rect(x, top - 3, width, 7, '#f2e6cd')
  }
  markup += circle(middle, top - 36, 12, '#33414a', 'stroke="#f2e6cd" stroke-width="4"')
  for (let row = 0; row < 3; row++) {
    for (let column = 0; column < 3; column++) {
      const left = x + width * (0.13 + column * 0.28)
      const y = top + 24 + row * 84
      const isLit = canvas.random.next() < 0.25
      markup += rect(
        left,
        y,
        width * 0.18,
        54,
        isLit ? '#ffe3a0' : '#3b5360',
        'stroke="#f2e6cd" stroke-width="4"',
      )
      markup += stroke(
        [
          [left + width * 0.09, y],
          [left + width * 0.09, y + 54],
        ],
        '#f2e6cd',
        2.5,
      )
      if (!isLit)
        markup += polygon(
          [
            [left + 3, y + 4],
            [left + width * 0.12, y + 4],
            [left + 3, y + 38],
          ],
          '#8fb4ba',
          'opacity="0.6"',
        )
    }
  }
  return markup + rect(middle - 17, QUAY_Y - 84, 34, 72, shade(wall, 0.45), 'rx="3"')
}

function shade(color: string, share: number): string {
  const parts = [1, 3, 5].map((start) =>
    Math.round(Number.parseInt(color.slice(start, start + 2), 16) * share)
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${parts.join('')}`
}

function quay(canvas: Canvas, row: string): string {
  const water = canvas.fade(QUAY_Y, 950, [
    [0, '#8fb3a8'],
    [0.4, '#4b878d'],
    [1, '#245764'],
  ])
  const soft = canvas.blur(4)
  const street = canvas.fade(940, 1200, [
    [0, '#e2c9a0'],
    [0.4, '#b99a78'],
    [1, '#6d5a4f'],
  ])
  let markup = rect(0, QUAY_Y, 1600, 200, water)
  markup += `<g transform="matrix(1 0 0 -0.5 0 ${num(QUAY_Y * 1.5)})" opacity="0.42" filter="${soft}">${row}</g>`
  markup += glints(canvas, {
    x: 1200,
    spreadPx: 320,
    top: 775,
    bottom: 930,
    color: '#fff3cd',
    count: 70,
  })
  markup += at(330, 860, 0.9, boat('#c2553a')) + at(1330, 850, 0.75, boat('#274c5e'))
  markup +=
    rect(0, 938, 1600, 270, street) +
    rect(0, 932, 1600, 20, '#f0dfbd') +
    rect(0, 950, 1600, 8, '#7a6857', 'opacity="0.6"')
  for (let index = 0; index < 300; index++) {
    const t = canvas.random.next()
    markup += ellipse(
      canvas.between(0, 1600),
      965 + t * 230,
      7 + t * 22,
      2 + t * 5,
      canvas.random.next() < 0.5 ? '#f3e2c0' : '#57473f',
      'opacity="0.25"',
    )
  }
  for (const x of [70, 430, 1180, 1500])
    markup += shape(`M${x - 12} 940v-42q12 -12 24 0v42Z`, '#33414a')
  return markup
}

function boat(color: string): string {
  return (
    shape('M-140 -20Q-60 -6 0 -6T150 -26Q130 30 90 34H-90Q-126 28 -140 -20Z', color) +
    stroke('M-138 -18Q-60 -4 0 -4T148 -24', '#f4ead6', 6) +
    rect(-40, -54, 84, 48, '#f4ead6', 'rx="5"') +
    rect(-28, -44, 24, 20, '#3b5360') +
    rect(8, -44, 24, 20, '#3b5360') +
    stroke(
      [
        [-60, -6],
        [-60, -130],
      ],
      '#3a2d28',
      5,
    )
  )
}

/** On an upright bicycle towards the left; the wheels stand at y 0. */
function tree(canvas: Canvas, x: number, y: number, scale: number): string {
  let crown = ''
  for (let index = 0; index < 42; index++) {
    const angle = canvas.between(0, Math.PI * 2)
    const reach = Math.sqrt(canvas.random.next())
    const tone = ['#d98c2b', '#e6a93f', '#c9662c', '#efc15c'][index % 4] ?? ''
    crown += circle(
      Math.cos(angle) * 170 * reach,
      -470 + Math.sin(angle) * 200 * reach,
      canvas.between(34, 66),
      tone,
    )
  }
  const trunk = shape('M-18 0Q-8 -160 -12 -330H16Q8 -160 24 0Z', '#4a3329')
  return at(
    x,
    y,
    scale,
    trunk,
    stroke(
      [
        [0, -250],
        [-70, -370],
      ],
      '#4a3329',
      13,
    ),
    stroke(
      [
        [2, -280],
        [64, -390],
      ],
      '#4a3329',
      12,
    ),
    crown,
  )
}

function falling(canvas: Canvas): string {
  let markup = ''
  for (let index = 0; index < 44; index++) {
    const [x, y] = [canvas.between(20, 1580), canvas.between(420, 1170)]
    const color = ['#d98c2b', '#e6a93f', '#c9662c'][index % 3] ?? ''
    markup += ellipse(
      x,
      y,
      10,
      4.5,
      color,
      `transform="rotate(${num(canvas.between(0, 180))} ${num(x)} ${num(y)})"`,
    )
  }
  return markup
}
