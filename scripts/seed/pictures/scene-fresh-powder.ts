import { Canvas, at, circle, ellipse, num, rect, shape, stroke } from './canvas'
import { skier } from './figure-skier'
import { cloud, ground, litFaces, pine, skyline, sun } from './landscape'

export function drawFreshPowder(seed: number): string {
  const canvas = new Canvas(seed)
  canvas.add(
    rect(
      0,
      0,
      1600,
      1200,
      canvas.fade(0, 760, [
        [0, '#1f6fa8'],
        [0.5, '#63aed6'],
        [1, '#d9eef2'],
      ]),
    ),
  )
  canvas.add(
    sun(canvas, 330, 210, 54, '#fffbe8', '#fff3cf'),
    cloud(canvas, 1210, 330, 170, '#ffffff', 0.75),
    cloud(canvas, 640, 250, 110, '#ffffff', 0.55),
  )
  const far = skyline(canvas, { baseY: 720, heightPx: 330, peaks: 4, roughness: 0.6 })
  canvas.add(
    ground(
      canvas,
      far,
      1200,
      canvas.fade(360, 760, [
        [0, '#7fa9c9'],
        [1, '#c6dfe9'],
      ]),
    ),
    litFaces(far, '#f3fafc', 190, -1),
  )
  const massif = skyline(canvas, { baseY: 860, heightPx: 470, peaks: 2, roughness: 0.6 })
  canvas.add(
    ground(
      canvas,
      massif,
      1200,
      canvas.fade(350, 900, [
        [0, '#4a7fab'],
        [0.5, '#78a8c8'],
        [1, '#c3dbe8'],
      ]),
    ),
    litFaces(massif, '#fbfdfd', 330, -1),
  )
  canvas.add(slope(canvas))
  for (const [x, y, size] of [
    [120, 900, 210],
    [52, 960, 300],
    [220, 968, 240],
    [1490, 760, 170],
    [1560, 800, 240],
    [1420, 780, 130],
  ] as const) {
    canvas.add(snowyPine(canvas, x, y, size))
  }
  canvas.add(spray(canvas), at(815, 905, 1.75, skier(canvas)), flakes(canvas))
  return canvas.finish().toSvg()
}

function slope(canvas: Canvas): string {
  const snow = canvas.linear(
    [300, 700],
    [900, 1250],
    [
      [0, '#ffffff'],
      [0.45, '#e6f1f6'],
      [1, '#9fc3d8'],
    ],
  )
  let markup = shape('M-20 900Q340 860 700 980T1280 900T1620 720V1200H-20Z', snow)
  markup += shape(
    'M1620 720Q1470 820 1280 900T820 1005Q1100 1010 1320 960T1620 830Z',
    '#ffffff',
    'opacity="0.8"',
  )
  markup += shape(
    'M-20 1050Q300 1000 560 1080T1100 1120T1620 1010V1200H-20Z',
    canvas.fade(1000, 1200, [
      [0, '#d5e6ef'],
      [1, '#8fb6cf'],
    ]),
  )
  for (let index = 0; index < 16; index++) {
    const y = 960 + index * 14
    markup += stroke(
      `M${num(canvas.between(-20, 500))} ${y}q180 ${num(canvas.between(10, 46))} 380 ${num(canvas.between(20, 50))}`,
      '#8db4cd',
      2,
      'opacity="0.3"',
    )
  }
  // The track of the turn behind the skier.
  markup += shape(
    'M1620 742Q1450 840 1300 902Q1130 960 985 925Q900 905 838 962Q915 930 985 948Q1140 985 1312 922Q1470 858 1620 764Z',
    '#a6c8db',
    'opacity="0.85"',
  )
  return markup
}

function snowyPine(canvas: Canvas, x: number, y: number, size: number): string {
  const tree = pine(canvas, x, y, size, '#24505a')
  let snow = ''
  for (let tier = 1; tier <= 5; tier++) {
    const level = y - size * (1 - tier * 0.16)
    const reach = size * 0.03 * tier
    snow += shape(
      `M${num(x - reach)} ${num(level)}Q${num(x - reach * 0.2)} ${num(level - size * 0.05)} ${num(x + reach * 0.8)} ${num(level + 2)}Q${num(x)} ${num(level + size * 0.012)} ${num(x - reach)} ${num(level)}Z`,
      '#f4fafc',
    )
  }
  return (
    ellipse(x, y + size * 0.02, size * 0.24, size * 0.035, '#7fa9c4', 'opacity="0.5"') + tree + snow
  )
}

/** Powder thrown up behind the skis. */
function spray(canvas: Canvas): string {
  const soft = canvas.blur(7)
  let puffs = ''
  for (let index = 0; index < 90; index++) {
    const t = canvas.random.next()
    const x = 860 + t * 330 + canvas.between(-24, 24)
    const y = 950 - Math.sin(t * 2.4) * 150 * canvas.random.next() + canvas.between(-14, 18)
    puffs += circle(
      x,
      y,
      canvas.between(9, 40) * (1 - t * 0.55),
      '#ffffff',
      `opacity="${num(canvas.between(0.3, 0.9))}"`,
    )
  }
  let grains = ''
  for (let index = 0; index < 120; index++) {
    const t = canvas.random.next()
    grains += circle(
      850 + t * 420,
      945 - canvas.random.next() * 250 * Math.sin(0.4 + t * 2.2),
      canvas.between(1.5, 5),
      '#ffffff',
    )
  }
  return `<g filter="${soft}">${puffs}</g>${grains}`
}

/** Carving to the left; the skis meet the snow at 0, 0. */
function flakes(canvas: Canvas): string {
  let markup = ''
  for (let index = 0; index < 110; index++) {
    markup += circle(
      canvas.between(0, 1600),
      canvas.between(0, 1200),
      canvas.between(1.5, 5),
      '#ffffff',
      `opacity="${num(canvas.between(0.3, 0.9))}"`,
    )
  }
  return markup
}
