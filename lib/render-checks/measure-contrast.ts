/** A colour of the screen: 0 to 255 each, and its opacity from 0 to 1. */
export interface ScreenColor {
  readonly red: number
  readonly green: number
  readonly blue: number
  readonly alpha: number
}

/** So much of what is behind a text may be harder to read. */
const SPARED_SHARE = 0.05

/**
 * The contrast (WCAG 2.2, 1 to 21) that all but 5% of the pixels behind a text reach. `pixels`: RGBA
 * bytes, as a canvas gives them; what is transparent lies on white. Null where there are none.
 */
export function measureContrast(pixels: Uint8ClampedArray, text: ScreenColor): number | null {
  const ratios: number[] = []
  for (let index = 0; index + 3 < pixels.length; index += 4) {
    const opacity = (pixels[index + 3] ?? 0) / 255
    const ground = [0, 1, 2].map((offset) => blend(pixels[index + offset] ?? 0, 255, opacity))
    const ink = [text.red, text.green, text.blue].map((channel, offset) =>
      blend(channel, ground[offset] ?? 0, text.alpha),
    )
    ratios.push(ratioOf(luminanceOf(ink), luminanceOf(ground)))
  }
  ratios.sort((one, other) => one - other)
  return ratios[Math.floor(ratios.length * SPARED_SHARE)] ?? null
}

/** What WCAG 2.2 (1.4.3) asks of a text: less of a large one. */
export function neededContrast(fontSizePx: number, fontWeight: number): number {
  const isLarge = fontSizePx >= 24 || (fontSizePx >= 18.66 && fontWeight >= 700)
  return isLarge ? 3 : 4.5
}

/** `rgb(…)` and `rgba(…)`, as computed styles write colours; null for anything else. */
export function readScreenColor(computed: string): ScreenColor | null {
  const numbers = /^rgba?\(([^)]*)\)$/
    .exec(computed)?.[1]
    ?.split(/[\s,/]+/)
    .map(Number)
  const [red, green, blue, alpha = 1] = numbers ?? []
  if (red === undefined || green === undefined || blue === undefined) return null
  return [red, green, blue, alpha].some(Number.isNaN) ? null : { red, green, blue, alpha }
}

const blend = (over: number, under: number, opacity: number): number =>
  over * opacity + under * (1 - opacity)

function luminanceOf(color: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = color.map((channel) => {
    const share = channel / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function ratioOf(one: number, other: number): number {
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}
