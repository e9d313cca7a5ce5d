import { at, Canvas, circle, ellipse, num, polygon, rect, shape, stroke } from './canvas'
import { birds, ground, litFaces, mist, skyline, sun } from './landscape'

export function drawRidgeBoots(seed: number): string {
  const canvas = new Canvas(seed)
  canvas.add(
    rect(
      0,
      0,
      1600,
      900,
      canvas.fade(0, 800, [
        [0, '#4a8fb0'],
        [0.55, '#a8d0cf'],
        [1, '#fdeec2'],
      ]),
    ),
  )
  canvas.add(sun(canvas, 1250, 300, 52, '#fffbe6', '#ffeab0'))
  const tones = [
    ['#9fbfc4', '#d4dfcf'],
    ['#6f9da6', '#b5cdbf'],
    ['#457b83', '#8ab39f'],
  ] as const
  for (const [index, [top, bottom]] of tones.entries()) {
    const line = skyline(canvas, {
      baseY: 660 + index * 110,
      heightPx: 300 + index * 20,
      peaks: 4 - index,
      roughness: 0.56,
    })
    canvas.add(
      ground(
        canvas,
        line,
        1200,
        canvas.fade(350 + index * 110, 720 + index * 110, [
          [0, top],
          [1, bottom],
        ]),
      ),
    )
    canvas.add(
      litFaces(line, index === 2 ? '#86b5a0' : '#eef2dd', 150 + index * 40, 1),
      mist(canvas, 690 + index * 110, '#fff6dc', 0.5, 4),
    )
  }
  canvas.add(rock(canvas), at(700, 985, 1.42, boot(canvas)), at(960, 1012, 1.5, boot(canvas)))
  canvas.add(
    flowers(canvas),
    birds(
      [
        [380, 280],
        [450, 248],
        [520, 290],
      ],
      26,
      '#2b5a66',
    ),
  )
  return canvas.finish().toSvg()
}

function rock(canvas: Canvas): string {
  const face = canvas.fade(880, 1200, [
    [0, '#a39a89'],
    [0.3, '#7c766c'],
    [1, '#37393c'],
  ])
  let markup = shape(
    'M-20 1080Q120 1000 300 985L420 940L640 955L860 925L1130 950L1300 985Q1480 1000 1620 1090V1200H-20Z',
    face,
  )
  markup += polygon(
    [
      [300, 985],
      [420, 940],
      [640, 955],
      [860, 925],
      [1130, 950],
      [1300, 985],
      [1020, 1000],
      [820, 985],
      [560, 1010],
    ],
    '#c5baa3',
  )
  for (let index = 0; index < 26; index++) {
    const x = canvas.between(120, 1480)
    const y = canvas.between(1020, 1180)
    markup += stroke(
      [
        [x, y],
        [x + canvas.between(14, 60), y + canvas.between(12, 60)],
        [x + canvas.between(0, 90), y + canvas.between(60, 110)],
      ],
      '#2b2d30',
      2.5,
      'opacity="0.45"',
    )
  }
  for (let index = 0; index < 60; index++) {
    markup += ellipse(
      canvas.between(320, 1280),
      canvas.between(955, 1010),
      canvas.between(3, 16),
      canvas.between(2, 6),
      index % 2 === 0 ? '#8ea466' : '#e3d9bf',
      'opacity="0.6"',
    )
  }
  return markup
}

/** A leather walking boot, toe to the left, the sole at y 0. */
function boot(canvas: Canvas): string {
  const leather = canvas.linear(
    [-120, -240],
    [90, 0],
    [
      [0, '#c98b4f'],
      [0.5, '#a3683a'],
      [1, '#64402a'],
    ],
  )
  const sock = canvas.linear(
    [-40, -300],
    [70, -230],
    [
      [0, '#f2e6cd'],
      [1, '#c9b795'],
    ],
  )
  let laces = ''
  for (let index = 0; index < 6; index++) {
    const [x, y] = [-58 + index * 9 - (index > 2 ? (index - 2) * 3 : 0), -86 - index * 24]
    laces += stroke(
      [
        [x - 13, y - 4],
        [x + 24, y - 17],
      ],
      '#d94b33',
      7,
    )
    laces += circle(x + 28, y - 18, 5.5, '#f3d48a')
  }
  return (
    ellipse(-16, 6, 170, 15, '#2a2420', 'opacity="0.5"') +
    rect(-38, -300, 108, 70, sock, 'rx="16"') +
    stroke('M-34 -276H66M-34 -258H66', '#c2553a', 8) +
    shape(
      'M-46 -246Q18 -266 80 -248Q76 -160 98 -96Q106 -48 100 -24H-152Q-172 -78 -116 -98Q-66 -118 -54 -170Z',
      leather,
    ) +
    shape('M-160 -26Q-168 -80 -116 -98Q-92 -106 -78 -120Q-44 -84 -52 -26Z', '#7d4f30') +
    shape('M42 -26Q40 -96 98 -98Q106 -50 100 -26Z', '#6d452c') +
    shape('M-46 -246Q18 -266 80 -248L78 -222Q20 -240 -48 -220Z', '#5b3a28') +
    stroke('M-50 -172Q-10 -120 -54 -98', '#5b3a28', 3.5, 'stroke-dasharray="7 6"') +
    stroke('M-150 -40Q-20 -52 100 -40', '#f0d3a0', 3, 'stroke-dasharray="8 7" opacity="0.7"') +
    shape('M-72 -110Q-52 -122 -46 -170L-40 -220L8 -232L4 -180Q-4 -118 -40 -84Z', '#8a5835') +
    laces +
    stroke('M58 -248q34 -6 32 -36', '#d94b33', 7) +
    shape(
      'M-164 -28H104L108 -6Q104 4 92 4H66L60 -4H36L30 4H-8L-14 -4H-40L-46 4H-84L-90 -4H-116L-122 4H-150Q-170 0 -164 -28Z',
      '#2d2a2b',
    ) +
    stroke(
      [
        [-160, -26],
        [102, -26],
      ],
      '#e6b54a',
      6,
    ) +
    stroke('M-140 -76Q-120 -92 -92 -98', '#e8b67c', 7, 'opacity="0.65"') +
    stroke('M66 -220Q66 -160 84 -110', '#e8b67c', 6, 'opacity="0.45"')
  )
}

function flowers(canvas: Canvas): string {
  let markup = ''
  for (let index = 0; index < 90; index++) {
    const isLeft = index % 2 === 0
    const x = isLeft ? canvas.between(-20, 430) : canvas.between(1190, 1620)
    const tall = canvas.between(40, 150)
    const foot = 1210 - canvas.between(0, 60)
    const lean = canvas.between(-18, 18)
    markup += stroke(
      `M${num(x)} ${num(foot)}q${num(lean * 0.2)} ${num(-tall * 0.6)} ${num(lean)} ${num(-tall)}`,
      index % 3 === 0 ? '#5d8a55' : '#32604b',
      4,
    )
    if (index % 3 === 0) {
      const color = ['#f4ead6', '#e6b54a', '#d85b3a', '#b39ad0'][(index / 3) % 4] ?? ''
      for (let petal = 0; petal < 5; petal++) {
        const angle = (petal / 5) * Math.PI * 2
        markup += circle(
          x + lean + Math.cos(angle) * 8,
          foot - tall + Math.sin(angle) * 7,
          6.5,
          color,
        )
      }
      markup += circle(x + lean, foot - tall, 5, '#8a5a34')
    }
  }
  return markup
}
