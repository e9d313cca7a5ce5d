import { Fragment } from 'react'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { Progress } from '@/components/ui/progress'
import type { Audit } from '@/lib/audit/audit'
import { SCORE_LABELS } from './finding-looks'

/** The breadth score with what it is made of. */
export function ScoreCard({ score, modularity }: Pick<Audit, 'score' | 'modularity'>) {
  return (
    <Card
      title={
        <span className="flex items-center gap-1">
          Breadth
          <Explain term="Breadth">
            <p>
              How much there is to show, from 0 to 100: the sum of what each part has earned. It
              judges how much there is to choose from, not how good the copy is.
            </p>
            <p>
              An approved asset that fits everywhere, speaks to everybody and is unlike the others
              never lowers it.
            </p>
          </Explain>
        </span>
      }
    >
      <div className="flex flex-wrap gap-x-8 gap-y-5">
        <p className="shrink-0">
          <span
            data-testid="breadth-score"
            className="text-4xl font-semibold tracking-tight tabular-nums"
          >
            {score.value}
          </span>
          <span className="text-muted text-sm"> of 100</span>
        </p>
        <ul className="min-w-0 flex-1 basis-72 space-y-3">
          {score.parts.map(({ key, weight, share, detail }) => (
            <li key={key} className="space-y-1">
              <Progress
                value={share}
                label={SCORE_LABELS[key]}
                detail={`${(weight * share).toFixed(1)} of ${weight}`}
                tone={share < 0.5 ? 'warning' : 'accent'}
              />
              <p className="text-muted text-xs">{detail}.</p>
            </li>
          ))}
        </ul>
        <div className="shrink-0 space-y-1 text-sm">
          <h3 className="font-medium">Different assets</h3>
          <dl className="grid grid-cols-[auto_auto] gap-x-4 gap-y-1 tabular-nums">
            {modularity.slots.map(({ slot, label, distinctCount, readyCount }) => (
              <Fragment key={slot}>
                <dt className="text-muted">{label}</dt>
                <dd className="text-right">
                  {distinctCount} <span className="text-muted">({readyCount} approved)</span>
                </dd>
              </Fragment>
            ))}
            <dt className="text-muted">Bound by pairs</dt>
            <dd className="text-right">
              {modularity.boundCount} of {modularity.elementCount}
            </dd>
          </dl>
        </div>
      </div>
    </Card>
  )
}
