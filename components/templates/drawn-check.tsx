'use client'

import { ScanEye } from 'lucide-react'
import { useState } from 'react'
import { checkCreative } from '@/components/render-check/check-creative'
import { describeFinding } from '@/components/render-check/describe-finding'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { adSizeSchema, type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import type { TeamTemplate } from '@/lib/decision/team-template'
import type { RenderFinding } from '@/lib/render-checks/render-check'
import { previewTemplate } from '@/lib/templates/preview-template'
import { sampleAssets } from '@/lib/templates/sample-assets'
import type { SampleName } from '@/lib/templates/template-api'

interface DrawnCheckProps {
  template: TeamTemplate
  sample: SampleName
}

type Drawn = readonly { size: AdSize; findings: readonly RenderFinding[] }[]

interface Result {
  /** What it was drawn of: it says nothing of anything else. */
  readonly of: DrawnCheckProps
  readonly drawn: Drawn
}

/** Draws every size in this browser: texts that have less room than was said, and faint ones. */
export function DrawnCheck({ template, sample }: DrawnCheckProps) {
  const [result, setResult] = useState<Result | null>(null)
  const [isRunning, setIsRunning] = useState(false)
  const isCurrent = result?.of.template === template && result.of.sample === sample
  const run = async () => {
    setIsRunning(true)
    try {
      const drawn: { size: AdSize; findings: RenderFinding[] }[] = []
      for (const size of adSizeSchema.options) {
        const { html } = previewTemplate({ team: template }, size, sample)
        const findings = await checkCreative(html, size, Object.values(sampleAssets(sample)))
        drawn.push({ size, findings })
      }
      setResult({ of: { template, sample }, drawn })
    } finally {
      setIsRunning(false)
    }
  }
  const faulty = isCurrent ? result.drawn.filter(({ findings }) => findings.length > 0) : []
  return (
    <div className="border-border mt-5 space-y-3 border-t pt-4">
      <div className="flex flex-wrap items-center gap-3">
        <Button icon={<ScanEye aria-hidden />} loading={isRunning} onClick={() => void run()}>
          Measure the drawn ads
        </Button>
        <p className="text-muted text-sm">
          Whether texts have the room that data-fit says, and the contrast over what lies behind.
        </p>
      </div>
      {isCurrent && faulty.length === 0 && (
        <Callout tone="success" live>
          Every text is whole and readable in every size.
        </Callout>
      )}
      {faulty.length > 0 && (
        <Callout tone="warning" live title="Some texts don’t look right yet">
          <ul className="list-disc pl-4">
            {faulty.flatMap(({ size, findings }) =>
              findings.map((finding) => (
                <li key={`${size}${finding.kind}${finding.part}`}>
                  {labelAdSize(size)}: {describeFinding(finding)}.
                </li>
              )),
            )}
          </ul>
        </Callout>
      )}
    </div>
  )
}
