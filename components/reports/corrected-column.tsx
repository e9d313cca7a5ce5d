import type { DataColumn } from '@/components/ui/data-column'
import { Explain } from '@/components/ui/explain'
import { formatInterval, formatPercent } from '@/components/ui/format-number'
import type { Report } from '@/lib/reporting/report'

type ElementRow = Report['elements'][number]

/** An element's click-through rate without what the learner's favour does to it. */
export function correctedColumn<Row extends ElementRow>(): DataColumn<Row> {
  return {
    id: 'correctedClickThroughRate',
    header: 'Click-through rate, evened out',
    explain: <ExplainEvenedOut />,
    numeric: true,
    interactive: true,
    cell: ({ corrected }) => <CorrectedRate corrected={corrected} />,
    sortValue: ({ corrected }) => corrected.clickThroughRate?.value ?? null,
  }
}

function CorrectedRate({ corrected }: Pick<ElementRow, 'corrected'>) {
  const { clickThroughRate: rate, eligibleShare } = corrected
  if (!rate) return '–'
  const { lower, upper } = rate.interval
  return (
    <>
      {formatPercent(rate.value)}
      <span className="text-muted block text-xs">{formatInterval(lower, upper)}</span>
      {rate.warning && (
        <span className="text-warning block text-xs whitespace-nowrap">
          Thin support <Explain term="Thin support">{rate.warning}</Explain>
        </span>
      )}
      {eligibleShare !== null && (
        <span className="text-muted block text-xs whitespace-nowrap">
          in {formatPercent(eligibleShare, 0)} of the traffic
          <Explain term="Part of the traffic">
            Rules let this element be shown in about {formatPercent(eligibleShare, 0)} of the
            impressions only. Its rate tells of those: compare it with elements that had the same
            traffic.
          </Explain>
        </span>
      )}
    </>
  )
}

export function ExplainEvenedOut() {
  return (
    <Explain term="Evened out">
      <p>
        The learner shows an element more often to the people it suits. That flatters its plain
        rate, and hides what it would do for everybody.
      </p>
      <p>
        The chance with which each impression drew the element is known exactly. An impression that
        had one chance in four stands for four viewers who could have seen it. So this is the rate
        to expect had everybody seen it whom the rules let see it, with the rest of the ad chosen as
        it was beside it.
      </p>
      <p>
        The formula: the sum of clicks ÷ chance, over the sum of impressions ÷ chance
        (self-normalised inverse propensity weighting). Its interval allows for how unequal the
        chances were.
      </p>
    </Explain>
  )
}
