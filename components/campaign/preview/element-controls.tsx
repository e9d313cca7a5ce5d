import { RotateCcw } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { labelSlot } from '@/lib/assets/label-slot'
import type { DraftSlot } from '@/lib/campaigns/campaign-draft'
import { isServable } from '@/lib/campaigns/serving-slots'

interface ElementControlsProps {
  slots: readonly DraftSlot[]
  chosen: Readonly<Record<string, string>>
  onChange: (chosen: Record<string, string>) => void
}

const ENGINE = '~engine'

/** Any combination: the element of each slot by hand, or as the engine decides. */
export function ElementControls({ slots, chosen, onChange }: ElementControlsProps) {
  return (
    <Card
      title="Elements"
      actions={
        Object.keys(chosen).length > 0 && (
          <Button
            size="sm"
            variant="ghost"
            icon={<RotateCcw aria-hidden />}
            onClick={() => onChange({})}
          >
            Reset
          </Button>
        )
      }
    >
      <div className="grid gap-4 sm:grid-cols-2 xl:grid-cols-1">
        {slots.map(({ key, kind, assets }) => (
          <Field key={key} label={labelSlot(key, kind)}>
            <Select
              value={chosen[key] ?? ENGINE}
              onValueChange={(id) => {
                const { [key]: _before, ...others } = chosen
                onChange(id === ENGINE ? others : { ...others, [key]: id })
              }}
              options={[
                { value: ENGINE, label: 'The engine decides' },
                ...assets
                  .filter(isServable)
                  .map(({ id, text, name }) => ({ value: id, label: text ?? name })),
              ]}
            />
          </Field>
        ))}
      </div>
    </Card>
  )
}
