'use client'

import { History } from 'lucide-react'
import { useState } from 'react'
import { toast } from 'sonner'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { LocalTime } from '@/components/ui/local-time'
import { QueryContent } from '@/components/ui/query-content'
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet'
import { diffLines } from '@/lib/templates/diff-lines'
import type { TemplateDetail } from '@/lib/templates/template-api'
import type { TemplateSource } from '@/lib/templates/template-source'
import { SourceDiff } from './source-diff'
import { useChangeTemplate, useTemplateVersion } from './use-templates'

interface HistorySheetProps {
  saved: TemplateDetail
  /** What is in the editor now. */
  source: TemplateSource
  /** What is in the editor would be lost. */
  isDirty: boolean
  canEdit: boolean
}

/** Every version, what it differs in from what is in the editor, and the way back to it. */
export function HistorySheet({ saved, source, isDirty, canEdit }: HistorySheetProps) {
  const [openVersion, setOpenVersion] = useState<number | null>(null)
  const version = useTemplateVersion(saved.id, openVersion)
  const restore = useChangeTemplate()
  const goBack = async (to: number) => {
    // The editor begins anew with what is saved; a refusal is shown below.
    const done = await restore
      .mutateAsync({ kind: 'restore', id: saved.id, version: to })
      .catch(() => null)
    if (done) toast.success(`Version ${done.newestVersion} is version ${to} again`)
  }
  return (
    <Sheet>
      <SheetTrigger asChild>
        <Button icon={<History aria-hidden />}>History</Button>
      </SheetTrigger>
      <SheetContent
        size="lg"
        title="History"
        description="Versions never change. To go back, an earlier one becomes the newest; campaigns stay with theirs."
      >
        {restore.error && (
          <Callout tone="danger" live className="mb-3">
            {restore.error.message}
          </Callout>
        )}
        {isDirty && canEdit && (
          <Callout className="mb-3">Save or undo what you wrote before you go back.</Callout>
        )}
        <ol className="space-y-2">
          {saved.versions.map((info) => (
            <li key={info.version} className="border-border rounded-lg border p-3 text-sm">
              <div className="flex flex-wrap items-center gap-2">
                <span className="font-medium">Version {info.version}</span>
                {info.version === saved.newestVersion && <Badge tone="accent">Newest</Badge>}
                {info.restoredFrom !== null && <Badge>From version {info.restoredFrom}</Badge>}
                <span className="text-muted ml-auto text-xs">
                  {info.authorName ?? 'An API key'}, <LocalTime time={info.createdAt} />
                </span>
              </div>
              {info.note && <p className="text-muted mt-1 wrap-anywhere">{info.note}</p>}
              <div className="mt-2 flex flex-wrap gap-2">
                <Button
                  size="sm"
                  aria-expanded={openVersion === info.version}
                  onClick={() => setOpenVersion(openVersion === info.version ? null : info.version)}
                >
                  Compare with the editor
                </Button>
                {canEdit && info.version !== saved.newestVersion && (
                  <Button
                    size="sm"
                    loading={
                      restore.isPending &&
                      restore.variables.kind === 'restore' &&
                      restore.variables.version === info.version
                    }
                    disabled={isDirty}
                    onClick={() => void goBack(info.version)}
                  >
                    Make it the newest
                  </Button>
                )}
              </div>
              {openVersion === info.version && (
                <QueryContent query={version} noun="The version">
                  {(shown) => (
                    <div className="mt-3 space-y-3">
                      <SourceDiff label="HTML" lines={diffLines(shown.html, source.html)} />
                      <SourceDiff label="CSS" lines={diffLines(shown.css, source.css)} />
                    </div>
                  )}
                </QueryContent>
              )}
            </li>
          ))}
        </ol>
      </SheetContent>
    </Sheet>
  )
}
