'use client'

import { CreativePreview } from '@/components/creatives/creative-preview'
import type { AdSize } from '@/lib/decision/ad-size'

interface TemplateOptionProps {
  value: string
  label: string
  description: string
  html: string
  size: AdSize
  isChosen: boolean
  onChoose: () => void
}

/** One way to lay the ads out, as it looks. */
export function TemplateOption({
  value,
  label,
  description,
  html,
  size,
  isChosen,
  onChoose,
}: TemplateOptionProps) {
  return (
    <label className="border-border hover:border-border-strong has-checked:border-accent has-checked:bg-accent-subtle has-focus-visible:outline-ring flex cursor-pointer gap-3 rounded-lg border p-3 has-focus-visible:outline-2 has-disabled:cursor-not-allowed sm:flex-col">
      <span className="block w-32 shrink-0 sm:w-full">
        <CreativePreview html={html} size={size} decorative className="mx-auto" />
      </span>
      <span className="flex items-start gap-2 text-sm">
        <input
          type="radio"
          name="template"
          value={value}
          checked={isChosen}
          onChange={onChoose}
          className="accent-accent mt-0.5 size-4 shrink-0"
        />
        <span className="min-w-0">
          <span className="block font-medium wrap-anywhere">{label}</span>
          <span className="text-muted block text-xs">{description}</span>
        </span>
      </span>
    </label>
  )
}
