'use client'

import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { z } from 'zod'
import { requestApi } from '@/components/api/request-api'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { useZodForm } from '@/components/ui/use-zod-form'
import { campaignDetailSchema, campaignNameSchema } from '@/lib/campaigns/campaign-api'

const schema = z.object({ name: campaignNameSchema })

export function CreateCampaignDialog() {
  const router = useRouter()
  const form = useZodForm(schema, { name: '' })
  const create = useMutation({
    mutationFn: (body: z.infer<typeof schema>) =>
      requestApi('/api/v1/campaigns', campaignDetailSchema, { method: 'POST', body }),
    onSuccess: (campaign) => router.push(`/campaigns/${campaign.id}/objectives`),
    onError: (error) => form.setError('root', { message: error.message }),
  })
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="primary" icon={<Plus aria-hidden />}>
          New campaign
        </Button>
      </DialogTrigger>
      <DialogContent title="New campaign" description="You can change the name later.">
        <Form form={form} onSubmit={(values) => create.mutate(values)}>
          <FormField control={form.control} name="name" label="Name">
            {(field) => <Input {...field} placeholder="Autumn sale" autoFocus />}
          </FormField>
          <div className="flex justify-end">
            <Button type="submit" variant="primary" loading={create.isPending || create.isSuccess}>
              Create and set objectives
            </Button>
          </div>
        </Form>
      </DialogContent>
    </Dialog>
  )
}
