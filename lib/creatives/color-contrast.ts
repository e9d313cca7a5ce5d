/** WCAG 2.2 contrast of two `#rrggbb` colours, 1 to 21. */
export function contrastRatio(first: string, second: string): number {
  const [a, b] = [relativeLuminance(first), relativeLuminance(second)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** `preferred` where it can be read on `background` (3 or more), else black or white. */
export function readableColor(preferred: string, background: string): string {
  if (contrastRatio(preferred, background) >= 3) return preferred
  const isLight = contrastRatio('#111111', background) >= contrastRatio('#ffffff', background)
  return isLight ? '#111111' : '#ffffff'
}

/** Two `#rrggbb` colours mixed in sRGB: `share` (0 to 1) of the first. */
export function mixColors(first: string, second: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const [a, b] = [first, second].map((color) => Number.parseInt(color.slice(at, at + 2), 16))
    const mixed = Math.round((a ?? 0) * share + (b ?? 0) * (1 - share))
    return mixed.toString(16).padStart(2, '0')
  })
  return `#${channels.join('')}`
}

/** `#rrggbb` with an opacity from 0 to 1, as `#rrggbbaa`. */
export function withOpacity(color: string, opacity: number): string {
  return `${color}${Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')}`
}

function relativeLuminance(color: string): number {
  const channel = (start: number): number => {
    const value = Number.parseInt(color.slice(start, start + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
