import { z } from 'zod'
import { contrastRatio } from '@/lib/creatives/color-contrast'

const colorSchema = z
  .string()
  .regex(/^#[0-9a-f]{6}$/i, 'Use a code such as #1f5eff.')
  .toLowerCase()

/** The colours of a theme by what they are for: they replace those of a campaign's design. */
export const themeSchema = z.strictObject({
  backgroundColor: colorSchema,
  textColor: colorSchema,
  accentColor: colorSchema,
  accentTextColor: colorSchema,
})
export type Theme = z.infer<typeof themeSchema>

export const THEME_COLORS: readonly { key: keyof Theme; label: string; hint: string }[] = [
  { key: 'backgroundColor', label: 'Background', hint: 'Behind everything' },
  { key: 'textColor', label: 'Text', hint: 'Headline and body on the background' },
  { key: 'accentColor', label: 'Accent', hint: 'The button' },
  { key: 'accentTextColor', label: 'Text on the accent', hint: 'The words on the button' },
]

/** WCAG 2.2 AA for text of normal size. */
export const MIN_TEXT_CONTRAST = 4.5

export interface ContrastFinding {
  readonly text: keyof Theme
  readonly ground: keyof Theme
  /** 1 to 21. */
  readonly ratio: number
  readonly isEnough: boolean
}

/** Whether each text can be read on its ground. */
export function checkThemeContrast(theme: Theme): ContrastFinding[] {
  const pairs = [
    { text: 'textColor', ground: 'backgroundColor' },
    { text: 'accentTextColor', ground: 'accentColor' },
  ] as const
  return pairs.map(({ text, ground }) => {
    const ratio = contrastRatio(theme[text], theme[ground])
    return { text, ground, ratio, isEnough: ratio >= MIN_TEXT_CONTRAST }
  })
}

/** For finding a theme by its colours, the one that covers most first. */
export function colorsOfTheme(theme: Theme): string[] {
  return [theme.backgroundColor, theme.accentColor, theme.textColor]
}
