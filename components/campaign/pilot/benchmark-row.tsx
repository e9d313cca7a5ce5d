import { labelSlot } from '@/lib/assets/label-slot'
import { AssetThumbnail } from '@/components/campaign/asset-thumbnail'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { isServable } from '@/lib/campaigns/serving-slots'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import { Anchor } from './anchor'

interface BenchmarkRowProps {
  slot: DraftSlot
  isVarying: boolean
  benchmarkId: string | null
  issue: string | undefined
  onVaryingChange: (isVarying: boolean) => void
  onBenchmarkChange: (assetId: string) => void
}

export function BenchmarkRow({ slot, isVarying, benchmarkId, issue, ...on }: BenchmarkRowProps) {
  const label = labelSlot(slot.key, slot.kind)
  const count = slot.assets.filter(isServable).length
  const elements = `${count} ${count === 1 ? 'element' : 'elements'}`
  return (
    <div className="grid items-start gap-x-6 gap-y-2 sm:grid-cols-[160px_minmax(0,1fr)]">
      <Checkbox
        className="sm:pt-1.5"
        label={<span className="font-medium">{label}</span>}
        description={isVarying ? `Varies: ${elements}` : 'Fixed: always the benchmark'}
        checked={isVarying}
        onCheckedChange={on.onVaryingChange}
      />
      <Anchor id={`benchmark.${slot.key}`} className="min-w-0">
        <Field label={`Benchmark of ${label}`} hideLabel error={issue}>
          <Combobox
            value={benchmarkId}
            onValueChange={on.onBenchmarkChange}
            placeholder="Choose the benchmark’s element"
            emptyText="This slot has no assets."
            options={slot.assets
              .filter(({ state, id }) => state !== 'archived' || id === benchmarkId)
              .map((asset) => ({
                value: asset.id,
                label: asset.text ?? asset.name,
                ...(asset.state === 'approved'
                  ? {}
                  : { description: 'Not approved yet', disabled: true }),
                ...(asset.text === null
                  ? { icon: <AssetThumbnail asset={asset} className="h-6 w-8 rounded-sm" /> }
                  : {}),
              }))}
          />
        </Field>
      </Anchor>
    </div>
  )
}
