'use client'

import { useMemo } from 'react'
import { CreativePreview } from '@/components/creatives/creative-preview'
import { AD_SIZES, type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import type { TeamTemplate } from '@/lib/decision/team-template'
import type { TemplateLoad } from '@/lib/templates/inspect-template'
import { previewTemplate } from '@/lib/templates/preview-template'
import type { SampleName } from '@/lib/templates/template-api'

/** Sizes of one shape beside each other. */
const SIZES: readonly AdSize[] = [
  ...(['300x250', '336x280', 'native', '320x100', '320x50'] as const),
  ...(['728x90', '970x250', '160x600', '300x600'] as const),
]

interface TemplatePreviewsProps {
  template: TeamTemplate
  loads: readonly TemplateLoad[]
  sample: SampleName
}

/** A template in every size with sample content, in frames that can run nothing. */
export function TemplatePreviews({ template, loads, sample }: TemplatePreviewsProps) {
  const drawn = useMemo(
    () =>
      SIZES.map((size) => ({
        size,
        html: previewTemplate({ team: template }, size, sample).html,
        load: loads.find((load) => load.size === size),
      })),
    [template, loads, sample],
  )
  return (
    <ul className="flex flex-wrap items-start gap-x-5 gap-y-6">
      {drawn.map(({ size, html, load }) => (
        <li key={size} className="max-w-full" style={{ width: AD_SIZES[size].widthPx }}>
          <p className="text-muted mb-1.5 flex flex-wrap gap-x-2 text-xs tabular-nums">
            <span className="text-foreground font-medium">{labelAdSize(size)}</span>
            {load &&
              `${(load.documentBytes / 1000).toFixed(1)} of ${load.limitBytes / 1000} kB before pictures, ${load.requests} ${load.requests === 1 ? 'request' : 'requests'}`}
          </p>
          <CreativePreview html={html} size={size} className="shadow-sm" />
        </li>
      ))}
    </ul>
  )
}
