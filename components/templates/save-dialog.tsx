'use client'

import { Save } from 'lucide-react'
import { useState } from 'react'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { useZodForm } from '@/components/ui/use-zod-form'
import { createTemplateSchema } from '@/lib/templates/template-api'

const { name, description, note } = createTemplateSchema.shape
const newSchema = z.object({ name, description, note })
const versionSchema = z.object({ note })
export type NewTemplateWords = z.output<typeof newSchema>

interface SaveDialogProps {
  label: string
  disabled: boolean
  isSaving: boolean
}

/** Asks what a new template is called. */
export function SaveNewDialog({
  onSave,
  isSaving,
  ...trigger
}: SaveDialogProps & { onSave: (words: NewTemplateWords) => Promise<unknown> }) {
  const form = useZodForm(newSchema, { name: '', description: '', note: '' })
  const save = (words: NewTemplateWords) =>
    onSave(words).then(undefined, (error: Error) =>
      form.setError('root', { message: error.message }),
    )
  return (
    <Dialog>
      <SaveTrigger {...trigger} />
      <DialogContent title="Save the template" description="Campaigns find it by its name.">
        <Form form={form} onSubmit={save}>
          <FormField control={form.control} name="name" label="Name" required>
            {(field) => <Input {...field} placeholder="Autumn card" autoFocus />}
          </FormField>
          <FormField control={form.control} name="description" label="Description" optional>
            {(field) => <Input {...field} placeholder="What it is good for" />}
          </FormField>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" loading={isSaving}>
              Save template
            </Button>
          </div>
        </Form>
      </DialogContent>
    </Dialog>
  )
}

/** Asks what is new in a version. */
export function SaveVersionDialog({
  onSave,
  isSaving,
  version,
  ...trigger
}: SaveDialogProps & { version: number; onSave: (note: string) => Promise<unknown> }) {
  const [isOpen, setIsOpen] = useState(false)
  const form = useZodForm(versionSchema, { note: '' })
  const save = (words: z.output<typeof versionSchema>) =>
    onSave(words.note).then(
      () => {
        setIsOpen(false)
        form.reset()
      },
      (error: Error) => form.setError('root', { message: error.message }),
    )
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <SaveTrigger {...trigger} />
      <DialogContent
        title={`Save version ${version}`}
        description="Campaigns stay with the version they chose until somebody chooses this one."
      >
        <Form form={form} onSubmit={save}>
          <FormField control={form.control} name="note" label="What is new" optional>
            {(field) => <Input {...field} placeholder="Larger button in banners" autoFocus />}
          </FormField>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" loading={isSaving}>
              Save version
            </Button>
          </div>
        </Form>
      </DialogContent>
    </Dialog>
  )
}

function SaveTrigger({ label, disabled }: { label: string; disabled: boolean }) {
  return (
    <DialogTrigger asChild>
      <Button variant="primary" icon={<Save aria-hidden />} disabled={disabled}>
        {label}
      </Button>
    </DialogTrigger>
  )
}
