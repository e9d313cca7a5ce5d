'use client'

import { PencilRuler, Plus } from 'lucide-react'
import { parseAsBoolean, parseAsStringEnum, useQueryStates } from 'nuqs'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { QueryContent } from '@/components/ui/query-content'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { TEMPLATES } from '@/lib/creatives/template'
import { adSizeSchema, describeAdSize } from '@/lib/decision/ad-size'
import { sampleNameSchema } from '@/lib/templates/template-api'
import { SAMPLE_OPTIONS } from './sample-options'
import { TemplateCard } from './template-card'
import { useTemplates } from './use-templates'

const filters = {
  size: parseAsStringEnum([...adSizeSchema.options]).withDefault('300x250'),
  sample: parseAsStringEnum([...sampleNameSchema.options]).withDefault('usual'),
  archived: parseAsBoolean.withDefault(false),
}

/** The team's own templates and the built-in layouts, drawn by the code that serves. */
export function TemplateGallery({ canEdit }: { canEdit: boolean }) {
  const [{ size, sample, archived }, setFilter] = useQueryStates(filters)
  const query = useTemplates({ archived })
  const look = { size, sample }
  const create = canEdit && (
    <ButtonLink href="/templates/new" variant="primary" icon={<Plus aria-hidden />}>
      New template
    </ButtonLink>
  )
  return (
    <>
      <PageHeader
        title="Templates"
        description="How the parts of an ad come together. Campaigns choose one in their assets step, and keep its version until they choose another."
        actions={create}
      />
      <div className="mb-4 flex flex-wrap items-center gap-3">
        <Select
          aria-label="Ad size"
          className="w-44"
          options={adSizeSchema.options.map((value) => ({ value, label: describeAdSize(value) }))}
          value={size}
          onValueChange={(next) => void setFilter({ size: next })}
        />
        <Segmented
          aria-label="Sample content"
          options={SAMPLE_OPTIONS}
          value={sample}
          onValueChange={(next) => void setFilter({ sample: next })}
        />
      </div>
      <section aria-labelledby="own-templates" className="mb-8">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
          <h2 id="own-templates" className="text-base font-semibold">
            Your own
          </h2>
          <Segmented
            aria-label="Which templates"
            options={[
              { value: 'current', label: 'In use' },
              { value: 'archived', label: 'Archived' },
            ]}
            value={archived ? 'archived' : 'current'}
            onValueChange={(next) => void setFilter({ archived: next === 'archived' })}
          />
        </div>
        <QueryContent query={query} noun="The templates">
          {({ items }) =>
            items.length === 0 ? (
              <div className="border-border bg-surface rounded-lg border">
                <EmptyState
                  icon={<PencilRuler />}
                  title={archived ? 'Nothing is archived' : 'No template of your own yet'}
                  body={
                    archived
                      ? 'Archived templates can’t be chosen any more; campaigns that show them go on.'
                      : 'Write one in HTML and CSS, with slots that campaigns fill. It begins with a template that is complete in every size.'
                  }
                  action={!archived && create}
                />
              </div>
            ) : (
              <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
                {items.map((item) => (
                  <TemplateCard
                    key={item.id}
                    {...look}
                    name={item.name}
                    description={item.description}
                    href={`/templates/${item.id}`}
                    version={item.newestVersion}
                    usedBy={item.usedBy.length}
                    design={{ team: item.template }}
                  />
                ))}
              </ul>
            )
          }
        </QueryContent>
      </section>
      <section aria-labelledby="built-in-templates">
        <h2 id="built-in-templates" className="mb-3 text-base font-semibold">
          Built in
        </h2>
        <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
          {TEMPLATES.map(({ name, label, description }) => (
            <TemplateCard
              key={name}
              {...look}
              name={label}
              description={description}
              design={{ template: name }}
            />
          ))}
        </ul>
      </section>
    </>
  )
}
