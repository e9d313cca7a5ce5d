import { at, Canvas, circle, ellipse, group, num, polygon, rect, shape, stroke } from './canvas'
import { ground, litFaces, pine, pineRow, skyline, stars } from './landscape'

export function drawNorthernLights(seed: number): string {
  const canvas = new Canvas(seed)
  canvas.add(
    rect(
      0,
      0,
      1600,
      1200,
      canvas.fade(0, 900, [
        [0, '#0b1230'],
        [0.5, '#16385a'],
        [1, '#2f7a78'],
      ]),
    ),
  )
  canvas.add(stars(canvas, 260, 760))
  canvas.add(
    ribbon(canvas, 300, 120, '#58f0ae', 0.85),
    ribbon(canvas, 430, 170, '#7ef7c4', 0.7),
    ribbon(canvas, 220, 90, '#b98af0', 0.6),
  )
  const far = skyline(canvas, { baseY: 860, heightPx: 330, peaks: 3, roughness: 0.58 })
  canvas.add(
    ground(
      canvas,
      far,
      1200,
      canvas.fade(520, 880, [
        [0, '#1b3d5c'],
        [1, '#3b7384'],
      ]),
    ),
    litFaces(far, '#8fd6cf', 210, 1),
  )
  canvas.add(
    pineRow(canvas, {
      from: -20,
      to: 1620,
      gapPx: 40,
      heightPx: [70, 170],
      fill: '#123346',
      footOf: (x) => 890 + 12 * Math.sin(x / 130),
    }),
  )
  canvas.add(
    shape(
      'M-20 920Q300 840 760 885T1620 880V1200H-20Z',
      canvas.fade(850, 1200, [
        [0, '#b9dfe2'],
        [0.4, '#7fb2c4'],
        [1, '#3f7190'],
      ]),
    ),
  )
  canvas.add(
    shape(
      'M-20 1050Q420 960 900 1040T1620 1000V1200H-20Z',
      canvas.fade(980, 1200, [
        [0, '#a4d0da'],
        [1, '#3a6a8a'],
      ]),
    ),
  )
  canvas.add(at(980, 955, 1.35, cabin(canvas)), at(650, 1040, 1.5, pair(canvas)))
  for (const [x, y, size] of [
    [70, 1090, 620],
    [240, 1060, 400],
    [1540, 1100, 660],
    [1390, 1050, 380],
  ] as const)
    canvas.add(pine(canvas, x, y, size, '#0b2233'))
  return canvas.finish().toSvg()
}

/** A curtain of light: vertical rays hanging from a winding line. */
function ribbon(canvas: Canvas, y: number, swing: number, color: string, opacity: number): string {
  const soft = canvas.blur(13)
  const phase = canvas.between(0, 6)
  let rays = ''
  for (let x = -40; x < 1650; x += 13) {
    const foot =
      y + swing * Math.sin(x / 260 + phase) + swing * 0.4 * Math.sin(x / 97 + phase * 2) + 170
    const tall = 210 + 130 * Math.sin(x / 70 + phase) + canvas.between(0, 100)
    const light = 0.3 + 0.7 * Math.abs(Math.sin(x / 190 + phase))
    rays += polygon(
      [
        [x - 9, foot],
        [x + 9, foot],
        [x + 15, foot - tall],
        [x - 3, foot - tall],
      ],
      color,
      `opacity="${num(light * 0.9)}"`,
    )
  }
  const veil = canvas.fade(y - 260, y + 330, [
    [0, '#000000'],
    [0.65, '#ffffff'],
    [1, '#bbbbbb'],
  ])
  const mask = `<mask id="veil${y}"><rect width="1600" height="1200" fill="${veil}"/></mask>`
  return mask + group(`mask="url(#veil${y})" opacity="${opacity}"`, group(`filter="${soft}"`, rays))
}

