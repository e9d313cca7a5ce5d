import { at, circle, ellipse, polygon, rect, shape, stroke, type Canvas } from './canvas'

export function picnic(canvas: Canvas): string {
  return (
    ellipse(40, 46, 330, 44, '#9c7443', 'opacity="0.4"') +
    blanket() +
    stroke(
      [
        [26, 0],
        [-24, -372],
      ],
      '#f4ead6',
      10,
    ) +
    parasol(canvas) +
    at(-128, -2, 1.1, sitting('#274c5e', '#e6b54a', '#1d3a49', '#5a3626')) +
    at(
      150,
      8,
      1.06,
      `<g transform="scale(-1 1)">${sitting('#d85b3a', '#f4ead6', '#a84431', '#3a2a24')}</g>`,
    ) +
    basket() +
    at(
      -24,
      40,
      1,
      circle(0, -6, 15, '#d0492f'),
      stroke(
        [
          [0, -20],
          [5, -28],
        ],
        '#3f6b3a',
        4,
      ),
      circle(26, 0, 14, '#e6a93f'),
      circle(-27, 2, 13, '#a9bf4d'),
    )
  )
}

function blanket(): string {
  let checks = ''
  for (let column = 0; column < 8; column++) {
    for (let row = 0; row < 4; row++) {
      if ((column + row) % 2 === 0) continue
      const left = (y: number) => -300 + y * -0.5
      const cell = (u: number, v: number) =>
        [left(v * 22) + u * (75 + v * 3), -30 + v * 22] as const
      checks += polygon(
        [
          cell(column, row),
          cell(column + 1, row),
          cell(column + 1, row + 1),
          cell(column, row + 1),
        ],
        '#c2553a',
      )
    }
  }
  return (
    polygon(
      [
        [-300, -30],
        [300, -30],
        [352, 58],
        [-344, 58],
      ],
      '#f7efdd',
    ) + checks
  )
}

function parasol(canvas: Canvas): string {
  const shadeOf = canvas.linear(
    [-280, -420],
    [230, -250],
    [
      [0, '#ffffff', 0.25],
      [0.6, '#000000', 0],
      [1, '#3a1a12', 0.35],
    ],
  )
  const outline =
    'M-270 -262Q-240 -404 -34 -424Q180 -420 224 -280Q186 -296 150 -266Q104 -294 60 -260Q8 -290 -40 -256Q-92 -284 -142 -252Q-196 -282 -270 -262Z'
  return (
    shape(outline, '#e6b54a') +
    shape(
      'M-34 -424Q-190 -370 -206 -272Q-166 -276 -142 -252Q-92 -284 -92 -272Q-78 -370 -34 -424Z',
      '#f7efdd',
    ) +
    shape(
      'M-34 -424Q-20 -350 8 -274Q40 -276 60 -260Q96 -288 106 -282Q80 -370 -34 -424Z',
      '#f7efdd',
    ) +
    shape(outline, shadeOf) +
    stroke(
      [
        [-34, -424],
        [-37, -444],
      ],
      '#f4ead6',
      9,
    )
  )
}

function sitting(jumper: string, trim: string, sleeve: string, hair: string): string {
  return (
    stroke(
      [
        [-34, 0],
        [30, -36],
        [78, 14],
      ],
      '#33546b',
      29,
    ) +
    stroke(
      [
        [-34, 6],
        [40, -10],
        [96, 22],
      ],
      '#274458',
      29,
    ) +
    stroke(
      [
        [92, 18],
        [104, 6],
      ],
      '#e7b48d',
      20,
    ) +
    shape('M-70 14Q-84 -92 -40 -104Q4 -102 0 10Z', jumper) +
    stroke('M-72 -40H0M-68 -26H2', trim, 6) +
    stroke(
      [
        [-58, -84],
        [-78, -36],
        [-92, 10],
      ],
      sleeve,
      20,
    ) +
    stroke(
      [
        [-18, -88],
        [16, -54],
        [48, -66],
      ],
      jumper,
      19,
    ) +
    circle(54, -68, 11, '#e7b48d') +
    rect(50, -96, 17, 24, '#f7efdd', 'rx="3"') +
    shape('M-46 -116h18v18h-18z', '#dba37c') +
    circle(-34, -132, 24, '#e7b48d') +
    shape(
      'M-60 -128Q-68 -162 -34 -162Q-8 -160 -10 -142Q-30 -150 -44 -142Q-44 -118 -54 -110Q-60 -116 -60 -128Z',
      hair,
    )
  )
}

function basket(): string {
  return (
    stroke('M22 14Q60 -86 98 14', '#8a5a34', 9) +
    shape('M10 6H112L102 62H20Z', '#b07a42') +
    stroke('M14 22H108M16 38H106M19 52H103', '#8a5a34', 4) +
    shape('M14 6Q24 -20 54 -14Q84 -24 106 6Z', '#f7efdd') +
    stroke(
      [
        [88, 0],
        [104, -52],
      ],
      '#d9a862',
      19,
    )
  )
}
