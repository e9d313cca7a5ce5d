'use client'

import { useId, useState } from 'react'
import { toast } from 'sonner'
import { ApiProblem } from '@/components/api/api-problem'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { Form } from '@/components/ui/form'
import { FormField } from '@/components/ui/form-field'
import { Input } from '@/components/ui/input'
import { QueryContent } from '@/components/ui/query-content'
import { setFormIssues } from '@/components/ui/set-form-issues'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import { useZodForm } from '@/components/ui/use-zod-form'
import type { Condition } from '@/lib/decision/condition'
import { checkCondition } from '@/lib/segments/check-condition'
import { describeSegment } from '@/lib/segments/describe-segment'
import { type Segment, segmentInputSchema } from '@/lib/segments/segment'
import { ConditionBuilder } from './condition-builder'
import { SegmentCount } from './segment-count'
import { useFieldCatalog } from './use-field-catalog'
import { useSaveSegment } from './use-segments'

interface SegmentSheetProps {
  /** The segment to change, or none for a new one. */
  segment: Segment | null
  canEdit: boolean
  onClose: () => void
  onSaved?: (segment: Segment) => void
}

const NOTHING: Condition = { kind: 'all', of: [] }
const namesSchema = segmentInputSchema.pick({ name: true, description: true })

/** Makes or changes a segment. Mount it with the segment's id as key. */
export function SegmentSheet({ segment, canEdit, onClose, onSaved }: SegmentSheetProps) {
  const formId = useId()
  const [condition, setCondition] = useState<Condition>(segment?.condition ?? NOTHING)
  const [showIssues, setShowIssues] = useState(false)
  const [isLeaving, setIsLeaving] = useState(false)
  const catalog = useFieldCatalog()
  const save = useSaveSegment()
  const form = useZodForm(namesSchema, {
    name: segment?.name ?? '',
    description: segment?.description ?? '',
  })
  const isComplete = checkCondition(condition).length === 0
  const isChanged = form.formState.isDirty || condition !== (segment?.condition ?? NOTHING)
  const live = segment?.usedBy.filter(({ status }) => status === 'live' || status === 'paused')

  const submit = (values: { name: string; description: string }) => {
    setShowIssues(true)
    if (!isComplete) return
    save.mutate(
      { id: segment?.id, ...values, condition },
      {
        onSuccess: (saved) => {
          toast.success(segment ? 'Segment saved' : 'Segment created')
          onSaved?.(saved)
          onClose()
        },
        onError: (error) =>
          setFormIssues(
            form,
            error instanceof ApiProblem && error.issues.length > 0
              ? error.issues
              : [{ message: error.message }],
          ),
      },
    )
  }

  return (
    <Sheet open onOpenChange={(open) => !open && (isChanged ? setIsLeaving(true) : onClose())}>
      <SheetContent
        size="lg"
        title={segment ? segment.name : 'New segment'}
        description="A group of viewers that ads tell apart: by what customers agreed to share, and by the moment."
        footer={
          canEdit && (
            <Button
              type="submit"
              form={formId}
              variant="primary"
              loading={save.isPending}
              onClick={() => setShowIssues(true)}
            >
              {segment ? 'Save segment' : 'Create segment'}
            </Button>
          )
        }
      >
        <Form form={form} id={formId} onSubmit={submit} className="space-y-5">
          <fieldset disabled={!canEdit} className="min-w-0 space-y-5">
            {live && live.length > 0 && (
              <Callout>
                {live.map(({ name }) => `“${name}”`).join(', ')} keeps the segment as it was
                published. Publish again to use a change.
              </Callout>
            )}
            <div className="space-y-4">
              <FormField control={form.control} name="name" label="Name">
                {(field) => <Input {...field} placeholder="Loyal customers on phones" />}
              </FormField>
              <FormField control={form.control} name="description" label="Note" optional>
                {(field) => <Input {...field} placeholder="What it is for" />}
              </FormField>
            </div>
            <div className="space-y-2">
              <h3 className="text-sm font-medium">Who is in it</h3>
              <QueryContent query={catalog} noun="The fields">
                {(fields) => (
                  <ConditionBuilder
                    value={condition}
                    onChange={setCondition}
                    fields={fields}
                    showIssues={showIssues}
                  />
                )}
              </QueryContent>
            </div>
            {isComplete && (
              <p className="text-sm">
                <span className="text-muted">In words: </span>
                {describeSegment(condition)}.
              </p>
            )}
            <SegmentCount condition={condition} />
          </fieldset>
        </Form>
        <ConfirmDialog
          open={isLeaving}
          onOpenChange={setIsLeaving}
          title="Leave without saving?"
          body="What you changed in this segment is not saved yet."
          confirmLabel="Leave without saving"
          danger
          onConfirm={onClose}
        />
      </SheetContent>
    </Sheet>
  )
}
