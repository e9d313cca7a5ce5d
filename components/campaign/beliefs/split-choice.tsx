'use client'

import { Segmented } from '@/components/ui/segmented'
import type { ContextFeature } from '@/lib/decision/snapshot'
import { FEATURE_LABELS } from '@/lib/learning/context-words'
import { useSplitBy } from './use-beliefs'

const ALL = 'all'

/** By which feature of contexts to split; only those that the campaign tells apart. */
export function SplitChoice({ features }: { features: readonly ContextFeature[] }) {
  const [splitBy, setSplitBy] = useSplitBy()
  if (features.length === 0) return null
  return (
    <div className="flex flex-wrap items-center gap-2">
      <span className="text-muted text-sm">Effects for</span>
      <Segmented<ContextFeature | typeof ALL>
        aria-label="Effects for"
        value={splitBy ?? ALL}
        onValueChange={(value) => void setSplitBy(value === ALL ? null : value)}
        options={[
          { value: ALL, label: 'All viewers' },
          ...features.map((value) => ({
            value,
            label: `By ${FEATURE_LABELS[value].toLowerCase()}`,
          })),
        ]}
      />
    </div>
  )
}
