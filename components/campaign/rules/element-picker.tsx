import { AssetThumbnail } from '@/components/campaign/asset-thumbnail'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { StatusBadge } from '@/components/ui/status-badge'
import type { DraftAsset, DraftSlot } from '@/lib/campaigns/campaign-draft'

interface ElementPickerProps {
  slot: DraftSlot
  chosenIds: readonly string[]
  onChange: (assetIds: string[]) => void
}

/** Elements of one slot to tick: pictures in small, copy in full. Those that left it can be dropped. */
export function ElementPicker({ slot, chosenIds, onChange }: ElementPickerProps) {
  const known = new Set(slot.assets.map(({ id }) => id))
  const strangers = chosenIds.filter((id) => !known.has(id))
  const toggle = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosenIds, id] : chosenIds.filter((other) => other !== id))
  return (
    <div className="space-y-2">
      {strangers.length > 0 && (
        <p className="text-danger flex flex-wrap items-center gap-2 text-sm">
          {strangers.length} chosen {strangers.length === 1 ? 'asset has' : 'assets have'} left this
          slot.
          <Button size="sm" onClick={() => onChange(chosenIds.filter((id) => known.has(id)))}>
            Drop {strangers.length === 1 ? 'it' : 'them'}
          </Button>
        </p>
      )}
      <ul className="border-border divide-border max-h-80 divide-y overflow-y-auto rounded-lg border">
        {slot.assets.map((asset) => (
          <li key={asset.id}>
            <ElementChoice
              asset={asset}
              isChosen={chosenIds.includes(asset.id)}
              onChange={(isChosen) => toggle(asset.id, isChosen)}
            />
          </li>
        ))}
        {slot.assets.length === 0 && (
          <li className="text-muted p-3 text-sm">This slot has no assets yet.</li>
        )}
      </ul>
    </div>
  )
}

interface ElementChoiceProps {
  asset: DraftAsset
  isChosen: boolean
  onChange: (isChosen: boolean) => void
}

function ElementChoice({ asset, isChosen, onChange }: ElementChoiceProps) {
  return (
    <label className="hover:bg-subtle flex cursor-pointer items-center gap-3 px-3 py-2 text-sm">
      <Checkbox
        aria-label={asset.text ?? asset.name}
        checked={isChosen}
        onCheckedChange={onChange}
      />
      {asset.text === null && <AssetThumbnail asset={asset} className="h-10 w-14" />}
      <span dir="auto" className="min-w-0 flex-1 break-words">
        {asset.text ?? asset.name}
      </span>
      {asset.state !== 'approved' && <StatusBadge status={asset.state} />}
      {asset.isPaused && <StatusBadge status="paused" />}
    </label>
  )
}
