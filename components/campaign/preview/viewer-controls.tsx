import { RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { MultiSelect } from '@/components/ui/multi-select'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { DEVICE_CLASSES, WEATHER_CONDITIONS } from '@/lib/segments/field-options'
import type { PreviewViewer } from '@/lib/serve/preview-api'
import { describeAsIs } from './describe-as-is'
import { FieldGroup } from './field-group'
import { groupReadFields } from './list-read-fields'
import type { PreviewChoice } from './use-preview'

interface ViewerControlsProps {
  campaign: CampaignDetail
  choice: PreviewChoice
  /** What the newest preview knew: of what is not imagined otherwise, how it is now. */
  now: PreviewViewer['fields']
  onChange: (change: Partial<PreviewChoice>) => void
}

const AS_IS = 'as-is'
const HOURS = [
  { value: AS_IS, label: 'Now' },
  ...Array.from({ length: 24 }, (_, hour) => ({
    value: String(hour),
    label: `${String(hour).padStart(2, '0')}:00`,
  })),
]

const SOLD_OUT = 'out_of_stock'
const stockOf = (productId: string) => `stock.${productId}`
const sellOut = (productIds: readonly string[]): PreviewViewer['fields'] =>
  Object.fromEntries(productIds.map((id) => [stockOf(id), SOLD_OUT]))

/** "See it as": the viewer and the moment to imagine. */
export function ViewerControls({ campaign, choice, now, onChange }: ViewerControlsProps) {
  const { as } = choice
  const set = (change: Partial<PreviewViewer>) => onChange({ as: { ...as, ...change } })
  const setField = (name: string, value: PreviewViewer['fields'][string] | undefined) => {
    const { [name]: _before, ...others } = as.fields
    set({ fields: value === undefined ? others : { ...others, [name]: value } })
  }
  const products = campaign.design.products ?? []
  const soldOut = products.map(({ id }) => id).filter((id) => as.fields[stockOf(id)] === SOLD_OUT)
  const otherFields = Object.fromEntries(
    Object.entries(as.fields).filter(([name]) => !soldOut.some((id) => name === stockOf(id))),
  )
  return (
    <Card
      title="See it as"
      actions={
        <Button
          size="sm"
          variant="ghost"
          icon={<RotateCcw aria-hidden />}
          onClick={() =>
            onChange({
              split: 'assembled',
              as: { deviceClass: 'desktop', segmentIds: null, hour: null, fields: {} },
            })
          }
        >
          Reset
        </Button>
      }
    >
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
        <Field
          label="Segment"
          hint={as.segmentIds === null ? 'Worked out from what is chosen here' : undefined}
        >
          <MultiSelect
            value={as.segmentIds ?? []}
            onValueChange={(ids) => set({ segmentIds: ids.length === 0 ? null : ids })}
            placeholder="Any"
            emptyText="This campaign tells no segments apart."
            options={campaign.segments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        <Field label="Device">
          <Select
            value={as.deviceClass}
            onValueChange={(deviceClass) => set({ deviceClass })}
            options={DEVICE_CLASSES.map(({ value, label }) => ({
              value: value as PreviewViewer['deviceClass'],
              label,
            }))}
          />
        </Field>
        <Field label="Weather">
          <Select
            value={String(as.fields['weather.condition'] ?? AS_IS)}
            onValueChange={(value) =>
              setField('weather.condition', value === AS_IS ? undefined : value)
            }
            options={[
              {
                value: AS_IS,
                label: describeAsIs('weather.condition', as.fields['weather.condition'], now),
              },
              ...WEATHER_CONDITIONS,
            ]}
          />
        </Field>
        {products.length > 0 && (
          <Field label="Sold out" hint="Beside what the feed says to be out of stock">
            <MultiSelect
              value={soldOut}
              onValueChange={(ids) => set({ fields: { ...otherFields, ...sellOut(ids) } })}
              placeholder="As the feed says now"
              emptyText="This campaign has no products."
              options={products.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
        )}
        <Field label="Country" hint="Two letters; nowhere in particular when empty">
          <Input
            value={String(as.fields['place.country'] ?? '')}
            maxLength={2}
            autoCapitalize="characters"
            placeholder="DE"
            onChange={({ target }) =>
              setField('place.country', target.value.toUpperCase() || undefined)
            }
          />
        </Field>
        <Field label="Language" hint="Of the viewer’s browser">
          <Input
            value={String(as.fields['locale.language'] ?? '')}
            maxLength={8}
            autoCapitalize="none"
            placeholder="en"
            onChange={({ target }) =>
              setField('locale.language', target.value.toLowerCase() || undefined)
            }
          />
        </Field>
        <Field label="Time of day">
          <Select
            value={as.hour === null ? AS_IS : String(as.hour)}
            onValueChange={(value) => set({ hour: value === AS_IS ? null : Number(value) })}
            options={HOURS}
          />
        </Field>
        <Switch
          label="Include the pilot’s split"
          description="Then some viewers see the benchmark, as in the pilot."
          checked={choice.split === 'as_split'}
          onCheckedChange={(isSplit) => onChange({ split: isSplit ? 'as_split' : 'assembled' })}
        />
      </div>
      {groupReadFields(campaign).map(({ title, fields }) => (
        <FieldGroup
          key={title}
          title={title}
          fields={fields}
          values={as.fields}
          now={now}
          onChange={setField}
        />
      ))}
    </Card>
  )
}
