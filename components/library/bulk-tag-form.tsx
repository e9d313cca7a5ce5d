'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { MultiSelect } from '@/components/ui/multi-select'
import type { FieldsChange } from '@/lib/assets/bulk-change'

interface BulkTagFormProps {
  knownTags: readonly string[]
  onTag: (change: FieldsChange, done: string) => void
}

/** Tags to give to the selected assets, or to take from them. */
export function BulkTagForm({ knownTags, onTag }: BulkTagFormProps) {
  const [tags, setTags] = useState<string[]>([])
  const options = [...new Set([...tags, ...knownTags])].map((tag) => ({ value: tag, label: tag }))
  const words = tags.join(', ')
  return (
    <div className="space-y-3">
      <Field label="Tags">
        <MultiSelect
          value={tags}
          onValueChange={setTags}
          placeholder="Choose or type tags…"
          options={options}
          onCreate={(tag) => setTags([...tags, tag.trim().toLowerCase()])}
          emptyText="Type a new tag"
        />
      </Field>
      <div className="flex justify-end gap-2">
        <Button
          size="sm"
          disabled={tags.length === 0}
          onClick={() => onTag({ kind: 'tag', add: [], remove: tags }, `Untagged ${words}`)}
        >
          Remove
        </Button>
        <Button
          size="sm"
          variant="primary"
          disabled={tags.length === 0}
          onClick={() => onTag({ kind: 'tag', add: tags, remove: [] }, `Tagged ${words}`)}
        >
          Add
        </Button>
      </div>
    </div>
  )
}
