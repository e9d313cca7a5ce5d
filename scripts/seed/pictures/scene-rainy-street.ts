import { Canvas, at, circle, ellipse, num, polygon, rect, stroke } from './canvas'
import { houses } from './street-houses'
import { reflection, walker } from './figure-walker'

export function drawRainyStreet(seed: number): string {
  const canvas = new Canvas(seed)
  canvas.add(
    rect(
      0,
      0,
      1600,
      1200,
      canvas.fade(0, 640, [
        [0, '#2c3f52'],
        [0.6, '#6d8493'],
        [1, '#c7c6b4'],
      ]),
    ),
  )
  canvas.add(tower(canvas), houses(canvas, -1), houses(canvas, 1), pavement(canvas))
  for (const [x, y, scale] of [
    [510, 742, 0.62],
    [1092, 742, 0.62],
    [262, 940, 1.15],
    [1345, 940, 1.15],
  ] as const) {
    canvas.add(lamp(canvas, x, y, scale))
  }
  canvas.add(at(800, 1010, 1.62, reflection(canvas), walker(canvas)), rain(canvas))
  return canvas.finish().toSvg()
}

/** The church at the end of the street, faint in the rain. */
function tower(canvas: Canvas): string {
  const haze = canvas.fade(220, 620, [
    [0, '#7b8e97'],
    [1, '#b4b9ac'],
  ])
  return (
    polygon(
      [
        [752, 620],
        [752, 330],
        [784, 180],
        [816, 330],
        [816, 620],
      ],
      haze,
    ) +
    rect(690, 470, 220, 160, haze) +
    polygon(
      [
        [680, 474],
        [700, 430],
        [900, 430],
        [920, 474],
      ],
      '#80919a',
    ) +
    circle(784, 372, 15, '#e9e2c2', 'opacity="0.8"')
  )
}

function pavement(canvas: Canvas): string {
  const stone = canvas.fade(600, 1200, [
    [0, '#8d9295'],
    [0.35, '#4c5861'],
    [1, '#212c36'],
  ])
  let markup = polygon(
    [
      [755, 604],
      [845, 604],
      [1900, 1200],
      [-300, 1200],
    ],
    stone,
  )
  markup += polygon(
    [
      [690, 606],
      [757, 604],
      [-300, 1200],
      [-900, 1200],
    ],
    '#39444d',
  )
  markup += polygon(
    [
      [910, 606],
      [843, 604],
      [1900, 1200],
      [2500, 1200],
    ],
    '#39444d',
  )
  const soft = canvas.blur(9)
  let lights = ''
  for (let index = 0; index < 46; index++) {
    const t = canvas.random.next() ** 0.7
    const y = 620 + t * 570
    const side = canvas.random.next() < 0.5 ? -1 : 1
    const x = 800 + side * (60 + t * 760) * canvas.between(0.25, 1)
    lights += ellipse(
      x,
      y,
      8 + t * 46,
      5 + t * 34,
      canvas.random.next() < 0.75 ? '#ffc873' : '#f08a5b',
      `opacity="${num(0.2 + canvas.random.next() * 0.4)}"`,
    )
  }
  markup += `<g filter="${soft}">${lights}</g>`
  for (let index = 0; index < 380; index++) {
    const t = canvas.random.next() ** 0.8
    const y = 625 + t * 575
    const x = 800 + canvas.between(-1, 1) * (60 + t * 1000)
    markup += ellipse(
      x,
      y,
      4 + t * 26,
      1 + t * 5,
      canvas.random.next() < 0.5 ? '#8fa0a8' : '#161f27',
      'opacity="0.3"',
    )
  }
  return markup
}

function lamp(canvas: Canvas, x: number, y: number, scale: number): string {
  const halo = canvas.radial([0, -300], 190, [
    [0, '#ffe3a1', 0.9],
    [0.3, '#ffce78', 0.35],
    [1, '#ffce78', 0],
  ])
  return at(
    x,
    y,
    scale,
    circle(0, -300, 190, halo),
    stroke(
      [
        [0, 0],
        [0, -262],
      ],
      '#171d23',
      9,
    ),
    stroke(
      [
        [0, -262],
        [0, -270],
      ],
      '#171d23',
      20,
    ),
    polygon(
      [
        [-17, -272],
        [17, -272],
        [23, -322],
        [-23, -322],
      ],
      '#fff0c4',
    ),
    polygon(
      [
        [-27, -322],
        [27, -322],
        [0, -350],
      ],
      '#171d23',
    ),
    stroke(
      [
        [-12, 2],
        [12, 2],
      ],
      '#171d23',
      12,
    ),
  )
}

/** From behind, in a rain jacket under a yellow umbrella; the soles are at 0, 0. */
function rain(canvas: Canvas): string {
  let streaks = ''
  for (let index = 0; index < 330; index++) {
    const x = canvas.between(-60, 1680)
    const y = canvas.between(-40, 1200)
    const long = canvas.between(26, 90)
    streaks += stroke(
      [
        [x, y],
        [x - long * 0.2, y + long],
      ],
      '#e8f1f2',
      canvas.between(1, 2.6),
      `opacity="${num(canvas.between(0.1, 0.5))}"`,
    )
  }
  for (let index = 0; index < 70; index++) {
    const y = canvas.between(760, 1190)
    const r = ((y - 600) / 600) * 13
    streaks += ellipse(
      canvas.between(60, 1540),
      y,
      r,
      r * 0.34,
      'none',
      'stroke="#dbe7ea" stroke-width="1.6" opacity="0.5"',
    )
  }
  return streaks
}
