import { PairTexts } from '@/components/decisions/pair-texts'
import { RuleOutcomes } from '@/components/decisions/rule-outcomes'
import { Badge } from '@/components/ui/badge'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { formatCount, formatMicros } from '@/components/ui/format-number'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import type { PreviewAd } from '@/lib/serve/preview-api'
import { SlotChances } from './slot-chances'

interface PreviewReasonsProps {
  campaign: CampaignDetail
  ad: PreviewAd
  /** 0: nothing is learnt yet. */
  policyVersion: number
}

const ARMS = {
  dynamic: { tone: 'accent', label: 'Assembled' },
  holdout: { tone: 'neutral', label: 'Benchmark (holdout)' },
  outside: { tone: 'neutral', label: 'Benchmark (outside the pilot)' },
  fallback: { tone: 'warning', label: 'Benchmark (fallback)' },
} as const

/** Why this viewer gets this ad: who they count as, which rules held, what the learner drew. */
export function PreviewReasons({ campaign, ad, policyVersion }: PreviewReasonsProps) {
  const arm = ARMS[ad.arm]
  const isDynamic = ad.arm === 'dynamic'
  const enabledCount = campaign.rules.filter(({ enabled }) => enabled).length
  return (
    <Card
      title="Why this ad"
      description={
        ad.isByHand
          ? `Elements chosen by hand are shown. Without them the engine decides: ${ad.reason}`
          : ad.reason
      }
      actions={<Badge tone={arm.tone}>{arm.label}</Badge>}
    >
      <div className="space-y-6">
        <div className="grid gap-6 md:grid-cols-2">
          <section aria-labelledby="reason-segments" className="space-y-1.5">
            <h3 id="reason-segments" className="text-sm font-semibold">
              Who the viewer counts as
            </h3>
            {ad.segments.length > 0 ? (
              <ul className="flex flex-wrap gap-1.5">
                {ad.segments.map(({ id, name }) => (
                  <li key={id}>
                    <Badge>{name}</Badge>
                  </li>
                ))}
              </ul>
            ) : (
              <p className="text-muted text-sm">None of the campaign’s segments.</p>
            )}
          </section>
          <section aria-labelledby="reason-rules" className="space-y-1.5">
            <h3 id="reason-rules" className="text-sm font-semibold">
              Rules that held
            </h3>
            {ad.rules.length > 0 ? (
              <RuleOutcomes rules={ad.rules} />
            ) : (
              <p className="text-muted text-sm">
                {isDynamic
                  ? `None of the ${enabledCount} that are on.`
                  : 'None was asked: the benchmark is the same for everybody.'}
              </p>
            )}
            <PairTexts pairs={ad.pairs} />
          </section>
        </div>
        {ad.products && <ProductReasons {...ad.products} />}
        <section aria-labelledby="reason-chances" className="space-y-3">
          <h3 id="reason-chances" className="flex items-center gap-1.5 text-sm font-semibold">
            {isDynamic ? 'What it was drawn from' : 'What the benchmark shows'}
            {isDynamic && (
              <Explain term="Chance">
                One combination is drawn. The learner gives those that work better for viewers like
                this one a higher chance, and every element that rules and pairs leave keeps a small
                one, so that nothing is written off too early.
              </Explain>
            )}
          </h3>
          {isDynamic && (
            <p className="text-muted text-sm">
              {policyVersion === 0
                ? 'Nothing is learnt yet: apart from preferences, all elements have the same chance.'
                : `Chances as learnt so far (policy version ${policyVersion}).`}{' '}
              This combination comes up once in {formatCount(Math.round(1 / ad.propensity))} views.
            </p>
          )}
          <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
            {ad.slots.map((slot) => (
              <SlotChances key={slot.slot} campaign={campaign} slot={slot} isDrawn={isDynamic} />
            ))}
          </div>
        </section>
      </div>
    </Card>
  )
}

function ProductReasons({ needed, shown }: NonNullable<PreviewAd['products']>) {
  return (
    <section aria-labelledby="reason-products" className="space-y-1.5">
      <h3 id="reason-products" className="text-sm font-semibold">
        Products
      </h3>
      {shown.length > 0 ? (
        <>
          <p className="text-muted text-sm">The first that are in stock, at the price of now:</p>
          <ul className="flex flex-wrap gap-1.5">
            {shown.map(({ id, name, priceMicros, currency }) => (
              <li key={id}>
                <Badge>
                  {name}
                  {priceMicros !== null && currency && ` · ${formatMicros(priceMicros, currency)}`}
                </Badge>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="text-muted text-sm">
          The picture is shown: fewer than {formatCount(needed)} of the campaign’s products are in
          stock.
        </p>
      )}
    </section>
  )
}
