'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { Select } from '@/components/ui/select'
import { useZodForm } from '@/components/ui/use-zod-form'
import { type AdSize, adSizeSchema, describeAdSize } from '@/lib/decision/ad-size'
import { type Placement, placementInputSchema } from '@/lib/placements/placement'
import { useCreatePlacement } from './use-placements'

const SIZE_NAMES: Readonly<Record<AdSize, string>> = {
  '300x250': 'Medium rectangle',
  '728x90': 'Leaderboard',
  '160x600': 'Wide skyscraper',
  '320x50': 'Mobile banner',
  '300x600': 'Half page',
  '970x250': 'Billboard',
  '336x280': 'Large rectangle',
  '320x100': 'Large mobile banner',
  native: 'In a feed or an article, as wide as its place',
}
const SIZES = adSizeSchema.options.map((value) => ({
  value,
  label: describeAdSize(value),
  description: SIZE_NAMES[value],
}))

interface CreatePlacementDialogProps {
  onCreated?: (placement: Placement) => void
}

export function CreatePlacementDialog({ onCreated }: CreatePlacementDialogProps) {
  const [open, setOpen] = useState(false)
  const create = useCreatePlacement()
  const form = useZodForm(placementInputSchema, { name: '', size: '300x250', pageCategory: null })
  return (
    <Dialog open={open} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button icon={<Plus aria-hidden />}>New placement</Button>
      </DialogTrigger>
      <DialogContent
        title="New placement"
        description="A place on a page where an ad appears. Its size never changes."
      >
        <Form
          form={form}
          onSubmit={(values) =>
            create.mutate(values, {
              onSuccess: (placement) => {
                setOpen(false)
                form.reset()
                onCreated?.(placement)
              },
              onError: (error) => form.setError('root', { message: error.message }),
            })
          }
        >
          <FormField control={form.control} name="name" label="Name">
            {(field) => <Input {...field} placeholder="Home page, top right" autoFocus />}
          </FormField>
          <FormField control={form.control} name="size" label="Size">
            {(field) => (
              <Select value={field.value} onValueChange={field.onChange} options={SIZES} />
            )}
          </FormField>
          <FormField
            control={form.control}
            name="pageCategory"
            label="What the page is about"
            hint="Rules can use it, e.g. shoes"
            optional
          >
            {({ value, onChange, ...field }) => (
              <Input
                {...field}
                value={value ?? ''}
                onChange={(event) => onChange(event.target.value || null)}
              />
            )}
          </FormField>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" loading={create.isPending}>
              Create
            </Button>
          </div>
        </Form>
      </DialogContent>
    </Dialog>
  )
}
