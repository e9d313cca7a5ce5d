import type { Metadata } from 'next'
import { headers } from 'next/headers'
import type { ReactNode } from 'react'

export const metadata: Metadata = { title: 'Harbour & Pine' }

const HOME = '/demo/shop'

export default async function ShopLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined
  return (
    <div className="mx-auto max-w-5xl px-4 py-6">
      <header className="border-border mb-8 flex flex-wrap items-baseline justify-between gap-x-4 border-b pb-3">
        {/* Whole pages, as in most shops: each view of one runs the pixel again. */}
        <a href={HOME} className="font-serif text-2xl">
          Harbour &amp; Pine
        </a>
        <p className="text-muted text-sm">Demonstration shop: nothing is sold or sent</p>
      </header>
      {children}
      <script async src="/pixel.js" nonce={nonce} />
    </div>
  )
}
