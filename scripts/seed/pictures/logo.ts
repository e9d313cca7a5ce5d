import { Canvas, circle, group, num, shape, stroke } from './canvas'

/** Capitals drawn as lines in a box 40 wide and 60 high, so that no font is needed. */
const LETTERS: Readonly<Record<string, { readonly d: string; readonly width: number }>> = {
  H: { d: 'M0 0V60M40 0V60M0 30H40', width: 40 },
  A: { d: 'M0 60L22 0L44 60M8 40H36', width: 44 },
  R: { d: 'M0 60V0H20Q36 0 36 16T20 32H0M18 32L38 60', width: 38 },
  B: { d: 'M0 0H20Q33 0 33 14T20 28H0M20 28Q37 28 37 44T20 60H0V0', width: 37 },
  O: { d: 'M25 0C42 0 50 14 50 30S42 60 25 60S0 46 0 30S8 0 25 0Z', width: 50 },
  U: { d: 'M0 0V38Q0 60 20 60T40 38V0', width: 40 },
  P: { d: 'M0 60V0H20Q37 0 37 17T20 34H0', width: 37 },
  I: { d: 'M0 0V60', width: 0 },
  N: { d: 'M0 60V0L40 60V0', width: 40 },
  E: { d: 'M34 0H0V60H34M0 30H28', width: 34 },
  '&': {
    d: 'M44 60L12 22Q6 14 10 7Q16 0 24 4Q32 10 26 18L10 30Q0 38 4 49Q11 60 24 60Q38 58 42 36',
    width: 44,
  },
  ' ': { d: '', width: 14 },
}
const SPACING_PX = 17

/** The shop's name in capitals; the top left corner is at 0, 0. */
function wordmark(text: string, color: string): { markup: string; widthPx: number } {
  let x = 0
  let markup = ''
  for (const character of text) {
    const letter = LETTERS[character]
    if (!letter) continue
    markup += group(`transform="translate(${num(x)} 0)"`, stroke(letter.d, color, 9))
    x += letter.width + SPACING_PX
  }
  return { markup, widthPx: x - SPACING_PX }
}

/** A pine over two waves in a ring of radius 50; its middle is at 0, 0. */
function emblem(ink: string, paper: string): string {
  return (
    circle(0, 0, 50, ink) +
    shape('M0 -40L15 -16H8L21 4H11L25 20H-25L-11 4H-21L-8 -16H-15Z', paper) +
    stroke('M-33 27q8 -7 16 0t17 0t17 0t16 0', paper, 4.5) +
    stroke('M-22 38q7 -6 13 0t12 0t12 0t8 -2', '#e6b54a', 4.5)
  )
}

/** The logo in one line: emblem and name, on nothing. */
export function drawWordmark(ink: string): string {
  const name = wordmark('HARBOUR & PINE', ink)
  const canvas = new Canvas(1, 160 + Math.ceil(name.widthPx) + 20, 120)
  const paper = ink === '#ffffff' ? '#1f4a43' : '#ffffff'
  canvas.add(group('transform="translate(60 60)"', emblem(ink, paper)))
  canvas.add(group('transform="translate(140 30)"', name.markup))
  return canvas.toSvg()
}

/** The emblem alone. */
export function drawEmblem(): string {
  const canvas = new Canvas(1, 360, 360)
  canvas.add(group('transform="translate(180 180) scale(3.5)"', emblem('#1f4a43', '#ffffff')))
  return canvas.toSvg()
}
