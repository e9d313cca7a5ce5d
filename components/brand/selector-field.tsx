'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { requestApi } from '@/components/api/request-api'
import { Field } from '@/components/ui/field'
import { MultiSelect } from '@/components/ui/multi-select'
import { assetListSchema } from '@/lib/assets/asset-list'
import type { AssetSelector } from '@/lib/brand/brand-kit'

interface SelectorFieldProps {
  label: string
  hint?: string
  selector: AssetSelector
  onChange: (selector: AssetSelector) => void
}

const TAG = 'tag:'

/** Assets by name, or whatever has a tag: typing a new word makes it a tag. */
export function SelectorField({ label, hint, selector, onChange }: SelectorFieldProps) {
  const [search, setSearch] = useState('')
  const { data, isPending } = useQuery({
    queryKey: ['assets', 'brand-selector', search],
    queryFn: ({ signal }) =>
      requestApi(`/api/v1/assets?limit=100&search=${encodeURIComponent(search)}`, assetListSchema, {
        signal,
      }),
  })
  const assets = data?.items ?? []
  const tags = [...new Set([...selector.tags, ...assets.flatMap((asset) => asset.tags)])]
  const gone = selector.assetIds.filter((id) => !assets.some((asset) => asset.id === id))
  return (
    <Field label={label} hint={hint}>
      <MultiSelect
        value={[...selector.assetIds, ...selector.tags.map((tag) => TAG + tag)]}
        loading={isPending}
        onSearch={setSearch}
        onCreate={(word) =>
          onChange({ ...selector, tags: [...selector.tags, word.trim().toLowerCase()] })
        }
        emptyText="Type a tag"
        placeholder="Assets or tags…"
        onValueChange={(value) =>
          onChange({
            assetIds: value.filter((one) => !one.startsWith(TAG)),
            tags: value.filter((one) => one.startsWith(TAG)).map((one) => one.slice(TAG.length)),
          })
        }
        options={[
          ...tags.map((tag) => ({ value: TAG + tag, label: `Tag “${tag}”`, group: 'Tags' })),
          ...assets.map(({ id, name }) => ({ value: id, label: name, group: 'Assets' })),
          ...gone.map((id) => ({ value: id, label: 'Another asset', group: 'Assets' })),
        ]}
      />
    </Field>
  )
}
