import { buttonStyle } from '@/components/ui/button-style'
import { Card } from '@/components/ui/card'
import { Input } from '@/components/ui/input'
import type { DemoSettings } from './demo-settings'

const CONSENTS = [
  { value: '', label: 'The page did not ask' },
  { value: '1', label: 'Agreed to personalised ads' },
  { value: '0', label: 'Refused' },
] as const

interface DemoControlsProps {
  placementId: string
  settings: DemoSettings
}

export function DemoControls({ placementId, settings }: DemoControlsProps) {
  return (
    <Card title="Who is looking?" description="Sets the attributes of the tag on this page.">
      <form action={`/demo/${placementId}`} method="get" className="space-y-4 text-sm">
        <fieldset className="space-y-1.5">
          <legend className="mb-1 font-medium">Consent</legend>
          {CONSENTS.map(({ value, label }) => (
            <label key={value} className="flex items-center gap-2">
              <input
                type="radio"
                name="consent"
                value={value}
                defaultChecked={settings.consent === value}
                className="accent-accent size-4"
              />
              {label}
            </label>
          ))}
        </fieldset>
        <label className="block space-y-1">
          <span className="font-medium">Customer</span>
          <Input
            name="visitor"
            defaultValue={settings.visitor}
            placeholder="customer id or e-mail"
          />
        </label>
        <label className="block space-y-1">
          <span className="font-medium">Page category</span>
          <Input name="category" defaultValue={settings.category} placeholder="news" />
        </label>
        <button type="submit" className={buttonStyle({ variant: 'primary' })}>
          Show the ad again
        </button>
      </form>
    </Card>
  )
}
