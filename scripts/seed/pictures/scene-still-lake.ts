import { at, Canvas, ellipse, group, num, rect, shape, stroke } from './canvas'
import { birds, glints, ground, litFaces, mist, pineRow, skyline, sun } from './landscape'

const SHORE_Y = 640

export function drawStillLake(seed: number): string {
  const canvas = new Canvas(seed)
  canvas.add(
    rect(
      0,
      0,
      1600,
      SHORE_Y,
      canvas.fade(0, SHORE_Y, [
        [0, '#2f7f8c'],
        [0.5, '#8cc4bd'],
        [1, '#fbe9bf'],
      ]),
    ),
  )
  const land = shoreline(canvas)
  canvas.add(sun(canvas, 1120, 360, 50, '#fffbe2', '#ffe6a3'), land)
  canvas.add(
    rect(
      0,
      SHORE_Y,
      1600,
      600,
      canvas.fade(SHORE_Y, 1200, [
        [0, '#f3e3b9'],
        [0.16, '#9bcbc1'],
        [0.6, '#3b8790'],
        [1, '#14505f'],
      ]),
    ),
  )
  const soft = canvas.blur(3)
  canvas.add(
    group(
      `transform="matrix(1 0 0 -0.82 0 ${num(SHORE_Y * 1.82)})" opacity="0.42" filter="${soft}"`,
      land,
    ),
  )
  canvas.add(mist(canvas, SHORE_Y + 4, '#fff6dc', 0.85, 9))
  canvas.add(
    glints(canvas, {
      x: 1120,
      spreadPx: 190,
      top: 660,
      bottom: 1190,
      color: '#fff5cf',
      count: 150,
    }),
  )
  canvas.add(
    glints(canvas, { x: 800, spreadPx: 800, top: 700, bottom: 1190, color: '#0f4452', count: 120 }),
  )
  canvas.add(
    at(800, 880, 1.75, kayak(canvas)),
    birds(
      [
        [360, 250],
        [425, 220],
        [480, 262],
        [540, 238],
      ],
      22,
      '#1d4a55',
    ),
    reeds(canvas),
  )
  return canvas.finish().toSvg()
}

function shoreline(canvas: Canvas): string {
  const far = skyline(canvas, { baseY: SHORE_Y, heightPx: 400, peaks: 3, roughness: 0.58 })
  const near = skyline(canvas, { baseY: SHORE_Y, heightPx: 215, peaks: 2, roughness: 0.5 })
  const left = 'M-20 640V470Q160 480 300 560T620 640Z'
  const right = 'M1620 640V500Q1480 500 1330 580T1050 640Z'
  return (
    ground(
      canvas,
      far,
      SHORE_Y,
      canvas.fade(250, SHORE_Y, [
        [0, '#5f9aa3'],
        [1, '#c9dcc4'],
      ]),
    ) +
    litFaces(far, '#eef3dc', 230, 1) +
    ground(
      canvas,
      near,
      SHORE_Y,
      canvas.fade(430, SHORE_Y, [
        [0, '#3f7d80'],
        [1, '#8fb8a2'],
      ]),
    ) +
    shape(
      left,
      canvas.fade(460, SHORE_Y, [
        [0, '#2f6b5c'],
        [1, '#4d8a6b'],
      ]),
    ) +
    shape(
      right,
      canvas.fade(490, SHORE_Y, [
        [0, '#2a6156'],
        [1, '#4d8a6b'],
      ]),
    ) +
    pineRow(canvas, {
      from: -20,
      to: 480,
      gapPx: 32,
      heightPx: [70, 175],
      fill: '#1d4f4b',
      footOf: (x) => 520 + Math.max(0, x) * 0.24,
    }) +
    pineRow(canvas, {
      from: 1180,
      to: 1640,
      gapPx: 30,
      heightPx: [60, 160],
      fill: '#1b4946',
      footOf: (x) => 640 - (x - 1150) * 0.22,
    })
  )
}

