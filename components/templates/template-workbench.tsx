'use client'

import { useDeferredValue, useMemo, useRef, useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Segmented } from '@/components/ui/segmented'
import { inspectTemplate } from '@/lib/templates/inspect-template'
import type { SampleName } from '@/lib/templates/template-api'
import type { TemplateFinding, TemplateSource } from '@/lib/templates/template-source'
import { CodeEditor, type CodeEditorHandle } from './code-editor'
import { DrawnCheck } from './drawn-check'
import { FindingList } from './finding-list'
import { SAMPLE_OPTIONS } from './sample-options'
import { SlotHelp } from './slot-help'
import { TemplatePreviews } from './template-previews'

interface TemplateWorkbenchProps {
  source: TemplateSource
  canEdit: boolean
  onChange: (source: TemplateSource) => void
}

/** The two sources with their findings, and what they look like in every size as they are written. */
export function TemplateWorkbench({ source, canEdit, onChange }: TemplateWorkbenchProps) {
  const [part, setPart] = useState<'html' | 'css'>('html')
  const [sample, setSample] = useState<SampleName>('usual')
  const editor = useRef<CodeEditorHandle>(null)
  const shown = useDeferredValue(source)
  const { template, findings, loads } = useMemo(() => inspectTemplate(shown), [shown])
  const own = useMemo(() => findings.filter((each) => each.source === part), [findings, part])
  const goTo = (finding: TemplateFinding) => {
    setPart(finding.source)
    // The other source's editor has to be there first.
    requestAnimationFrame(() => editor.current?.goTo(finding.line, finding.column))
  }
  const countOf = (wanted: 'html' | 'css') =>
    findings.filter((each) => each.source === wanted && each.severity === 'error').length
  return (
    <div className="space-y-4">
      <Card
        flush
        title="Source"
        description="One HTML and one CSS for every size."
        actions={
          <>
            <SlotHelp />
            <Segmented
              aria-label="Source"
              options={(['html', 'css'] as const).map((value) => ({
                value,
                label:
                  countOf(value) > 0
                    ? `${value.toUpperCase()} (${countOf(value)})`
                    : value.toUpperCase(),
              }))}
              value={part}
              onValueChange={setPart}
            />
          </>
        }
      >
        <div className="h-[26rem] overflow-hidden">
          <CodeEditor
            key={part}
            ref={editor}
            label={part === 'html' ? 'HTML of the template' : 'CSS of the template'}
            language={part}
            value={source[part]}
            findings={own}
            isReadOnly={!canEdit}
            onChange={(value) => onChange({ ...source, [part]: value })}
          />
        </div>
        <div className="border-border max-h-64 overflow-y-auto border-t" aria-live="polite">
          <FindingList findings={findings} onGoTo={goTo} />
        </div>
      </Card>
      <Card
        title="Preview"
        description="The ads as they would be served, with sample content and the colours of a new campaign."
        actions={
          <Segmented
            aria-label="Sample content"
            options={SAMPLE_OPTIONS}
            value={sample}
            onValueChange={setSample}
          />
        }
      >
        {findings.some(({ severity }) => severity === 'error') && (
          <p className="mb-3 text-sm">
            <Badge tone="warning">Not saved like this</Badge>{' '}
            <span className="text-muted">What may not stay is left out of the preview.</span>
          </p>
        )}
        <TemplatePreviews template={template} loads={loads} sample={sample} />
        <DrawnCheck template={template} sample={sample} />
      </Card>
    </div>
  )
}
