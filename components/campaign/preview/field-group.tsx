import { ChevronRight } from 'lucide-react'
import type { PreviewViewer } from '@/lib/serve/preview-api'
import { FieldControl } from './field-control'
import type { ReadField } from './list-read-fields'

interface FieldGroupProps {
  title: string
  fields: readonly ReadField[]
  values: PreviewViewer['fields']
  now: PreviewViewer['fields']
  onChange: (name: string, value: PreviewViewer['fields'][string] | undefined) => void
}

/** Fields about one thing, folded away until they are wanted; open where one is set. */
export function FieldGroup({ title, fields, values, now, onChange }: FieldGroupProps) {
  const setCount = fields.filter(({ name }) => values[name] !== undefined).length
  return (
    <details
      className="group border-border mt-4 border-t pt-4"
      open={setCount > 0 || fields.length < 4 || undefined}
    >
      <summary className="flex cursor-pointer list-none items-center gap-1 rounded-sm text-sm font-semibold">
        <ChevronRight
          aria-hidden
          className="text-muted size-4 transition-transform group-open:rotate-90"
        />
        {title}
        <span className="text-muted ml-auto text-xs font-normal">
          {setCount > 0 ? `${setCount} set` : fields.length}
        </span>
      </summary>
      <div className="grid gap-4 pt-4 sm:grid-cols-2 xl:grid-cols-1">
        {fields.map((field) => (
          <FieldControl
            key={field.name}
            field={field}
            value={values[field.name]}
            now={now}
            onChange={(value) => onChange(field.name, value)}
          />
        ))}
      </div>
    </details>
  )
}