/** A log cabin in the snow; the middle of its foot is at 0, 0. */
function cabin(canvas: Canvas): string {
  const wood = canvas.linear(
    [-150, 0],
    [170, 0],
    [
      [0, '#7a4630'],
      [1, '#4a2b26'],
    ],
  )
  const glow = canvas.radial([0, 10], 330, [
    [0, '#ffcb70', 0.7],
    [1, '#ffb45a', 0],
  ])
  const soft = canvas.blur(12)
  let logs = ''
  for (let y = -96; y < 0; y += 16)
    logs += stroke(
      [
        [-146, y],
        [158, y],
      ],
      '#39211e',
      2.4,
      'opacity="0.7"',
    )
  return (
    ellipse(0, 26, 330, 66, glow) +
    rect(-146, -112, 304, 118, wood) +
    logs +
    polygon(
      [
        [-146, -112],
        [158, -112],
        [6, -216],
      ],
      '#63382a',
    ) +
    rect(-112, -84, 70, 56, '#ffe09a', 'stroke="#2c1917" stroke-width="6"') +
    stroke(
      [
        [-77, -84],
        [-77, -28],
      ],
      '#2c1917',
      4,
    ) +
    stroke(
      [
        [-112, -56],
        [-42, -56],
      ],
      '#2c1917',
      4,
    ) +
    rect(-14, -86, 56, 92, '#35201c') +
    rect(-4, -74, 36, 32, '#ffd27f') +
    rect(82, -84, 58, 56, '#ffe09a', 'stroke="#2c1917" stroke-width="6"') +
    stroke(
      [
        [111, -84],
        [111, -28],
      ],
      '#2c1917',
      4,
    ) +
    rect(66, -214, 34, 72, '#3a2a2c') +
    shape('M60 -216h46v-12q-23 -12 -46 0Z', '#eef8fa') +
    shape(
      'M-186 -88L6 -226L198 -88L178 -84Q150 -102 128 -110L6 -190L-114 -104Q-150 -92 -186 -88Z',
      '#eef8fa',
    ) +
    stroke('M-176 -94L6 -224L188 -94', '#ffffff', 7) +
    group(
      `filter="${soft}" opacity="0.55"`,
      stroke('M84 -236q-24 -34 2 -62t-6 -72', '#dfeaf0', 24),
    ) +
    polygon(
      [
        [-14, 6],
        [42, 6],
        [90, 46],
        [-52, 46],
      ],
      '#ffd98f',
      'opacity="0.5"',
    )
  )
}

/** Two people in wool and down looking up; their feet are at 0, 0. */
function pair(canvas: Canvas): string {
  const glow = canvas.radial([40, -60], 150, [
    [0, '#ffd98a', 0.7],
    [1, '#ffc766', 0],
  ])
  const person = (coat: string, hat: string, sleeve: string) =>
    stroke(
      [
        [-13, -50],
        [-15, -4],
      ],
      '#142434',
      20,
    ) +
    stroke(
      [
        [13, -50],
        [15, -4],
      ],
      '#1a2d40',
      20,
    ) +
    shape('M-34 -48Q-40 -124 -14 -134H14Q42 -122 34 -48Q0 -38 -34 -48Z', coat) +
    stroke(
      [
        [-30, -114],
        [-42, -76],
      ],
      sleeve,
      18,
    ) +
    stroke('M-22 -132Q0 -118 22 -132', '#f4ead6', 12) +
    circle(0, -154, 20, '#e0ac86') +
    shape('M-22 -154Q-24 -182 0 -182Q24 -182 22 -154Q0 -164 -22 -154Z', hat) +
    circle(0, -186, 8, '#f4ead6')
  return (
    ellipse(20, 6, 130, 12, '#2d5a78', 'opacity="0.6"') +
    circle(40, -60, 150, glow) +
    at(-24, 0, 1.04, person('#c2553a', '#e6b54a', '#a84431')) +
    stroke(
      [
        [88, -106],
        [116, -84],
      ],
      '#c68a2d',
      17,
    ) +
    at(64, 4, 0.96, person('#e6b54a', '#274c5e', '#c68a2d')) +
    rect(108, -86, 20, 28, '#fff1bf', 'rx="4" stroke="#3a2d28" stroke-width="3.5"')
  )
}
