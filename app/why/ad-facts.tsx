import { Card } from '@/components/ui/card'
import type { AdExplanation } from '@/lib/serve/server/explain-ad'

export function AdFacts({ explanation }: { explanation: AdExplanation }) {
  const { advertiser, campaign, landingHost, how, facts, ruleNames, segmentNames } = explanation
  return (
    <>
      <Card title={advertiser ? `An ad by ${advertiser}` : 'This ad'}>
        <p className="text-sm">
          {campaign && <>It belongs to the campaign “{campaign}”. </>}
          {how} It leads to <strong className="font-medium">{landingHost}</strong>.
        </p>
        <p className="text-muted mt-2 text-sm">
          Shown on <time>{new Date(explanation.shownAtMs).toUTCString()}</time>
        </p>
      </Card>
      <Card title="What was used">
        {facts.length > 0 ? (
          <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1.5 text-sm">
            {facts.map(({ label, value }) => (
              <div key={label} className="contents">
                <dt className="text-muted">{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        ) : (
          <p className="text-sm">Nothing about you or your device.</p>
        )}
        <NameList title="Groups this view was counted in" names={segmentNames} />
        <NameList title="Rules of the advertiser that applied" names={ruleNames} />
        <p className="text-muted mt-3 text-sm">
          {explanation.mayBePersonal
            ? 'You agreed to personalised ads on the site, so what the advertiser knows about you as a customer could be used too. None of it is kept with this ad.'
            : 'Nothing known about you as a person was used: only the page, the device and the moment.'}
        </p>
      </Card>
    </>
  )
}

function NameList({ title, names }: { title: string; names: readonly string[] }) {
  if (names.length === 0) return null
  return (
    <div className="mt-3 text-sm">
      <h3 className="text-muted">{title}</h3>
      <ul className="list-disc pl-5">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </div>
  )
}
