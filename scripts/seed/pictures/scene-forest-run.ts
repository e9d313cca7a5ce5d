import { Canvas, at, circle, ellipse, num, polygon, rect, shape, stroke } from './canvas'
import { runner } from './figure-runner'
import { mist, pine } from './landscape'

const DEPTHS = [
  { fill: '#a9c7a4', width: 16, count: 30, foot: 760 },
  { fill: '#7fac8c', width: 26, count: 20, foot: 800 },
  { fill: '#4f8672', width: 40, count: 13, foot: 850 },
  { fill: '#2c5f57', width: 62, count: 9, foot: 920 },
] as const

export function drawForestRun(seed: number): string {
  const canvas = new Canvas(seed)
  const glow = canvas.radial([880, 420], 900, [
    [0, '#fffbe0'],
    [0.35, '#e9eec2'],
    [1, '#8fbb9b'],
  ])
  canvas.add(rect(0, 0, 1600, 1200, glow))
  for (const depth of DEPTHS)
    canvas.add(trunks(canvas, depth), mist(canvas, depth.foot + 10, '#eef3d4', 0.5, 5))
  canvas.add(floor(canvas), rays(canvas), trail(canvas))
  for (const [x, y, size] of [
    [90, 1010, 260],
    [250, 960, 170],
    [1480, 985, 250],
    [1330, 935, 150],
    [1570, 1080, 330],
  ] as const) {
    canvas.add(pine(canvas, x, y, size, '#1f4f49'))
  }
  canvas.add(ferns(canvas), at(815, 1010, 1.85, runner(canvas)), nearTrunks(canvas), leaves(canvas))
  return canvas.finish().toSvg()
}

function trunks(canvas: Canvas, { fill, width, count, foot }: (typeof DEPTHS)[number]): string {
  let markup = ''
  for (let index = 0; index < count; index++) {
    const x = ((index + canvas.between(0.1, 0.9)) / count) * 1700 - 50
    // The nearer trees leave the way open.
    if (width > 30 && Math.abs(x - 830) < width * 5) continue
    const w = width * canvas.between(0.65, 1.2)
    markup += polygon(
      [
        [x - w * 0.34, -20],
        [x + w * 0.34, -20],
        [x + w * 0.52, foot],
        [x - w * 0.52, foot + 6],
      ],
      fill,
    )
    for (let branch = 0; branch < 4; branch++) {
      const y = canvas.between(40, foot - 330)
      const side = canvas.random.next() < 0.5 ? -1 : 1
      markup += stroke(
        `M${num(x)} ${num(y)}q${num(side * w * 1.3)} ${num(-w * 0.3)} ${num(side * w * 2.6)} ${num(w * 0.5)}`,
        fill,
        w * 0.16,
      )
      for (const spread of [-0.8, 0, 0.8]) {
        const middle = x + side * w * (2.2 + spread)
        markup += ellipse(middle, y + w * (0.2 + spread * side * 0.3), w * 0.85, w * 0.24, fill)
      }
    }
  }
  return markup
}

function floor(canvas: Canvas): string {
  return shape(
    'M-20 850Q400 800 800 835T1620 830V1200H-20Z',
    canvas.fade(810, 1200, [
      [0, '#83ab72'],
      [0.35, '#44785a'],
      [1, '#173b38'],
    ]),
  )
}

function trail(canvas: Canvas): string {
  const soil = canvas.fade(830, 1200, [
    [0, '#f0dfae'],
    [0.4, '#c99e66'],
    [1, '#7c5638'],
  ])
  let markup = shape(
    'M840 832Q900 860 850 905Q760 960 640 1040Q520 1120 470 1210H1230Q1180 1090 1010 1000Q930 950 946 900Q950 850 872 830Z',
    soil,
  )
  for (let index = 0; index < 70; index++) {
    const t = canvas.random.next()
    const half = 40 + t * 300
    markup += ellipse(
      845 + canvas.between(-half, half),
      900 + t * 290,
      4 + t * 10,
      2 + t * 4,
      canvas.random.next() < 0.5 ? '#5f4029' : '#f2dcae',
      'opacity="0.4"',
    )
  }
  return markup
}

function rays(canvas: Canvas): string {
  const light = canvas.linear(
    [900, 0],
    [700, 1000],
    [
      [0, '#fff8cf', 0.75],
      [1, '#fff8cf', 0],
    ],
  )
  const soft = canvas.blur(10)
  const beams = [
    [620, 90, -260],
    [800, 130, -230],
    [1010, 80, -250],
    [1150, 150, -210],
    [1350, 70, -240],
  ] as const
  return `<g filter="${soft}" opacity="0.6">${beams
    .map(([x, w, lean]) =>
      polygon(
        [
          [x, -20],
          [x + w, -20],
          [x + w + lean + 80, 1000],
          [x + lean - 60, 1000],
        ],
        light,
      ),
    )
    .join('')}</g>`
}

function ferns(canvas: Canvas): string {
  let markup = ''
  for (let index = 0; index < 34; index++) {
    const side = index % 2 === 0 ? -1 : 1
    const x = 830 + side * canvas.between(330, 820)
    const y = canvas.between(930, 1190)
    const size = (y - 820) * 0.24
    for (let blade = -3; blade <= 3; blade++) {
      markup += stroke(
        `M${num(x)} ${num(y)}Q${num(x + blade * size * 0.14)} ${num(y - size * 0.8)} ${num(x + blade * size * 0.36)} ${num(y - size * (0.72 - Math.abs(blade) * 0.13))}`,
        index % 3 === 0 ? '#7fb069' : '#3f7d58',
        size * 0.075,
      )
    }
  }
  return markup
}

/** Mid-stride towards the right; the standing foot is at 0, 0. */
function nearTrunks(canvas: Canvas): string {
  const bark = canvas.linear(
    [0, 0],
    [190, 0],
    [
      [0, '#0c2426'],
      [0.7, '#173a39'],
      [1, '#3f6a58'],
    ],
  )
  const other = canvas.linear(
    [1420, 0],
    [1600, 0],
    [
      [0, '#4d7860'],
      [0.25, '#183b3a'],
      [1, '#0b2224'],
    ],
  )
  return (
    shape('M-20 -20H120Q136 600 176 1210H-20Z', bark) +
    shape('M1480 -20H1620V1210H1440Q1478 560 1480 -20Z', other)
  )
}

function leaves(canvas: Canvas): string {
  let markup = ''
  for (let index = 0; index < 60; index++) {
    markup += circle(
      canvas.between(200, 1400),
      canvas.between(120, 1000),
      canvas.between(1.5, 4.5),
      '#fffbd9',
      `opacity="${num(canvas.between(0.3, 0.9))}"`,
    )
  }
  return markup
}
