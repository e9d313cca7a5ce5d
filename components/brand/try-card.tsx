'use client'

import { useState } from 'react'
import { FindingList } from '@/components/assets/asset-findings'
import { ColorField } from '@/components/campaign/assets/color-field'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { formatCount } from '@/components/ui/format-number'
import { Textarea } from '@/components/ui/textarea'
import { type BrandKit, brandKitSchema } from '@/lib/brand/brand-kit'
import { checkAsset } from '@/lib/brand/check-asset'
import { findNearestColor } from '@/lib/brand/color-distance'
import { useBrandImpact } from './use-brand-kit'

/** The rules as they are being edited, tried on a sentence, a colour and the whole library. */
export function TryCard({ kit }: { kit: BrandKit }) {
  const [sentence, setSentence] = useState('')
  const [color, setColor] = useState('#1f4a43')
  const nearest = kit.palette && findNearestColor(kit.palette.colors, color)
  return (
    <Card title="Try the rules" description="As they stand on this page, saved or not.">
      <div className="grid gap-4 p-4 md:grid-cols-2">
        <div className="space-y-2">
          <Field label="A sentence">
            <Textarea
              dir="auto"
              rows={2}
              value={sentence}
              placeholder="The cheapest boots EVER!!!"
              onChange={({ target }) => setSentence(target.value)}
            />
          </Field>
          <SentenceVerdict kit={kit} sentence={sentence} />
        </div>
        <div className="space-y-2">
          <ColorField
            label="A colour"
            hint="Against the palette"
            value={color}
            disabled={false}
            onValueChange={setColor}
          />
          <p role="status" className="text-sm">
            {kit.palette && nearest
              ? `${nearest.distance.toFixed(2)} from ${nearest.color.name}: ${nearest.distance <= kit.palette.tolerance ? 'of the palette.' : 'not of the palette.'}`
              : 'There is no palette yet.'}
          </p>
        </div>
        <ImpactLine kit={kit} />
      </div>
    </Card>
  )
}

function SentenceVerdict({ kit, sentence }: { kit: BrandKit; sentence: string }) {
  if (sentence.trim() === '') return null
  const isComplete = brandKitSchema.safeParse(kit).success
  if (!isComplete) return <p className="text-muted text-sm">Complete the rules first.</p>
  const asset = {
    ...{ id: '', kind: 'headline' as const, text: sentence, locale: 'en', tags: [] },
    ...{ widthPx: null, heightPx: null, dominantColors: [], themeColors: {} },
  }
  const findings = checkAsset(kit, asset, { nameOf: () => null })
  if (findings.length === 0) {
    return (
      <p role="status" className="text-positive text-sm">
        Nothing against it.
      </p>
    )
  }
  const isBlocked = findings.some(({ severity }) => severity === 'block')
  return (
    <Callout
      live
      tone={isBlocked ? 'danger' : 'warning'}
      title={isBlocked ? 'Refused' : 'A warning'}
    >
      <FindingList findings={findings} />
    </Callout>
  )
}

function ImpactLine({ kit }: { kit: BrandKit }) {
  const { data } = useBrandImpact(kit)
  if (!data) return null
  const { checked, blocked, warned, rules } = data
  const many = (count: number) => `${formatCount(count)} ${count === 1 ? 'asset' : 'assets'}`
  return (
    <div className="text-sm md:col-span-2">
      <p role="status">
        {blocked + warned === 0
          ? `Of ${many(checked)} in the library these rules flag none.`
          : `Of ${many(checked)} in the library these rules keep ${formatCount(blocked)} from being approved and warn of ${formatCount(warned)}.`}
      </p>
      {rules.length > 0 && (
        <ul className="text-muted mt-1 list-disc space-y-0.5 pl-5">
          {rules.slice(0, 5).map(({ ruleId, count, examples }) => (
            <li key={ruleId} className="break-words">
              {many(count)}, such as “{examples[0]?.name}”: {examples[0]?.message}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
