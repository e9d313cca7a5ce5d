import { Canvas, at, circle, num, rect, shape, stroke } from './canvas'
import { picnic } from './figure-picnic'
import { birds, cloud, glints, sun } from './landscape'

const SEA_Y = 520

export function drawDunePicnic(seed: number): string {
  const canvas = new Canvas(seed)
  canvas.add(
    rect(
      0,
      0,
      1600,
      SEA_Y,
      canvas.fade(0, SEA_Y, [
        [0, '#3d9cc4'],
        [0.6, '#9bd4d9'],
        [1, '#fdf0c8'],
      ]),
    ),
  )
  canvas.add(
    sun(canvas, 420, 215, 58, '#fffdf0', '#fff0b8'),
    cloud(canvas, 1180, 250, 150, '#ffffff', 0.85),
    cloud(canvas, 760, 170, 95, '#ffffff', 0.6),
  )
  canvas.add(
    rect(
      0,
      SEA_Y,
      1600,
      300,
      canvas.fade(SEA_Y, 800, [
        [0, '#5fb6c2'],
        [0.5, '#2c8ea3'],
        [1, '#9bd8d0'],
      ]),
    ),
  )
  canvas.add(
    glints(canvas, {
      x: 430,
      spreadPx: 150,
      top: SEA_Y + 8,
      bottom: 770,
      color: '#fffbe0',
      count: 90,
    }),
  )
  canvas.add(
    glints(canvas, {
      x: 900,
      spreadPx: 700,
      top: SEA_Y + 10,
      bottom: 760,
      color: '#d6f1ee',
      count: 60,
    }),
  )
  canvas.add(at(1180, 560, 1, sail()), at(980, 536, 0.5, sail()), surf(), beach(canvas))
  canvas.add(
    at(830, 985, 1.5, picnic(canvas)),
    birds(
      [
        [640, 300],
        [700, 268],
        [770, 312],
      ],
      24,
      '#2c5f73',
    ),
    marram(canvas),
  )
  return canvas.finish().toSvg()
}

function sail(): string {
  return (
    shape('M-70 0H78Q58 28 40 28H-40Q-60 22 -70 0Z', '#c2553a') +
    stroke(
      [
        [-4, 0],
        [-4, -170],
      ],
      '#5a4436',
      5,
    ) +
    shape('M2 -168Q78 -90 82 -12H2Z', '#fdf6e4') +
    shape('M-12 -150Q-58 -80 -66 -12H-12Z', '#efe0bd') +
    stroke('M-90 32Q0 40 110 30', '#e8f7f3', 4, 'opacity="0.8"')
  )
}

function surf(): string {
  return (
    stroke('M-20 742Q200 720 420 748T900 730T1620 752', '#f4fbf6', 12, 'opacity="0.9"') +
    stroke('M-20 770Q260 745 560 776T1100 752T1620 782', '#f4fbf6', 18, 'opacity="0.7"')
  )
}

function beach(canvas: Canvas): string {
  const sand = canvas.fade(750, 1200, [
    [0, '#f6e3b4'],
    [0.4, '#eecb8c'],
    [1, '#c99a5d'],
  ])
  let markup = shape('M-20 785Q300 758 640 792T1200 770T1620 800V1200H-20Z', sand)
  markup += shape(
    'M-20 930Q220 850 460 950T700 1090Q420 1130 -20 1080Z',
    '#f4d9a0',
    'opacity="0.8"',
  )
  markup += shape(
    'M1620 880Q1380 840 1230 950T900 1090Q1240 1150 1620 1080Z',
    '#e3bb7b',
    'opacity="0.75"',
  )
  for (let index = 0; index < 240; index++) {
    markup += circle(
      canvas.between(0, 1600),
      canvas.between(800, 1200),
      canvas.between(1, 3.2),
      index % 2 === 0 ? '#fff3cf' : '#a87b45',
      'opacity="0.5"',
    )
  }
  return markup
}

/** Two people on a blanket under a parasol; the blanket's middle is at 0, 0. */
/** Sitting with the legs stretched towards the middle. */
function marram(canvas: Canvas): string {
  let markup = ''
  for (let index = 0; index < 170; index++) {
    const isLeft = index % 2 === 0
    const x = isLeft ? canvas.between(-20, 300) : canvas.between(1320, 1620)
    const lean = canvas.between(20, 130)
    const tall = canvas.between(130, 340)
    const foot = 1215 - canvas.between(0, 90)
    const color = ['#6f8a4a', '#4f7346', '#93a35a'][index % 3] ?? ''
    markup += stroke(
      `M${num(x)} ${num(foot)}Q${num(x)} ${num(foot - tall * 0.7)} ${num(x + lean)} ${num(foot - tall)}`,
      color,
      4.5,
    )
  }
  return markup
}
