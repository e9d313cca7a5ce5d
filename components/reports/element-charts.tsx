'use client'

import { labelSlot } from '@/lib/assets/label-slot'
import { BarInterval } from '@/components/charts/bar-interval'
import { EmptyState } from '@/components/ui/empty-state'
import type { Report } from '@/lib/reporting/report'
import { BreakdownTable } from './breakdown-table'
import { correctedColumn, ExplainEvenedOut } from './corrected-column'
import { isEvenedOut, nameElement, toElementEstimates } from './element-estimates'
import { FigureSelect } from './figure-select'
import { metricChoice } from './metric-choices'
import { useFigure } from './use-figure'

const MORE_RATES = [correctedColumn<ElementTableRow>()]

type ElementTableRow = Report['elements'][number] & { id: string; label: string; group: string }

/** One figure of every element in the dynamic ads, a chart for each slot, and all figures below. */
export function ElementCharts({ report, search }: { report: Report; search: string }) {
  const [id] = useFigure()
  const choice = metricChoice(id)
  const unit = choice.unit(report.currency ?? 'EUR')
  const isEven = isEvenedOut(id)
  const running = report.arms.find(({ arm }) => arm === 'dynamic')?.metrics[id].value ?? null
  if (report.elements.length === 0) {
    return (
      <EmptyState
        title="No dynamic ads yet"
        body="Elements are compared as soon as the dynamic ad was shown."
      />
    )
  }
  return (
    <div className="space-y-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted max-w-prose text-sm">
          {choice.explanation}{' '}
          {isEven ? (
            <>
              Evened out: as if everybody had seen each element whom the rules let see it, since the
              learner shows it more often to those it suits. The line is the dynamic ad as it runs.{' '}
              <ExplainEvenedOut />
            </>
          ) : (
            'The learner shows promising elements more often and to the people they suit, so this compares elements as they were used; step “Scale” says what it believes about each.'
          )}
        </p>
        <FigureSelect label="Figure by element" />
      </div>
      <div className="grid gap-5 xl:grid-cols-2">
        {groupBySlot(report.elements).map(({ slot, label, rows }) => {
          const { estimates, tooRare, thin } = toElementEstimates(rows, id)
          return (
            <BarInterval
              key={slot}
              title={label}
              unit={isEven ? { ...unit, label: `${unit.label}, evened out` } : unit}
              intervalLabel="95 % interval for one look"
              estimates={estimates}
              {...(isEven && running !== null
                ? { reference: { value: running, label: 'as it runs' } }
                : {})}
              emptyBody="There is nothing to divide by yet for this figure."
              footer={describeDoubts(tooRare, thin)}
            />
          )
        })}
      </div>
      <BreakdownTable<ElementTableRow>
        report={report}
        search={search}
        table="elements"
        title="All elements"
        nameHeader="Element"
        groupHeader="Slot"
        moreRates={MORE_RATES}
        rows={report.elements.map((row) => ({
          ...row,
          id: `${row.slot} ${row.assetId}`,
          label: nameElement(row),
          group: labelSlot(row.slot, row.assetKind),
        }))}
      />
    </div>
  )
}

function describeDoubts(tooRare: readonly string[], thin: readonly string[]): string | undefined {
  const list = (names: readonly string[]) => names.map((name) => `“${name}”`).join(', ')
  const doubts = [
    ...(thin.length > 0 ? [`Not much to go by yet: ${list(thin)}.`] : []),
    ...(tooRare.length > 0 ? [`Shown too rarely to draw: ${list(tooRare)}.`] : []),
  ]
  return doubts.length > 0 ? [...doubts, 'See below.'].join(' ') : undefined
}

function groupBySlot(elements: Report['elements']) {
  const bySlot = Map.groupBy(elements, ({ slot }) => slot)
  return [...bySlot].map(([slot, rows]) => ({
    slot,
    label: labelSlot(slot, rows[0]?.assetKind ?? null),
    rows,
  }))
}
