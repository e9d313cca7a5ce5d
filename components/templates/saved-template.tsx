'use client'

import { Archive, ArchiveRestore } from 'lucide-react'
import Link from 'next/link'
import { useMemo, useState } from 'react'
import { toast } from 'sonner'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { PageHeader } from '@/components/ui/page-header'
import { QueryContent } from '@/components/ui/query-content'
import { inspectTemplate } from '@/lib/templates/inspect-template'
import type { TemplateDetail } from '@/lib/templates/template-api'
import type { TemplateSource } from '@/lib/templates/template-source'
import { HistorySheet } from './history-sheet'
import { RenameDialog } from './rename-dialog'
import { SaveVersionDialog } from './save-dialog'
import { TemplateWorkbench } from './template-workbench'
import { useChangeTemplate, useTemplate } from './use-templates'

interface SavedTemplateProps {
  templateId: string
  canEdit: boolean
}

export function SavedTemplate({ templateId, canEdit }: SavedTemplateProps) {
  const query = useTemplate(templateId)
  return (
    <QueryContent query={query} noun="The template">
      {(saved) => <TemplateEditor key={saved.newestVersion} saved={saved} canEdit={canEdit} />}
    </QueryContent>
  )
}

function TemplateEditor({ saved, canEdit }: { saved: TemplateDetail; canEdit: boolean }) {
  const before = useMemo(() => ({ html: saved.html, css: saved.css }), [saved.html, saved.css])
  const [source, setSource] = useState<TemplateSource>(before)
  const change = useChangeTemplate()
  const { hasErrors } = useMemo(() => inspectTemplate(source), [source])
  const isDirty = source.html !== before.html || source.css !== before.css
  const { id, name, newestVersion, isArchived, usedBy } = saved
  const save = async (note: string) => {
    const body = { ...source, note, baseVersion: newestVersion }
    await change.mutateAsync({ kind: 'version', id, body })
    toast.success(`Version ${newestVersion + 1} is saved`)
  }
  const setArchived = (next: boolean) =>
    change.mutate(
      { kind: 'archive', id, isArchived: next },
      {
        onSuccess: () =>
          toast(next ? `“${name}” archived` : `“${name}” is back`, {
            action: { label: 'Undo', onClick: () => setArchived(!next) },
          }),
      },
    )
  return (
    <>
      <LeaveGuard when={isDirty && !change.isPending} />
      <PageHeader
        title={name}
        description={saved.description}
        breadcrumbs={[{ label: 'Templates', href: '/templates' }]}
        meta={
          <>
            <Badge>Version {newestVersion}</Badge>
            {isArchived && <Badge tone="outline">Archived</Badge>}
          </>
        }
        actions={
          <>
            {canEdit && <RenameDialog saved={saved} />}
            {canEdit && (
              <Button
                icon={isArchived ? <ArchiveRestore aria-hidden /> : <Archive aria-hidden />}
                onClick={() => setArchived(!isArchived)}
              >
                {isArchived ? 'Take it back' : 'Archive'}
              </Button>
            )}
            <HistorySheet saved={saved} source={source} isDirty={isDirty} canEdit={canEdit} />
            {canEdit && (
              <SaveVersionDialog
                label="Save version"
                version={newestVersion + 1}
                disabled={!isDirty || hasErrors}
                isSaving={change.isPending}
                onSave={save}
              />
            )}
          </>
        }
      />
      {usedBy.length > 0 && (
        <Callout className="mb-4" title="Campaigns show this template">
          Each stays with its version until its assets step chooses another:{' '}
          {usedBy.map((campaign, index) => (
            <span key={campaign.id}>
              {index > 0 && ', '}
              <Link className="underline" href={`/campaigns/${campaign.id}/assets`}>
                {campaign.name}
              </Link>{' '}
              (version {campaign.version})
            </span>
          ))}
          .
        </Callout>
      )}
      <TemplateWorkbench source={source} canEdit={canEdit} onChange={setSource} />
    </>
  )
}
