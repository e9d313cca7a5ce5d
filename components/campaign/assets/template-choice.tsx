'use client'

import { useDeferredValue, useMemo } from 'react'
import { CreativePreview } from '@/components/creatives/creative-preview'
import { TEMPLATES } from '@/lib/creatives/template'
import type { AssetKind, Design, SnapshotAsset } from '@/lib/decision/snapshot'
import { type Combination, previewCreative } from './ad-combination'

interface TemplateChoiceProps {
  design: Design
  assets: Combination
  disabled: boolean
  onDesignChange: (design: Design) => void
}

const PREVIEW_SIZE = '300x250'

const sample = (kind: AssetKind, text: string): SnapshotAsset => ({
  ...{ id: kind, kind, name: kind, text, altText: '', renditions: [] },
})
/** Stand behind the campaign's own copy, of which the first of a kind is shown, until there is some. */
const SAMPLES = {
  '~headline': sample('headline', 'Your headline'),
  '~body': sample('body', 'A sentence that says more.'),
  '~cta': sample('cta', 'Button'),
}

/** The three templates, each with the campaign's own assets in it. */
export function TemplateChoice({ design, assets, disabled, onDesignChange }: TemplateChoiceProps) {
  const shown = useDeferredValue(design)
  const previews = useMemo(
    () =>
      TEMPLATES.map((template) => ({
        ...template,
        html: previewCreative(
          { ...shown, template: template.name },
          { ...assets, ...SAMPLES },
          PREVIEW_SIZE,
        ).html,
      })),
    [shown, assets],
  )
  return (
    <fieldset disabled={disabled} className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">Template</legend>
      <div className="grid gap-3 sm:grid-cols-3">
        {previews.map(({ name, label, description, html }) => (
          <label
            key={name}
            className="border-border hover:border-border-strong has-checked:border-accent has-checked:bg-accent-subtle has-focus-visible:outline-ring flex cursor-pointer gap-3 rounded-lg border p-3 has-focus-visible:outline-2 has-disabled:cursor-not-allowed sm:flex-col"
          >
            <span className="block w-32 shrink-0 sm:w-full">
              <CreativePreview html={html} size={PREVIEW_SIZE} decorative className="mx-auto" />
            </span>
            <span className="flex items-start gap-2 text-sm">
              <input
                type="radio"
                name="template"
                value={name}
                checked={design.template === name}
                onChange={() => onDesignChange({ ...design, template: name })}
                className="accent-accent mt-0.5 size-4 shrink-0"
              />
              <span>
                <span className="block font-medium">{label}</span>
                <span className="text-muted block text-xs">{description}</span>
              </span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
