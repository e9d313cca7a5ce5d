'use client'

import { CircleAlert, CircleCheck, TriangleAlert } from 'lucide-react'
import type { TemplateFinding } from '@/lib/templates/template-source'

interface FindingListProps {
  findings: readonly TemplateFinding[]
  onGoTo: (finding: TemplateFinding) => void
}

/** Every finding with what to do about it; a press leads to its line. */
export function FindingList({ findings, onGoTo }: FindingListProps) {
  if (findings.length === 0) {
    return (
      <p className="text-muted flex items-center gap-2 px-4 py-3 text-sm">
        <CircleCheck aria-hidden className="text-positive size-4" />
        Nothing to mend: safe, complete and light enough in every size.
      </p>
    )
  }
  return (
    <ul className="divide-border divide-y text-sm" aria-label="Findings">
      {findings.map((finding, index) => {
        const Icon = finding.severity === 'error' ? CircleAlert : TriangleAlert
        return (
          <li key={index}>
            <button
              type="button"
              onClick={() => onGoTo(finding)}
              className="hover:bg-subtle flex w-full gap-2.5 px-4 py-2 text-left focus-visible:-outline-offset-2"
            >
              <Icon
                aria-label={finding.severity === 'error' ? 'Error' : 'Warning'}
                className={
                  finding.severity === 'error'
                    ? 'text-danger mt-0.5 size-4 shrink-0'
                    : 'text-warning mt-0.5 size-4 shrink-0'
                }
              />
              <span className="min-w-0 flex-1">
                <span className="font-medium wrap-anywhere">{finding.message}</span>{' '}
                <span className="text-muted wrap-anywhere">{finding.fix}</span>
              </span>
              <span className="text-muted shrink-0 font-mono text-xs tabular-nums">
                {finding.source.toUpperCase()} {finding.line}:{finding.column}
              </span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
