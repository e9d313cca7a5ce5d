import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { getEnv } from '@/lib/env'
import { writeTagSnippet } from '@/lib/serve/write-tag-snippet'
import { getLiveMemory } from '@/lib/serve/server/live-memory'
import { describeAdSize } from '@/lib/decision/ad-size'
import { DemoControls } from './demo-controls'
import { DemoGuide } from './demo-guide'
import { readDemoSettings } from './demo-settings'

export const metadata: Metadata = { title: 'Test page' }

interface DemoPageProps {
  params: Promise<{ placementId: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

export default async function DemoPage({ params, searchParams }: DemoPageProps) {
  const { placementId } = await params
  const memory = getLiveMemory()
  await memory.started
  const placement = memory.findPlacement(placementId)
  if (!placement) notFound()
  const settings = readDemoSettings(await searchParams)
  const snippet = writeTagSnippet({
    origin: getEnv().PUBLIC_URL,
    placementId,
    size: placement.size,
    nonce: (await headers()).get('x-nonce'),
    attributes: { ...settings },
  })
  return (
    <div className="mx-auto max-w-5xl px-4 py-6">
      <header className="border-border flex flex-wrap items-baseline justify-between gap-x-4 border-b pb-3">
        <p className="font-serif text-2xl">The Lowland Courier</p>
        <p className="text-muted text-sm">
          Test page of a placement · {describeAdSize(placement.size)}
        </p>
      </header>
      {/* The real snippet, as on anybody's page: run by the browser while it reads the document. */}
      <div
        data-testid="ad-slot"
        className="my-6 flex justify-center"
        dangerouslySetInnerHTML={{ __html: snippet }}
        suppressHydrationWarning
      />
      <div className="grid gap-8 md:grid-cols-[1fr_17rem]">
        <Article />
        <aside className="space-y-5">
          <DemoControls placementId={placementId} settings={settings} />
          <DemoGuide />
        </aside>
      </div>
    </div>
  )
}

function Article() {
  return (
    <article className="max-w-prose space-y-4 font-serif text-lg leading-relaxed">
      <h1 className="text-3xl leading-tight">The dike walkers who read the sky before breakfast</h1>
      <p>
        At six the radio still plays to an empty kitchen, but Marit Veen is out already. For
        thirty-one years she has walked the same four kilometres along the water, in every weather
        the coast can think of, and written down what she saw.
      </p>
      <p>
        Her notebooks fill two shelves by now. What began as a habit has become a record that the
        water board asks for when winters turn odd, and the last three of them did.
      </p>
      <p>
        “You dress for the hour after this one,” she says, and pulls the hood tighter. Behind her
        the first rain comes over the flats, right on time.
      </p>
    </article>
  )
}
