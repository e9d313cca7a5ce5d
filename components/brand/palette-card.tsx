'use client'

import { Plus, Trash2 } from 'lucide-react'
import { ColorField } from '@/components/campaign/assets/color-field'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Input } from '@/components/ui/input'
import type { BrandKit } from '@/lib/brand/brand-kit'
import { describeColor } from '@/lib/brand/color-distance'
import { ContrastMatrix } from './contrast-matrix'
import { STARTING_RULES } from './new-rules'
import { OptionalRule } from './optional-rule'
import { SliderField } from './slider-field'

type Palette = NonNullable<BrandKit['palette']>

interface PaletteCardProps {
  kit: BrandKit
  onChange: (palette: Palette | null) => void
}

export function PaletteCard({ kit, onChange }: PaletteCardProps) {
  return (
    <Card title="Colours">
      <div className="p-4">
        <OptionalRule
          label="Keep to a palette"
          description="Themes, designs and the main colour of logos; greys are always allowed."
          rule={kit.palette}
          start={STARTING_RULES.palette}
          onChange={onChange}
        >
          {(palette, change) => (
            <>
              <ul className="space-y-3">
                {palette.colors.map((color, index) => (
                  <ColorRow
                    key={index}
                    color={color}
                    onChange={(next) =>
                      change({ ...palette, colors: palette.colors.with(index, next) })
                    }
                    onDelete={
                      palette.colors.length > 1
                        ? () => change({ ...palette, colors: palette.colors.toSpliced(index, 1) })
                        : undefined
                    }
                  />
                ))}
              </ul>
              <Button
                icon={<Plus aria-hidden />}
                onClick={() =>
                  change({
                    ...palette,
                    colors: [...palette.colors, { name: 'New colour', hex: '#888888' }],
                  })
                }
              >
                Add a colour
              </Button>
              <SliderField
                label="How far a colour may be from it"
                hint="Distance in OKLCH: 0.02 can just be seen, black to white is 1."
                min={0}
                max={0.3}
                step={0.01}
                value={palette.tolerance}
                format={(value) => value.toFixed(2)}
                onValueChange={(tolerance) => change({ ...palette, tolerance })}
              />
              <ContrastMatrix colors={palette.colors} minRatio={kit.contrast.minRatio} />
            </>
          )}
        </OptionalRule>
      </div>
    </Card>
  )
}

interface ColorRowProps {
  color: Palette['colors'][number]
  onChange: (color: Palette['colors'][number]) => void
  onDelete: (() => void) | undefined
}

function ColorRow({ color, onChange, onDelete }: ColorRowProps) {
  const { lightness, chroma, hue } = describeColor(color.hex)
  return (
    <li className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]">
      <Field label="Name">
        <Input
          value={color.name}
          maxLength={60}
          onChange={({ target }) => onChange({ ...color, name: target.value })}
        />
      </Field>
      <ColorField
        label="Colour"
        hint={`oklch(${Math.round(lightness * 100)}% ${chroma.toFixed(3)} ${Math.round(hue)})`}
        value={color.hex}
        disabled={false}
        onValueChange={(hex) => onChange({ ...color, hex })}
      />
      {onDelete && (
        <span className="sm:pt-6">
          <IconButton label={`Delete the colour ${color.name}`} onClick={onDelete}>
            <Trash2 aria-hidden />
          </IconButton>
        </span>
      )}
    </li>
  )
}
