import type { Design } from '@/lib/decision/snapshot'
import { contrastRatio, mixColors, readableColor } from './color-contrast'

/** The colours of an ad, each text readable on what lies behind it. */
export interface Palette {
  readonly ground: string
  readonly text: string
  readonly button: string
  readonly buttonText: string
  /** A call to action that is a link, on the ground. */
  readonly link: string
  /** Behind pictures that stand free. */
  readonly stage: string
}

/** Split shows its text on the accent colour, with the button turned round. */
export function paletteOf(design: Design): Palette {
  const { backgroundColor, accentColor, template } = design
  const text = readableColor(design.textColor, backgroundColor)
  const buttonText = readableColor(design.accentTextColor, accentColor)
  const link = contrastRatio(accentColor, backgroundColor) >= 4.5 ? accentColor : text
  if (template === 'split') {
    const colors = { ground: accentColor, text: buttonText, button: buttonText }
    return { ...colors, buttonText: accentColor, link: buttonText, stage: '#ffffff' }
  }
  const ground =
    template === 'spotlight' || template === 'grid'
      ? mixColors(accentColor, backgroundColor, 0.07)
      : backgroundColor
  return { ground, text, button: accentColor, buttonText, link, stage: '#ffffff' }
}
