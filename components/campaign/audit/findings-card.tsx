'use client'

import { CircleCheck } from 'lucide-react'
import { parseAsStringLiteral, useQueryState } from 'nuqs'
import { useState } from 'react'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Select } from '@/components/ui/select'
import type { Audit } from '@/lib/audit/audit'
import {
  type AuditFinding,
  findingSeveritySchema,
  findingTopicSchema,
  type FindingSeverity,
} from '@/lib/audit/audit-finding'
import { SEVERITY_LOOKS, TOPIC_LABELS } from './finding-looks'
import { FixButton } from './fix-button'

const PAGE_SIZE = 20
const ALL = 'all'

/** Everything that could be better, the worst first, each with the button that mends it. */
export function FindingsCard({ audit }: { audit: Audit }) {
  const [topic, setTopic] = useQueryState(
    'topic',
    parseAsStringLiteral([ALL, ...findingTopicSchema.options]).withDefault(ALL),
  )
  const { findings, counts, omittedFindingCount } = audit
  const topics = findingTopicSchema.options.filter((one) =>
    findings.some((finding) => finding.topic === one),
  )
  const shown = findings.filter((finding) => topic === ALL || finding.topic === topic)
  const total = counts.error + counts.warning + counts.info
  if (total === 0) {
    return (
      <Card title="Findings">
        <EmptyState
          icon={<CircleCheck />}
          title="Nothing to mend"
          body="Every slot has something to show in every placed size, to everybody."
        />
      </Card>
    )
  }
  return (
    <Card
      flush
      title={`Findings (${total.toLocaleString('en')})`}
      description={`${counts.error} to be mended, ${counts.warning} that should be, ${counts.info} good to know.`}
      actions={
        <Select
          aria-label="About"
          className="w-44"
          value={topic}
          onValueChange={(next) => void setTopic(next)}
          options={[
            { value: ALL, label: 'About everything' },
            ...topics.map((value) => ({ value, label: TOPIC_LABELS[value] })),
          ]}
        />
      }
    >
      {shown.length === 0 && (
        <EmptyState
          title="Nothing about this"
          action={<Button onClick={() => void setTopic(ALL)}>Show all findings</Button>}
        />
      )}
      {findingSeveritySchema.options.map((severity) => (
        <SeverityGroup
          key={`${severity} ${topic}`}
          severity={severity}
          findings={shown.filter((finding) => finding.severity === severity)}
        />
      ))}
      {omittedFindingCount > 0 && (
        <p className="text-muted border-border border-t px-4 py-2.5 text-sm">
          And {omittedFindingCount.toLocaleString('en')} more of the same kinds: the CSV has all of
          them.
        </p>
      )}
    </Card>
  )
}

interface SeverityGroupProps {
  severity: FindingSeverity
  findings: readonly AuditFinding[]
}

function SeverityGroup({ severity, findings }: SeverityGroupProps) {
  const [limit, setLimit] = useState(PAGE_SIZE)
  const { Icon, tone, title, explain } = SEVERITY_LOOKS[severity]
  if (findings.length === 0) return null
  return (
    <section aria-label={title} className="border-border not-first:border-t">
      <h3 className="bg-subtle/50 border-border flex flex-wrap items-baseline gap-x-2 border-b px-4 py-2 text-sm font-medium">
        {title} <span className="tabular-nums">({findings.length})</span>
        <span className="text-muted text-xs font-normal">{explain}</span>
      </h3>
      <ul className="divide-border divide-y">
        {findings.slice(0, limit).map((finding) => (
          <li
            key={finding.id}
            className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3 text-sm sm:flex-nowrap"
          >
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${tone}`} />
            <div className="min-w-0 flex-1 basis-52">
              <p className="font-medium break-words" dir="auto">
                {finding.sentence}
              </p>
              {finding.detail && <p className="text-muted text-xs break-words">{finding.detail}</p>}
            </div>
            <Badge className="mt-0.5">{TOPIC_LABELS[finding.topic]}</Badge>
            <FixButton finding={finding} />
          </li>
        ))}
      </ul>
      {findings.length > limit && (
        <div className="border-border border-t px-4 py-2">
          <Button size="sm" variant="ghost" onClick={() => setLimit(limit + 50)}>
            Show {Math.min(50, findings.length - limit)} more
          </Button>
        </div>
      )}
    </section>
  )
}
