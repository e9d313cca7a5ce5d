'use client'

import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { useZodForm } from '@/components/ui/use-zod-form'
import { renameTemplateSchema, type TemplateDetail } from '@/lib/templates/template-api'
import { useChangeTemplate } from './use-templates'

export function RenameDialog({ saved: { id, name, description } }: { saved: TemplateDetail }) {
  const [isOpen, setIsOpen] = useState(false)
  const form = useZodForm(renameTemplateSchema, { name, description })
  const rename = useChangeTemplate()
  return (
    <Dialog open={isOpen} onOpenChange={setIsOpen}>
      <DialogTrigger asChild>
        <Button icon={<Pencil aria-hidden />}>Rename</Button>
      </DialogTrigger>
      <DialogContent title="Rename the template">
        <Form
          form={form}
          onSubmit={(body) =>
            rename.mutate(
              { kind: 'rename', id, body },
              {
                onSuccess: () => setIsOpen(false),
                onError: (error) => form.setError('root', { message: error.message }),
              },
            )
          }
        >
          <FormField control={form.control} name="name" label="Name" required>
            {(field) => <Input {...field} autoFocus />}
          </FormField>
          <FormField control={form.control} name="description" label="Description" optional>
            {(field) => <Input {...field} />}
          </FormField>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" loading={rename.isPending}>
              Rename
            </Button>
          </div>
        </Form>
      </DialogContent>
    </Dialog>
  )
}
