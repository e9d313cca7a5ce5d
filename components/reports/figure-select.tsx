'use client'

import { Select } from '@/components/ui/select'
import { METRIC_CHOICES } from './metric-choices'
import { useFigure } from './use-figure'

const OPTIONS = METRIC_CHOICES.map(({ id, label }) => ({ value: id, label }))

export function FigureSelect({ label }: { label: string }) {
  const [id, setId] = useFigure()
  return (
    <Select
      aria-label={label}
      className="w-52"
      value={id}
      onValueChange={(value) => void setId(value)}
      options={OPTIONS}
    />
  )
}
