import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync('app/globals.css', 'utf8')

function readTokens(selector: string): Map<string, string> {
  const block = new RegExp(`${selector} \\{([^}]*)\\}`).exec(css)?.[1] ?? ''
  return new Map(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, hex]) => [
      name ?? '',
      hex ?? '',
    ]),
  )
}

/** WCAG 2.2 relative luminance. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const grounds = ['background', 'surface', 'raised', 'subtle']
const texts = [
  ...grounds.flatMap((ground) =>
    ['foreground', 'muted', 'accent', 'positive', 'warning', 'danger'].map((text) => [
      text,
      ground,
    ]),
  ),
  ...['accent', 'positive', 'warning', 'danger'].flatMap((tone) => [
    [tone, `${tone}-subtle`],
    ['foreground', `${tone}-subtle`],
  ]),
  ['accent-foreground', 'accent'],
  ['accent-foreground', 'accent-hover'],
  ['danger-foreground', 'danger'],
  ['danger-foreground', 'danger-hover'],
]
const shapes = ['input', 'ring', ...[1, 2, 3, 4, 5, 6].map((n) => `chart-${n}`)].flatMap((shape) =>
  ['background', 'surface', 'raised'].map((ground) => [shape, ground]),
)

describe.each([':root', '\\.dark'])('contrast in %s', (selector) => {
  const tokens = readTokens(selector)
  const contrast = (one: string, other: string) => {
    const [dim, bright] = [one, other]
      .map((name) => luminance(tokens.get(name) ?? `missing ${name}`))
      .sort((a, b) => a - b) as [number, number]
    return (bright + 0.05) / (dim + 0.05)
  }
  it.each(texts)('text %s on %s is at least 4.5:1', (text = '', ground = '') => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5)
  })
  it.each(shapes)('shape %s on %s is at least 3:1', (shape = '', ground = '') => {
    expect(contrast(shape, ground)).toBeGreaterThanOrEqual(3)
  })
})
