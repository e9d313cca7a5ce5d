'use client'

import { useState } from 'react'
import { Callout } from '@/components/ui/callout'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { QueryContent } from '@/components/ui/query-content'
import { type BrandKit, brandKitSchema } from '@/lib/brand/brand-kit'
import type { BrandKitResponse } from '@/lib/brand/brand-kit-api'
import { BrandSaveBar } from './brand-save-bar'
import { LookCard } from './look-card'
import { PaletteCard } from './palette-card'
import { RuleCards } from './rule-cards'
import { TryCard } from './try-card'
import { useBrandKit, useSaveBrandKit } from './use-brand-kit'
import { VoiceCard } from './voice-card'

export function BrandScreen({ canEdit }: { canEdit: boolean }) {
  const query = useBrandKit()
  return (
    <QueryContent query={query} noun="The brand’s rules">
      {(saved) => (
        <BrandEditor
          key={saved.revision}
          saved={saved}
          canEdit={canEdit}
          onReload={async () => void (await query.refetch())}
        />
      )}
    </QueryContent>
  )
}

interface BrandEditorProps {
  saved: BrandKitResponse
  canEdit: boolean
  onReload: () => Promise<void>
}

function BrandEditor({ saved, canEdit, onReload }: BrandEditorProps) {
  const [kit, setKit] = useState(saved.kit)
  // Lists keep what is typed: discarding draws them anew.
  const [discards, setDiscards] = useState(0)
  const save = useSaveBrandKit()
  const isDirty = JSON.stringify(kit) !== JSON.stringify(saved.kit)
  const [issue] = brandKitSchema.safeParse(kit).error?.issues ?? []
  const change = (part: Partial<BrandKit>) => setKit((before) => ({ ...before, ...part }))
  const discard = () => {
    setKit(saved.kit)
    setDiscards((count) => count + 1)
    save.reset()
  }
  return (
    <div className="space-y-4">
      <LeaveGuard when={isDirty} />
      {!canEdit && (
        <Callout tone="info" title="You can look at the rules and try them">
          Owners and marketers change them.
        </Callout>
      )}
      <TryCard kit={kit} />
      <fieldset key={discards} disabled={!canEdit} className="min-w-0 space-y-4">
        <PaletteCard kit={kit} onChange={(palette) => change({ palette })} />
        <LookCard kit={kit} onChange={change} />
        <VoiceCard voice={kit.voice} onChange={(voice) => change({ voice })} />
        <RuleCards kit={kit} onChange={change} />
      </fieldset>
      {isDirty && (
        <BrandSaveBar
          status={issue ? `Not complete yet: ${issue.message}` : 'Not saved yet'}
          error={save.error}
          isSaving={save.isPending}
          onDiscard={discard}
          onReload={() => void onReload()}
          onSave={() => {
            if (!issue) save.mutate({ revision: saved.revision, kit })
          }}
        />
      )}
    </div>
  )
}
