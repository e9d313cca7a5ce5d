import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { Card } from '@/components/ui/card'
import { Callout } from '@/components/ui/callout'
import { explainAd, hasOptedOut } from '@/lib/serve/server/explain-ad'
import { OPT_OUT_COOKIE } from '@/lib/serve/serve-parameters'
import { AdFacts } from './ad-facts'
import { ChoiceForm } from './choice-form'

export const metadata: Metadata = { title: 'Why this ad?', referrer: 'no-referrer' }

type Search = Record<'t' | 'v' | 'done', string | string[] | undefined>

const first = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? ''

const ANSWERS = {
  out: 'Personalisation is off. Ads follow the page and the moment only, from now on.',
  in: 'Personalisation is on again, where you also agree on the site itself.',
}

export default async function WhyPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { t, v, done } = await searchParams
  const [token, visitor, choice] = [first(t), first(v), first(done)]
  const isOutHere = (await cookies()).get(OPT_OUT_COOKIE)?.value === '1'
  const [explanation, isOutEverywhere] = await Promise.all([
    explainAd(token),
    visitor === '' ? false : hasOptedOut(visitor).catch(() => false),
  ])
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col gap-5 px-4 py-10">
      <header className="space-y-1">
        <h1 className="text-2xl font-semibold">Why this ad?</h1>
        <p className="text-muted text-sm">What was used to choose it, and how to say no.</p>
      </header>
      {(choice === 'out' || choice === 'in') && (
        <Callout tone="success" live>
          {ANSWERS[choice]}
        </Callout>
      )}
      {explanation ? (
        <AdFacts explanation={explanation} />
      ) : (
        <Callout tone="warning" title="This link does not name an ad of ours">
          It may have been cut off when it was copied. Your choice below works all the same.
        </Callout>
      )}
      <Card title="Your choice">
        <ChoiceForm
          token={token}
          visitor={visitor}
          isOut={isOutHere || isOutEverywhere}
          isKnownVisitor={visitor !== ''}
        />
      </Card>
    </main>
  )
}
