'use client'

import { createContext, use } from 'react'
import type { AuditFix } from '@/lib/audit/audit-finding'

export type FixOf<Kind extends AuditFix['kind']> = Extract<AuditFix, { kind: Kind }>

/** What the buttons of findings do. Null where somebody may only look. */
export interface AuditFixes {
  readonly campaignId: string
  readonly canEdit: boolean
  readonly canEditAssets: boolean
  readonly isBusy: boolean
  readonly apply: (fix: AuditFix) => void
  /** Opens everything about an asset. */
  readonly open: (assetId: string) => void
}

export const AuditFixesContext = createContext<AuditFixes | null>(null)

export function useAuditFixes(): AuditFixes {
  const fixes = use(AuditFixesContext)
  if (!fixes) throw new Error('Fixes are applied inside of an AuditFixesProvider.')
  return fixes
}

/** What the button says. */
export function labelFix(fix: AuditFix): string {
  switch (fix.kind) {
    case 'write_copy':
      return fix.text === '' ? 'Write one' : 'Write a shorter one'
    case 'fill_slot':
      return fix.from === 'upload' ? 'Add a picture' : 'Choose one'
    case 'open_asset':
      return OPEN_LABELS[fix.field]
    case 'submit':
      return 'Submit for review'
    case 'review':
      return 'Review'
    case 'take_out':
      return fix.assetIds.length === 1 ? 'Take it out' : `Take ${fix.assetIds.length} out`
    case 'pause':
      return 'Pause it'
    case 'keep_to_language':
      return 'Add the rule'
    case 'go_to':
      return GO_LABELS[fix.step]
  }
}

const OPEN_LABELS = {
  text: 'Edit the text',
  altText: 'Describe it',
  rights: 'Edit the rights',
  colours: 'Open it',
  picture: 'Open it',
  approval: 'Open it',
}

const GO_LABELS: Readonly<Record<FixOf<'go_to'>['step'], string>> = {
  objectives: 'Go to the objectives',
  assets: 'Go to the design',
  segments: 'Go to the segments',
  sources: 'Go to the sources',
  rules: 'Go to the rule',
  pilot: 'Go to the placements',
  scale: 'Go to scaling',
}

/** Whether a fix changes the campaign, or only assets. */
export function needsCampaignEdit({ kind }: AuditFix): boolean {
  return ['write_copy', 'fill_slot', 'take_out', 'pause', 'keep_to_language'].includes(kind)
}
