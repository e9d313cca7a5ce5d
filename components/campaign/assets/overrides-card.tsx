'use client'

import { Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Explain } from '@/components/ui/explain'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { labelSlot } from '@/lib/assets/label-slot'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import { type AdSize, adSizeSchema, labelAdSize } from '@/lib/decision/ad-size'
import type { Design, SizeOverride } from '@/lib/decision/snapshot'

interface OverridesCardProps {
  design: Design
  slots: readonly DraftSlot[]
  disabled: boolean
  /** What keeps an override from being published. */
  issue: string | undefined
  onDesignChange: (design: Design) => void
}

const ANY = '~any'
const SIZES = adSizeSchema.options.map((value) => ({ value, label: labelAdSize(value) }))

/** What is shown otherwise in one ad size: a shorter headline, another picture. */
export function OverridesCard({
  design,
  slots,
  disabled,
  issue,
  onDesignChange,
}: OverridesCardProps) {
  const overrides = design.overrides ?? []
  const setOverrides = (next: SizeOverride[]) => onDesignChange({ ...design, overrides: next })
  return (
    <section id="overrides" tabIndex={-1}>
      <Card
        title={
          <span className="flex items-center gap-1">
            Otherwise in one size
            <Explain term="Override">
              In the size you choose, another asset of the slot is shown: a shorter headline in 320
              × 50, a wider picture in 970 × 250. What the ads learn, and how often each asset is
              chosen, stays as it is. To keep the other asset out of every other size, pause it in
              its slot.
            </Explain>
          </span>
        }
        description="Where an asset does not suit an ad size, say what is shown there instead."
      >
        <div className="space-y-4">
          {issue && <Callout tone="warning">{issue}</Callout>}
          {overrides.length > 0 && (
            <ul className="divide-border divide-y text-sm">
              {overrides.map((override, index) => (
                <li
                  key={`${override.size} ${override.slot} ${override.assetId}`}
                  className="flex items-center justify-between gap-3 py-2"
                >
                  <span className="min-w-0 wrap-anywhere">{describe(override, slots)}</span>
                  <IconButton
                    size="sm"
                    label="Take this override away"
                    disabled={disabled}
                    onClick={() => setOverrides(overrides.filter((_, at) => at !== index))}
                  >
                    <Trash2 aria-hidden />
                  </IconButton>
                </li>
              ))}
            </ul>
          )}
          {!disabled && (
            <AddOverride
              slots={slots.filter(({ assets }) => assets.length > 1)}
              onAdd={(added) =>
                setOverrides(
                  [...overrides.filter((each) => !isSamePlace(each, added)), added].toSorted(
                    // The first that applies wins: those of one asset come before those of all.
                    (a, b) => Number(a.assetId === null) - Number(b.assetId === null),
                  ),
                )
              }
            />
          )}
        </div>
      </Card>
    </section>
  )
}

function isSamePlace(a: SizeOverride, b: SizeOverride): boolean {
  return a.size === b.size && a.slot === b.slot && a.assetId === b.assetId
}

function describe({ size, slot, assetId, showAssetId }: SizeOverride, slots: readonly DraftSlot[]) {
  const found = slots.find(({ key }) => key === slot)
  const nameOf = (id: string): string => {
    const asset = found?.assets.find((each) => each.id === id)
    return asset ? `“${asset.text ?? asset.name}”` : 'an asset that is gone'
  }
  const label = found ? labelSlot(found.key, found.kind) : slot
  const before = assetId === null ? 'whatever was chosen' : nameOf(assetId)
  return `${labelAdSize(size)}, ${label}: ${nameOf(showAssetId)} instead of ${before}`
}

function AddOverride({
  slots,
  onAdd,
}: {
  slots: readonly DraftSlot[]
  onAdd: (override: SizeOverride) => void
}) {
  const [size, setSize] = useState<AdSize>('320x50')
  const [slotKey, setSlotKey] = useState<string | null>(null)
  const [assetId, setAssetId] = useState(ANY)
  const [showAssetId, setShowAssetId] = useState<string | null>(null)
  const slot = slots.find(({ key }) => key === slotKey) ?? slots[0]
  if (!slot) {
    return (
      <p className="text-muted text-sm">
        Choose a second asset for a slot, then one can stand in for the other.
      </p>
    )
  }
  const assets = slot.assets.map(({ id, text, name }) => ({ value: id, label: text ?? name }))
  const replaced = assetId === ANY || assets.some(({ value }) => value === assetId) ? assetId : ANY
  const offered = assets.filter(({ value }) => value !== replaced)
  const shown = offered.find(({ value }) => value === showAssetId)?.value
  return (
    <div className="grid items-end gap-3 sm:grid-cols-2 xl:grid-cols-[8rem_10rem_minmax(0,1fr)_minmax(0,1fr)_auto]">
      <Field label="In">
        <Select value={size} onValueChange={setSize} options={SIZES} />
      </Field>
      <Field label="Slot">
        <Select
          value={slot.key}
          onValueChange={setSlotKey}
          options={slots.map(({ key, kind }) => ({ value: key, label: labelSlot(key, kind) }))}
        />
      </Field>
      <Field label="Instead of">
        <Select
          value={replaced}
          onValueChange={setAssetId}
          options={[{ value: ANY, label: 'Whatever is chosen' }, ...assets]}
        />
      </Field>
      <Field label="Show">
        <Select
          value={shown ?? ''}
          placeholder="Choose"
          onValueChange={setShowAssetId}
          options={offered}
        />
      </Field>
      <Button
        icon={<Plus aria-hidden />}
        disabled={shown === undefined}
        onClick={() => {
          if (shown === undefined) return
          const before = replaced === ANY ? null : replaced
          onAdd({ size, slot: slot.key, assetId: before, showAssetId: shown })
          setShowAssetId(null)
        }}
      >
        Add
      </Button>
    </div>
  )
}
