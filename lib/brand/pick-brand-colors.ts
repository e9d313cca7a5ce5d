import { contrastRatio } from '@/lib/creatives/color-contrast'
import type { Colors } from '@/lib/decision/snapshot'
import type { BrandKit } from './brand-kit'
import { describeColor } from './color-distance'

const INK = '#16181d'
const PAPER = '#ffffff'
/** WCAG 2.2: large text and what has to be told apart; small text; and small text at its best. */
const CONTRAST = { shape: 3, text: 4.5, best: 7 } as const

/**
 * A design in the colours of a palette: its lightest as paper if it is nearly white, its darkest as
 * ink, its most vivid as accent. Text can always be read on what is behind it.
 */
export function pickBrandColors({ colors }: NonNullable<BrandKit['palette']>): Colors {
  const hexes = colors.map(({ hex }) => hex)
  const isPaper = (hex: string) => contrastRatio(hex, INK) >= 2 * CONTRAST.best
  const backgroundColor = bestOf(hexes.filter(isPaper), (hex) => contrastRatio(hex, INK)) ?? PAPER
  const onPaper = (hex: string) => contrastRatio(hex, backgroundColor)
  const inks = hexes.filter((hex) => onPaper(hex) >= CONTRAST.best)
  const textColor = bestOf(inks, onPaper) ?? INK
  const accentColor =
    bestOf(
      hexes.filter((hex) => onPaper(hex) >= CONTRAST.shape),
      (hex) => describeColor(hex).chroma,
    ) ?? textColor
  const onAccent = (hex: string) => contrastRatio(hex, accentColor)
  const accentTextColor =
    onAccent(backgroundColor) >= CONTRAST.text
      ? backgroundColor
      : (bestOf([PAPER, INK, '#000000'], onAccent) ?? PAPER)
  return { backgroundColor, textColor, accentColor, accentTextColor }
}

function bestOf(hexes: readonly string[], score: (hex: string) => number): string | null {
  return hexes.toSorted((a, b) => score(b) - score(a))[0] ?? null
}