/** Seen from the side, paddling left to right; the water line is at y 0. */
function kayak(canvas: Canvas): string {
  const hull = canvas.fade(-34, 26, [
    [0, '#f4653f'],
    [0.5, '#d9432e'],
    [1, '#8a2a24'],
  ])
  const soft = canvas.blur(4)
  const paddler =
    stroke(
      [
        [-8, -40],
        [-2, -86],
      ],
      '#274c5e',
      50,
    ) +
    shape('M-36 -26Q-40 -100 -6 -112Q28 -104 24 -26Z', '#e6b54a') +
    stroke(
      [
        [-30, -78],
        [22, -74],
      ],
      '#b27f23',
      5,
    ) +
    stroke('M-6 -110V-30', '#b27f23', 4) +
    stroke(
      [
        [-26, -98],
        [-58, -66],
        [-82, -74],
      ],
      '#2c5a6e',
      18,
    ) +
    stroke(
      [
        [16, -98],
        [48, -74],
        [66, -90],
      ],
      '#234958',
      18,
    ) +
    shape('M-12 -122h18v16h-18z', '#d99668') +
    ellipse(-2, -140, 22, 25, '#e7b48d') +
    shape('M-27 -142Q-26 -172 2 -170Q28 -166 24 -140Q0 -150 -27 -142Z', '#c2553a') +
    stroke(
      [
        [20, -148],
        [42, -144],
      ],
      '#a84431',
      8,
    )
  const paddle =
    stroke(
      [
        [-178, -22],
        [150, -132],
      ],
      '#3a2d28',
      6.5,
    ) +
    shape('M-166 -28Q-206 -34 -236 2Q-200 16 -164 -16Z', '#f4ead6') +
    shape('M140 -134Q176 -170 214 -164Q204 -126 146 -120Z', '#f4ead6')
  return (
    `<g filter="${soft}" opacity="0.5">${ellipse(4, 36, 226, 20, '#0c3744')}</g>` +
    shape('M-258 -20Q-150 -36 0 -36T262 -26Q230 10 120 22H-110Q-220 14 -258 -20Z', hull) +
    stroke('M-250 -18Q-130 -30 0 -30T256 -24', '#ffb18a', 5, 'opacity="0.8"') +
    ellipse(-4, -32, 66, 13, '#5b1d1b') +
    paddler +
    shape('M-72 -33Q-4 -10 66 -33L70 -20H-76Z', '#e4502f') +
    shape('M120 -33L170 -32L150 -22H110Z', '#f4ead6', 'opacity="0.9"') +
    paddle +
    stroke(
      [
        [-84, -74],
        [-76, -72],
      ],
      '#e7b48d',
      17,
    ) +
    stroke(
      [
        [64, -92],
        [72, -96],
      ],
      '#e7b48d',
      17,
    ) +
    stroke(
      'M-300 24Q-200 38 -90 32M110 34Q220 36 330 20M-240 46Q-100 62 60 54M-236 6q-16 8 -38 4m30 8q-20 12 -50 6',
      '#f3fbf1',
      4.5,
      'opacity="0.75"',
    )
  )
}

function reeds(canvas: Canvas): string {
  let markup = ''
  for (let index = 0; index < 80; index++) {
    const isLeft = index % 2 === 0
    const x = isLeft ? canvas.between(-20, 230) : canvas.between(1400, 1620)
    const tall = canvas.between(90, 330)
    const lean = canvas.between(-34, 34)
    markup += stroke(
      `M${num(x)} 1210q${num(lean * 0.2)} ${num(-tall * 0.6)} ${num(lean)} ${num(-tall)}`,
      index % 3 === 0 ? '#1d5a52' : '#0f3c40',
      5,
    )
    if (index % 4 === 0) markup += ellipse(x + lean, 1200 - tall, 7, 27, '#7a4a2e')
  }
  return markup
}
