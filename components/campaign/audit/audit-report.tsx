import { PrintButton } from '@/components/campaign/objectives/print-button'
import { Card } from '@/components/ui/card'
import { formatDateTime } from '@/components/ui/format-date'
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from '@/components/ui/table'
import type { Audit } from '@/lib/audit/audit'
import { findingSeveritySchema } from '@/lib/audit/audit-finding'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { labelAdSize } from '@/lib/decision/ad-size'
import { SCORE_LABELS, SEVERITY_LOOKS, TOPIC_LABELS } from './finding-looks'
import { WeightsCard } from './weights-card'

interface AuditReportProps {
  campaign: CampaignDetail
  audit: Audit
}

const CELL_WORDS = {
  good: '',
  waiting: ' waiting',
  poor: ' cut or enlarged',
  missing: ' nothing',
  no_room: '–',
}

/** The audit as pages that can be printed and handed on. */
export function AuditReport({ campaign, audit }: AuditReportProps) {
  const timeZone = campaign.objectives?.timeZone ?? 'UTC'
  return (
    <Card title="Audit report" actions={<PrintButton />} className="print:border-0">
      <article className="space-y-7 text-sm">
        <header className="space-y-1">
          <h2 className="text-xl font-semibold break-words">{campaign.name}</h2>
          <p className="text-muted">
            Assets as they were saved on {formatDateTime(audit.auditedAt, timeZone)} ({timeZone})
          </p>
        </header>
        <Breadth {...audit.score} />
        <Findings audit={audit} />
        <section className="space-y-2">
          <h3 className="text-base font-semibold">Coverage</h3>
          <p className="text-muted">
            Assets that look right in each slot and size, the least that any segment or language
            finds.
          </p>
          <CoverageTable audit={audit} />
        </section>
        <WeightsCard weights={audit.weights} sizes={audit.sizes} />
        <InventoryTable audit={audit} />
      </article>
    </Card>
  )
}

function Breadth({ value, parts }: Audit['score']) {
  return (
    <section className="space-y-2">
      <h3 className="text-base font-semibold">Breadth: {value} of 100</h3>
      <dl className="space-y-1">
        {parts.map(({ key, weight, share, detail }) => (
          <div key={key} className="grid gap-x-4 sm:grid-cols-[12rem_minmax(0,1fr)]">
            <dt className="text-muted">
              {SCORE_LABELS[key]}, {(weight * share).toFixed(1)} of {weight}
            </dt>
            <dd>{detail}.</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Findings({ audit: { findings, omittedFindingCount } }: { audit: Audit }) {
  return (
    <section className="space-y-3">
      <h3 className="text-base font-semibold">Findings</h3>
      {findings.length === 0 && <p>Nothing to mend.</p>}
      {findingSeveritySchema.options.map((severity) => {
        const own = findings.filter((finding) => finding.severity === severity)
        return (
          own.length > 0 && (
            <div key={severity} className="space-y-1">
              <h4 className="font-medium">
                {SEVERITY_LOOKS[severity].title} ({own.length})
              </h4>
              <ul className="list-disc space-y-1 pl-5">
                {own.map(({ id, topic, sentence, detail }) => (
                  <li key={id} className="break-inside-avoid break-words">
                    <span className="text-muted">{TOPIC_LABELS[topic]}:</span> {sentence}{' '}
                    <span className="text-muted">{detail}</span>
                  </li>
                ))}
              </ul>
            </div>
          )
        )
      })}
      {omittedFindingCount > 0 && (
        <p className="text-muted">And {omittedFindingCount} more of the same kinds, in the CSV.</p>
      )}
    </section>
  )
}

function CoverageTable({ audit: { coverage, sizes } }: { audit: Audit }) {
  return (
    <Table caption="Coverage of slots and ad sizes">
      <TableHead>
        <tr>
          <TableHeader>Slot</TableHeader>
          {sizes.map(({ size, isPlaced }) => (
            <TableHeader key={size}>
              {labelAdSize(size)}
              {isPlaced && ' (placed)'}
            </TableHeader>
          ))}
        </tr>
      </TableHead>
      <TableBody>
        {coverage.rows.map(({ slot, label, cells }) => (
          <TableRow key={slot}>
            <th scope="row" className="px-4 text-left font-medium">
              {label}
            </th>
            {cells.map(({ size, state, good }) => (
              <TableCell key={size} className="tabular-nums">
                {state !== 'no_room' && good}
                {CELL_WORDS[state]}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

/** What a page can take; the CSV has the rest. */
const MAX_ROWS = 300

function InventoryTable({ audit: { inventory, sizes } }: { audit: Audit }) {
  return (
    <section className="space-y-2">
      <h3 className="text-base font-semibold">Inventory ({inventory.length})</h3>
      <Table caption="Inventory">
        <TableHead>
          <tr>
            <TableHeader>Asset</TableHeader>
            <TableHeader>Slot</TableHeader>
            <TableHeader>State</TableHeader>
            <TableHeader>Does not fit</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {inventory.slice(0, MAX_ROWS).map((row) => (
            <TableRow key={`${row.slot} ${row.assetId}`} className="break-inside-avoid">
              <TableCell dir="auto" className="max-w-72 min-w-40 break-words whitespace-normal">
                {row.text ?? row.name}
              </TableCell>
              <TableCell>{row.slotLabel}</TableCell>
              <TableCell>{row.isPaused ? 'paused' : row.state.replaceAll('_', ' ')}</TableCell>
              <TableCell className="min-w-48 whitespace-normal">
                {sizes
                  .flatMap(({ size }, index) => {
                    const fit = row.fits[index]
                    return fit && (fit.state === 'limited' || fit.state === 'missing')
                      ? [`${labelAdSize(size)}: ${fit.reason.toLowerCase()}`]
                      : []
                  })
                  .join('; ') || 'Fits wherever there is room'}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
      {inventory.length > MAX_ROWS && (
        <p className="text-muted">And {inventory.length - MAX_ROWS} more, in the CSV.</p>
      )}
    </section>
  )
}
