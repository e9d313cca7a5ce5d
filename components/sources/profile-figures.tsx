'use client'

import { Badge } from '@/components/ui/badge'
import { formatCount, formatPercent } from '@/components/ui/format-number'
import { Skeleton } from '@/components/ui/skeleton'
import { Stat } from '@/components/ui/stat'
import type { AttributeSummary } from '@/lib/profiles/profile'
import { useProfileSummary } from './use-sources'

const TYPES: Record<AttributeSummary['type'], string> = {
  string: 'text',
  number: 'number',
  boolean: 'yes or no',
}

/** How many customers are known, and which attributes segments may use. */
export function ProfileFigures() {
  const { data } = useProfileSummary()
  if (!data) return <Skeleton className="m-4 h-10 w-2/3" />
  const { profileCount, consentedCount, attributes } = data
  return (
    <div className="border-border flex flex-wrap gap-x-10 gap-y-4 border-b p-4">
      <Stat label="Customers" value={formatCount(profileCount)} />
      <Stat
        label="Agreed to personalised ads"
        value={formatCount(consentedCount)}
        unit={profileCount > 0 ? formatPercent(consentedCount / profileCount, 0) : ''}
      />
      <div className="min-w-0 flex-1 basis-60 space-y-1.5">
        <p className="text-muted text-xs">Known of them</p>
        {attributes.length === 0 ? (
          <p className="text-muted text-sm">Nothing yet</p>
        ) : (
          <ul className="flex flex-wrap gap-1">
            {attributes.map(({ name, type }) => (
              <li key={`${name} ${type}`}>
                <Badge>
                  {name} <span className="font-normal">{TYPES[type]}</span>
                </Badge>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
