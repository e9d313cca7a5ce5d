'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'

interface ColorFieldProps {
  label: string
  hint: string
  value: string
  disabled: boolean
  /** Colours to choose from at once, such as those of the brand. */
  swatches?: readonly { readonly name: string; readonly hex: string }[]
  onValueChange: (color: string) => void
}

/** A colour by the system's picker or by its hex code. */
export function ColorField({
  label,
  hint,
  value,
  disabled,
  swatches = [],
  onValueChange,
}: ColorFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const code = typed ?? value
  const readable = toColor(code)
  return (
    <Field
      label={label}
      hint={hint}
      disabled={disabled}
      error={readable ? undefined : 'Use a code such as #1f5eff'}
    >
      <div className="flex items-center gap-2">
        <input
          type="color"
          aria-label={`${label}: pick a colour`}
          value={value}
          disabled={disabled}
          onChange={(event) => {
            setTyped(null)
            onValueChange(event.target.value.toLowerCase())
          }}
          className="border-input bg-surface h-8 w-10 shrink-0 cursor-pointer rounded-md border p-0.5 disabled:cursor-not-allowed pointer-coarse:h-10"
        />
        <Input
          value={code}
          spellCheck={false}
          maxLength={7}
          className="font-mono"
          onChange={(event) => {
            setTyped(event.target.value)
            const color = toColor(event.target.value)
            if (color) onValueChange(color)
          }}
          onBlur={() => {
            if (readable) setTyped(null)
          }}
        />
      </div>
      {swatches.length > 0 && !disabled && (
        <div
          role="group"
          aria-label={`${label}: colours of the brand`}
          className="flex flex-wrap gap-1.5"
        >
          {swatches.map(({ name, hex }, index) => (
            <button
              key={index}
              type="button"
              title={`${name}, ${hex}`}
              aria-label={`${label}: ${name}`}
              aria-pressed={hex === value}
              onClick={() => {
                setTyped(null)
                onValueChange(hex)
              }}
              style={{ backgroundColor: hex }}
              className="border-input aria-pressed:ring-accent size-6 rounded-full border aria-pressed:ring-2 aria-pressed:ring-offset-1 pointer-coarse:size-9"
            />
          ))}
        </div>
      )}
    </Field>
  )
}

/** `#rrggbb` of a code typed with or without #, in three or six digits. */
function toColor(code: string): string | null {
  const digits = /^#?([0-9a-f]{6}|[0-9a-f]{3})$/i.exec(code.trim())?.[1]?.toLowerCase()
  if (!digits) return null
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`
}
