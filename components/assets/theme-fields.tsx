'use client'

import { ColorField } from '@/components/campaign/assets/color-field'
import { Callout } from '@/components/ui/callout'
import {
  checkThemeContrast,
  MIN_TEXT_CONTRAST,
  type Theme,
  THEME_COLORS,
  themeSchema,
} from '@/lib/assets/theme'
import { ThemeSwatches } from './theme-swatches'

interface ThemeFieldsProps {
  theme: Theme
  disabled: boolean
  onThemeChange: (theme: Theme) => void
}

/** The colours of a theme, what they look like together, and whether they can be read. */
export function ThemeFields({ theme, disabled, onThemeChange }: ThemeFieldsProps) {
  const readable = themeSchema.safeParse(theme).data
  const faint = (readable ? checkThemeContrast(readable) : []).filter(({ isEnough }) => !isEnough)
  const label = (key: keyof Theme) => THEME_COLORS.find((one) => one.key === key)?.label ?? key
  return (
    <div className="space-y-3">
      {readable && <ThemeSwatches theme={readable} className="h-24 w-full rounded-md border" />}
      <div className="grid gap-3 sm:grid-cols-2">
        {THEME_COLORS.map(({ key, label: name, hint }) => (
          <ColorField
            key={key}
            label={name}
            hint={hint}
            value={theme[key]}
            disabled={disabled}
            onValueChange={(color) => onThemeChange({ ...theme, [key]: color })}
          />
        ))}
      </div>
      {faint.map(({ text, ground, ratio }) => (
        <Callout key={text} tone="warning">
          {label(text)} on {label(ground).toLowerCase()} has a contrast of {ratio.toFixed(1)} to 1.
          Small text needs {MIN_TEXT_CONTRAST} to 1 to be read by everybody.
        </Callout>
      ))}
    </div>
  )
}
