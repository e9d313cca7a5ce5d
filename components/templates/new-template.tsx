'use client'

import { useRouter } from 'next/navigation'
import { useMemo, useState } from 'react'
import { toast } from 'sonner'
import { Callout } from '@/components/ui/callout'
import { LeaveGuard } from '@/components/ui/leave-guard'
import { PageHeader } from '@/components/ui/page-header'
import { inspectTemplate } from '@/lib/templates/inspect-template'
import { STARTER_TEMPLATE } from '@/lib/templates/starter-template'
import type { TemplateSource } from '@/lib/templates/template-source'
import { type NewTemplateWords, SaveNewDialog } from './save-dialog'
import { TemplateWorkbench } from './template-workbench'
import { useChangeTemplate } from './use-templates'

export function NewTemplate({ canEdit }: { canEdit: boolean }) {
  const router = useRouter()
  const [source, setSource] = useState<TemplateSource>(STARTER_TEMPLATE)
  const save = useChangeTemplate()
  const { hasErrors } = useMemo(() => inspectTemplate(source), [source])
  const create = async (words: NewTemplateWords) => {
    const { id } = await save.mutateAsync({ kind: 'create', body: { ...words, ...source } })
    toast.success(`“${words.name}” is saved`)
    router.push(`/templates/${id}`)
  }
  return (
    <>
      <LeaveGuard when={source !== STARTER_TEMPLATE && !save.isSuccess} />
      <PageHeader
        title="New template"
        description="It begins complete in every size: change what you like."
        breadcrumbs={[{ label: 'Templates', href: '/templates' }]}
        actions={
          canEdit && (
            <SaveNewDialog
              label="Save template"
              disabled={hasErrors}
              isSaving={save.isPending || save.isSuccess}
              onSave={create}
            />
          )
        }
      />
      {!canEdit && (
        <Callout className="mb-4" title="You can try it, and not save it">
          Owners, marketers and creatives save templates.
        </Callout>
      )}
      <TemplateWorkbench source={source} canEdit onChange={setSource} />
    </>
  )
}
