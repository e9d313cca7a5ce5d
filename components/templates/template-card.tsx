'use client'

import Link from 'next/link'
import { useMemo } from 'react'
import { CreativePreview } from '@/components/creatives/creative-preview'
import { Badge } from '@/components/ui/badge'
import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'
import type { Design } from '@/lib/decision/snapshot'
import { previewTemplate } from '@/lib/templates/preview-template'
import type { SampleName } from '@/lib/templates/template-api'

interface TemplateCardProps {
  name: string
  description: string
  design: Partial<Design>
  size: AdSize
  sample: SampleName
  /** Where it is edited; built-in ones are not. */
  href?: string
  version?: number
  usedBy?: number
}

/** One template with sample content, in its real size where there is room. */
export function TemplateCard({
  name,
  description,
  design,
  size,
  sample,
  href,
  version,
  usedBy = 0,
}: TemplateCardProps) {
  const { html } = useMemo(() => previewTemplate(design, size, sample), [design, size, sample])
  return (
    <li className="border-border bg-surface has-[a:hover]:border-border-strong has-[a:focus-visible]:outline-ring relative flex min-w-0 flex-col overflow-hidden rounded-lg border has-[a:focus-visible]:outline-2">
      <div
        className="bg-subtle flex items-center justify-center p-4"
        style={{ minHeight: Math.min(AD_SIZES[size].heightPx, 320) + 32 }}
      >
        <CreativePreview html={html} size={size} decorative className="mx-auto" />
      </div>
      <div className="border-border flex-1 border-t p-4 text-sm">
        <div className="flex flex-wrap items-center gap-2">
          <h3 className="font-medium wrap-anywhere">
            {href ? (
              <Link href={href} className="outline-none after:absolute after:inset-0">
                {name}
              </Link>
            ) : (
              name
            )}
          </h3>
          {version !== undefined && <Badge>Version {version}</Badge>}
          {usedBy > 0 && (
            <Badge tone="accent">{usedBy === 1 ? '1 campaign' : `${usedBy} campaigns`}</Badge>
          )}
        </div>
        {description && <p className="text-muted mt-0.5">{description}</p>}
      </div>
    </li>
  )
}
