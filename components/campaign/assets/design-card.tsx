'use client'

import { useBrandKit } from '@/components/brand/use-brand-kit'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { pickBrandColors } from '@/lib/brand/pick-brand-colors'
import { contrastRatio } from '@/lib/creatives/color-contrast'
import { checkDesign } from '@/lib/creatives/template'
import type { Colors, Design } from '@/lib/decision/snapshot'
import type { Combination } from './ad-combination'
import { ColorField } from './color-field'
import { TemplateChoice } from './template-choice'

interface DesignCardProps {
  design: Design
  assets: Combination
  disabled: boolean
  onDesignChange: (design: Design) => void
}

type ColorName = keyof Colors

const COLORS: { name: ColorName; label: string; hint: string }[] = [
  { name: 'backgroundColor', label: 'Background', hint: 'Behind the text and the logo' },
  { name: 'textColor', label: 'Text', hint: 'On the background' },
  { name: 'accentColor', label: 'Accent', hint: 'The button, and the block of Split' },
  { name: 'accentTextColor', label: 'Text on accent', hint: 'The words of the button' },
]
/** The colour that lies behind each colour of text. */
const GROUNDS = { textColor: 'backgroundColor', accentTextColor: 'accentColor' } as const

export function DesignCard({ design, assets, disabled, onDesignChange }: DesignCardProps) {
  const faults = checkDesign(design)
  const palette = useBrandKit().data?.kit.palette ?? null
  const brandColors = palette && pickBrandColors(palette)
  const isInBrandColors =
    brandColors === null || COLORS.every(({ name }) => design[name] === brandColors[name])
  const mend = (path: keyof typeof GROUNDS) => {
    const ground = design[GROUNDS[path]]
    const isDark = contrastRatio('#ffffff', ground) > contrastRatio('#111111', ground)
    onDesignChange({ ...design, [path]: isDark ? '#ffffff' : '#111111' })
  }
  return (
    <Card
      title="Design"
      description="How the parts come together, in every ad size."
      actions={
        !isInBrandColors &&
        !disabled && (
          <Button size="sm" onClick={() => onDesignChange({ ...design, ...brandColors })}>
            Use the brand’s colours
          </Button>
        )
      }
    >
      <div className="space-y-4">
        <TemplateChoice
          design={design}
          assets={assets}
          disabled={disabled}
          onDesignChange={onDesignChange}
        />
        <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
          {COLORS.map(({ name, label, hint }) => (
            <ColorField
              key={name}
              label={label}
              hint={hint}
              value={design[name]}
              disabled={disabled}
              swatches={palette?.colors}
              onValueChange={(color) => onDesignChange({ ...design, [name]: color })}
            />
          ))}
        </div>
        {faults.map(({ path, message }) => (
          <Callout
            key={path}
            tone="warning"
            live
            actions={
              !disabled &&
              (path === 'textColor' || path === 'accentTextColor') && (
                <Button size="sm" onClick={() => mend(path)}>
                  Use black or white instead
                </Button>
              )
            }
          >
            {message} Where it is far too weak, ads use black or white instead.
          </Callout>
        ))}
      </div>
    </Card>
  )
}
