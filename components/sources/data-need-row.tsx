'use client'

import { ButtonLink } from '@/components/ui/button-link'
import { formatRelative } from '@/components/ui/format-date'
import { formatCount, formatPercent } from '@/components/ui/format-number'
import { StatusBadge } from '@/components/ui/status-badge'
import { FEED_KINDS } from '@/components/feeds/feed-kinds'
import { describeField } from '@/lib/rules/describe-condition'
import type { DataNeed } from '@/lib/sources/list-data-needs'

interface DataNeedRowProps {
  need: DataNeed
  consentedCount: number
  now: number
}

const BADGES = {
  arrives: ['ok', 'Arrives'],
  stale: ['stale', 'Stale'],
  partial: ['attention', 'Partly missing'],
  missing: ['attention', 'Missing'],
} as const

export function DataNeedRow({ need, consentedCount, now }: DataNeedRowProps) {
  const [status, label] = BADGES[need.state]
  return (
    <li className="grid gap-x-4 gap-y-2 px-4 py-3 text-sm sm:grid-cols-[minmax(0,1fr)_auto]">
      <div className="min-w-0 space-y-0.5">
        <p className="flex flex-wrap items-center gap-2">
          <span className="font-medium">{titleOf(need)}</span>
          <StatusBadge status={status} label={label} />
        </p>
        <p>{describeArrival(need, consentedCount, now)}</p>
        <p className="text-muted text-xs">Read by {need.usedBy.join(', ')}</p>
      </div>
      <span className="self-center">
        <NeedAction need={need} />
      </span>
    </li>
  )
}

function NeedAction({ need: { kind, state } }: { need: DataNeed }) {
  const isSettled = state === 'arrives'
  switch (kind) {
    case 'attribute':
      return (
        <ButtonLink size="sm" href="#customers">
          {isSettled ? 'Show customers' : 'Bring in customers'}
        </ButtonLink>
      )
    case 'weather':
    case 'stock':
    case 'promotion':
      return (
        <ButtonLink size="sm" href="#feeds">
          {isSettled ? 'Show feed' : 'Set up the feed'}
        </ButtonLink>
      )
    case 'page':
      return (
        <ButtonLink size="sm" href="/placements">
          Show placements
        </ButtonLink>
      )
    case 'edge':
    case 'request':
      return null
  }
}

function titleOf({ id, kind, fields }: DataNeed): string {
  switch (kind) {
    case 'attribute':
      return capitalise(describeField(id))
    case 'weather':
    case 'stock':
    case 'promotion':
      return FEED_KINDS[kind].label
    case 'edge':
      return 'Place'
    case 'page':
      return 'Subject of the page'
    case 'request':
      return capitalise(fields.map((field) => describeField(field).replace('the ', '')).join(', '))
  }
}

function describeArrival(need: DataNeed, consentedCount: number, now: number): string {
  const { kind, state, customerCount, lastPushAt, missingKeys } = need
  switch (kind) {
    case 'attribute':
      return state === 'missing'
        ? 'No customer who agreed has it yet, so nobody is recognised by it.'
        : `Known of ${formatCount(customerCount)} customers who agreed (${formatPercent(Math.min(1, customerCount / Math.max(1, consentedCount)), 0)}).`
    case 'weather':
    case 'stock':
    case 'promotion': {
      if (state === 'missing') return 'Nothing was pushed to this feed yet.'
      const pushed = `Last push ${formatRelative(lastPushAt ?? now, now)}.`
      if (state === 'partial') return `${pushed} Never delivered: ${missingKeys.join(', ')}.`
      return state === 'stale' ? `${pushed} It may no longer be true.` : pushed
    }
    case 'edge':
      return 'Comes with the request where your edge tells the visitor’s country or region; else it is unknown.'
    case 'page':
      return 'Comes from the placement’s page, or from data-category of its tag.'
    case 'request':
      return 'Comes with every request.'
  }
}

function capitalise(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`
}
