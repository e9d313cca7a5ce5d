import { at, Canvas, ellipse, polygon, rect, shape, stroke } from './canvas'
import { birds, ground, litFaces, mist, pineRow, skyline, stars, sun } from './landscape'

const SKY = [
  [0, '#24365e'],
  [0.3, '#5b5a8c'],
  [0.55, '#c77f84'],
  [0.78, '#f6b27c'],
  [1, '#ffe0a6'],
] as const

export function drawDawnCamp(seed: number): string {
  const canvas = new Canvas(seed)
  canvas.add(rect(0, 0, 1600, 800, canvas.fade(0, 760, SKY)))
  canvas.add(stars(canvas, 130, 420), sun(canvas, 1085, 640, 46, '#fff4d4', '#ffc77d'))
  const far = skyline(canvas, { baseY: 760, heightPx: 250, peaks: 4 })
  canvas.add(
    ground(
      canvas,
      far,
      1200,
      canvas.fade(480, 800, [
        [0, '#b98493'],
        [1, '#f3bd94'],
      ]),
    ),
  )
  canvas.add(litFaces(far, '#f8c49a', 120, 1))
  const near = skyline(canvas, { baseY: 830, heightPx: 330, peaks: 3, roughness: 0.55 })
  canvas.add(
    ground(
      canvas,
      near,
      1200,
      canvas.fade(480, 860, [
        [0, '#5d5680'],
        [1, '#b67e86'],
      ]),
    ),
  )
  canvas.add(litFaces(near, '#e39a86', 190, 1), mist(canvas, 800, '#ffdcb4', 0.75))
  const hill = skyline(canvas, { baseY: 900, heightPx: 90, peaks: 2, roughness: 0.3 })
  canvas.add(
    ground(
      canvas,
      hill,
      1200,
      canvas.fade(790, 960, [
        [0, '#39536a'],
        [1, '#5d6c78'],
      ]),
    ),
  )
  const footOf = (x: number) => 905 - 35 * Math.sin(x / 250)
  canvas.add(
    pineRow(canvas, {
      from: -20,
      to: 1620,
      gapPx: 34,
      heightPx: [60, 130],
      fill: '#2c4a59',
      footOf,
    }),
    mist(canvas, 905, '#f6c7a2', 0.55),
    shape(
      'M-20 980Q260 880 620 930T1240 925T1620 890V1200H-20Z',
      canvas.fade(880, 1200, [
        [0, '#2f5a4c'],
        [0.4, '#1f443d'],
        [1, '#11292b'],
      ]),
    ),
    shape(
      'M-20 982Q260 882 620 932T1240 927T1620 892',
      'none',
      'stroke="#f1b57e" stroke-width="5" opacity="0.7"',
    ),
  )
  canvas.add(grass(canvas), at(800, 1010, 1.3, tent(canvas)), at(1150, 985, 1.25, sitter()))
  canvas.add(
    birds(
      [
        [420, 330],
        [480, 300],
        [530, 345],
      ],
      22,
      '#2b3557',
    ),
  )
  const close = (x: number) => 1130 + 25 * Math.cos(x / 90)
  canvas.add(
    pineRow(canvas, {
      from: -60,
      to: 250,
      gapPx: 95,
      heightPx: [520, 800],
      fill: '#10282c',
      footOf: close,
    }),
    pineRow(canvas, {
      from: 1420,
      to: 1680,
      gapPx: 95,
      heightPx: [480, 760],
      fill: '#10282c',
      footOf: close,
    }),
  )
  return canvas.finish().toSvg()
}

function grass(canvas: Canvas): string {
  let blades = ''
  for (let index = 0; index < 260; index++) {
    const x = canvas.between(0, 1600)
    const y = canvas.between(990, 1190)
    const lean = canvas.between(-9, 9)
    blades += stroke(
      `M${x.toFixed(0)} ${y.toFixed(0)}q${(lean / 2).toFixed(1)} -12 ${lean.toFixed(1)} -22`,
      '#4b7a5a',
      2.4,
      'opacity="0.45"',
    )
  }
  return blades
}

/** An open ridge tent lit from inside; its foot is at 0, 0. */
function tent(canvas: Canvas): string {
  const glow = canvas.radial([0, 20], 330, [
    [0, '#ffcf73', 0.55],
    [1, '#ffb45a', 0],
  ])
  const cloth = canvas.linear(
    [-190, -190],
    [190, 30],
    [
      [0, '#f3a23f'],
      [0.55, '#dd6d33'],
      [1, '#9f3d2a'],
    ],
  )
  const inside = canvas.radial([0, -10], 150, [
    [0, '#fff0bd'],
    [0.6, '#ffc562'],
    [1, '#d97a2c'],
  ])
  return (
    ellipse(0, 30, 330, 70, glow) +
    ellipse(0, 26, 230, 16, '#0d2424', 'opacity="0.55"') +
    stroke(
      [
        [-178, 20],
        [-268, 40],
      ],
      '#f0d9ae',
      2.5,
      'opacity="0.8"',
    ) +
    stroke(
      [
        [178, 20],
        [270, 34],
      ],
      '#f0d9ae',
      2.5,
      'opacity="0.8"',
    ) +
    shape('M-205 26Q-80 -90 -8 -196Q4 -204 16 -196Q95 -90 210 26Z', cloth) +
    shape('M-8 -196Q-74 -70 -92 26H86Q66 -80 6 -198Z', inside) +
    shape('M-8 -196Q-66 -70 -92 26H-40Q-28 -90 0 -199Z', '#c4552c') +
    shape('M4 -198Q54 -84 86 26H52Q34 -84 2 -198Z', '#b44a2a') +
    polygon(
      [
        [-24, 26],
        [-18, -12],
        [14, -16],
        [26, 26],
      ],
      '#8d5a2c',
      'opacity="0.55"',
    ) +
    stroke('M4 -200Q100 -92 208 24', '#ffd9a0', 4, 'opacity="0.75"')
  )
}

/** Somebody on a log with a steaming mug, looking at the sun. */
function sitter(): string {
  return (
    ellipse(0, 22, 110, 12, '#0d2424', 'opacity="0.5"') +
    rect(-90, -6, 180, 26, '#3a2a24', 'rx="13"') +
    stroke(
      [
        [-8, -18],
        [-52, -10],
        [-58, 18],
      ],
      '#233247',
      21,
    ) +
    stroke(
      [
        [2, -16],
        [-36, -2],
        [-40, 20],
      ],
      '#1a2739',
      21,
    ) +
    shape('M-24 -6Q-34 -74 2 -84Q40 -80 32 -4Z', '#c2553a') +
    stroke(
      [
        [4, -66],
        [-18, -40],
        [-44, -48],
      ],
      '#a84431',
      16,
    ) +
    shape('M-2 -82h14v10h-14z', '#e0ac86') +
    ellipse(4, -98, 17, 19, '#e7b48d') +
    shape('M-16 -100Q-14 -128 8 -124Q28 -120 24 -96Q4 -108 -16 -100Z', '#e6b54a') +
    rect(-56, -58, 15, 17, '#f2ead8', 'rx="3"') +
    stroke('M-50 -66q-8 -12 0 -22t0 -22', '#fff3dc', 3, 'opacity="0.6"')
  )
}
