'use client'

import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { Textarea } from '@/components/ui/textarea'

interface LinesFieldProps {
  label: string
  hint?: string
  lines: readonly string[]
  onChange: (lines: string[]) => void
}

/** A list, one entry a line. */
export function LinesField({ label, hint, lines, onChange }: LinesFieldProps) {
  const [typed, setTyped] = useState(lines.join('\n'))
  return (
    <Field label={label} hint={hint}>
      <Textarea
        dir="auto"
        rows={3}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          onChange(
            target.value
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          )
        }}
      />
    </Field>
  )
}
