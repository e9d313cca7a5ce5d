'use client'

import { ApiProblem } from '@/components/api/api-problem'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { setFormIssues } from '@/components/ui/set-form-issues'
import { useZodForm } from '@/components/ui/use-zod-form'
import { saveLibraryViewSchema } from '@/lib/assets/library-view'

const schema = saveLibraryViewSchema.pick({ name: true })

interface SaveViewDialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  onSave: (name: string) => Promise<unknown>
}

export function SaveViewDialog({ open, onOpenChange, onSave }: SaveViewDialogProps) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      {open && (
        <DialogContent
          size="sm"
          title="Save this view"
          description="Everybody in the workspace can open it: the filters, the order and the layout."
        >
          <NameForm onSave={onSave} onDone={() => onOpenChange(false)} />
        </DialogContent>
      )}
    </Dialog>
  )
}

function NameForm({
  onSave,
  onDone,
}: Pick<SaveViewDialogProps, 'onSave'> & { onDone: () => void }) {
  const form = useZodForm(schema, { name: '' })
  const submit = ({ name }: { name: string }) =>
    onSave(name).then(onDone, (error: unknown) =>
      setFormIssues(
        form,
        error instanceof ApiProblem && error.issues.length > 0
          ? error.issues
          : [{ message: error instanceof Error ? error.message : 'It could not be saved.' }],
      ),
    )
  return (
    <Form form={form} onSubmit={submit} className="space-y-4">
      <FormField control={form.control} name="name" label="Name">
        {(field) => <Input {...field} placeholder="Rights to renew" />}
      </FormField>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" loading={form.formState.isSubmitting}>
          Save
        </Button>
      </div>
    </Form>
  )
}
