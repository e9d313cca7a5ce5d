'use client'

import { Button } from '@/components/ui/button'
import type { AuditFinding } from '@/lib/audit/audit-finding'
import { labelFix, needsCampaignEdit, useAuditFixes } from './audit-fixes'

/** Mends a finding, or opens what does; nothing for those who may not. */
export function FixButton({ finding }: { finding: AuditFinding }) {
  const { apply, canEdit, canEditAssets, isBusy } = useAuditFixes()
  const { fix, sentence } = finding
  if (!fix) return null
  if (needsCampaignEdit(fix) && !canEdit) return null
  if ((fix.kind === 'write_copy' || fix.kind === 'submit') && !canEditAssets) return null
  const label = labelFix(fix)
  return (
    <Button
      size="sm"
      disabled={isBusy}
      aria-label={`${label}: ${sentence}`}
      className="shrink-0 print:hidden"
      onClick={() => apply(fix)}
    >
      {label}
    </Button>
  )
}
