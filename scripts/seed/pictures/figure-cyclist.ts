import { circle, ellipse, rect, shape, stroke, type Canvas } from './canvas'

export function rider(canvas: Canvas): string {
  const jumper = canvas.linear(
    [-50, -230],
    [50, -130],
    [
      [0, '#d4694a'],
      [0.6, '#b54a38'],
      [1, '#84332d'],
    ],
  )
  return (
    ellipse(0, 6, 190, 13, '#3a2d28', 'opacity="0.45"') +
    wheel(-122) +
    wheel(118) +
    stroke(
      [
        [-6, -62],
        [18, -40],
        [14, -12],
      ],
      '#182838',
      21,
    ) +
    stroke(
      'M-122 -62L-96 -162M-104 -132L-8 -60L34 -146M118 -62H-8M118 -62L36 -140M-100 -140Q-40 -88 -8 -60',
      '#1f5a52',
      9,
    ) +
    stroke('M-96 -162L-104 -182Q-84 -190 -58 -182', '#33414a', 7) +
    stroke(
      [
        [14, -150],
        [58, -152],
      ],
      '#3a2d28',
      13,
    ) +
    circle(-8, -60, 17, '#33414a') +
    circle(-8, -60, 9, '#c8b48c') +
    rect(72, -140, 74, 8, '#33414a') +
    rect(80, -196, 62, 56, '#b98546', 'rx="7"') +
    stroke(
      [
        [82, -172],
        [140, -172],
      ],
      '#8a5f2f',
      4,
    ) +
    circle(-140, -158, 10, '#ffe7a8', 'stroke="#33414a" stroke-width="4"') +
    stroke(
      [
        [38, -158],
        [-24, -114],
        [-30, -42],
      ],
      '#274c5e',
      33,
    ) +
    shape('M-58 -28Q-60 -44 -44 -46H-16L-14 -28Z', '#8a5a34') +
    stroke(
      [
        [34, -166],
        [10, -236],
      ],
      jumper,
      60,
    ) +
    stroke(
      [
        [6, -240],
        [-34, -196],
        [-74, -188],
      ],
      '#c35a40',
      21,
    ) +
    circle(-78, -187, 11, '#e7b48d') +
    stroke('M-4 -206L44 -176M-2 -222L42 -196', '#f0dcc0', 4, 'opacity="0.45"') +
    rect(22, -262, 50, 78, '#274c5e', 'rx="15" transform="rotate(14 46 -222)"') +
    rect(36, -232, 36, 30, '#1c3a48', 'rx="7" transform="rotate(14 52 -216)"') +
    stroke('M-14 -256Q4 -246 26 -256', '#e6b54a', 18) +
    shape('M18 -258Q58 -262 82 -236Q54 -242 22 -248Z', '#e6b54a') +
    circle(0, -288, 27, '#e7b48d') +
    shape(
      'M-24 -300Q-14 -322 10 -318Q34 -310 30 -272Q22 -262 14 -266Q18 -288 4 -296Q-10 -292 -24 -300Z',
      '#5a3626',
    ) +
    shape('M-31 -300Q-30 -334 4 -334Q36 -332 34 -298Q2 -310 -31 -300Z', '#274c5e') +
    stroke('M-30 -300Q2 -312 34 -298', '#1c3a48', 6)
  )
}

function wheel(x: number): string {
  let spokes = ''
  for (let turn = 0; turn < 9; turn++) {
    const angle = (turn / 9) * Math.PI
    const [dx, dy] = [Math.cos(angle) * 58, Math.sin(angle) * 58]
    spokes += stroke(
      [
        [x - dx, -62 - dy],
        [x + dx, -62 + dy],
      ],
      '#d8d2c2',
      1.6,
      'opacity="0.8"',
    )
  }
  return (
    spokes +
    circle(x, -62, 59, 'none', 'stroke="#2a2f33" stroke-width="8"') +
    circle(x, -62, 53, 'none', 'stroke="#d8b98a" stroke-width="3"') +
    circle(x, -62, 6, '#33414a')
  )
}
