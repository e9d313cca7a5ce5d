'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { toast } from 'sonner'
import { requestApi } from '@/components/api/request-api'
import { ASSETS_KEY } from '@/components/assets/use-assets'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { Field } from '@/components/ui/field'
import { NumberInput } from '@/components/ui/number-input'
import { QueryContent } from '@/components/ui/query-content'
import { type ApprovalPolicy, approvalPolicySchema } from '@/lib/approvals/approval-policy'
import { APPROVER_ROLE_LABELS, approverRoleSchema } from '@/lib/approvals/approver-role'
import { approvalPolicyChangeSchema } from '@/lib/assets/approval-policy-change'
import { describeImpact } from '@/lib/assets/asset-impact'

const KEY = ['approval-policy']
const HINTS = {
  brand: 'They look at whether it is on brand.',
  legal: 'They look at claims, rights and disclaimers.',
}

/** How many people have to approve an asset before it is shown. */
export function ApprovalPolicyCard() {
  const query = useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) =>
      requestApi('/api/v1/approval-policy', approvalPolicySchema, { signal }),
  })
  return (
    <Card
      title="Who has to approve"
      description="Of each asset, before it can be shown. Nobody approves what they made or changed last, unless they are the only member."
    >
      <QueryContent query={query} noun="The policy">
        {(policy) => <PolicyForm key={JSON.stringify(policy)} saved={policy} />}
      </QueryContent>
    </Card>
  )
}

function PolicyForm({ saved }: { saved: ApprovalPolicy }) {
  const queryClient = useQueryClient()
  const [policy, setPolicy] = useState(saved)
  const save = useMutation({
    mutationFn: (body: ApprovalPolicy) =>
      requestApi('/api/v1/approval-policy', approvalPolicyChangeSchema, { method: 'PUT', body }),
    onSuccess: ({ reopenedCount, impact }) => {
      toast.success('Saved', {
        description: [
          reopenedCount > 0
            ? `${reopenedCount} assets lack an approver now and wait for review.`
            : null,
          describeImpact(impact),
        ]
          .filter(Boolean)
          .join(' '),
      })
      void queryClient.invalidateQueries({ queryKey: KEY })
      void queryClient.invalidateQueries({ queryKey: ASSETS_KEY })
    },
    // The form shows it.
    onError: () => undefined,
  })
  const isDirty = approverRoleSchema.options.some((role) => policy[role] !== saved[role])
  const [issue] = approvalPolicySchema.safeParse(policy).error?.issues ?? []
  const needsMore = approverRoleSchema.options.some((role) => policy[role] > saved[role])
  return (
    <form
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!issue) save.mutate(policy)
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {approverRoleSchema.options.map((role) => (
          <Field key={role} label={`${APPROVER_ROLE_LABELS[role]} approvers`} hint={HINTS[role]}>
            <NumberInput
              value={policy[role]}
              min={0}
              max={5}
              suffix="people"
              onValueChange={(count) => setPolicy({ ...policy, [role]: count ?? 0 })}
            />
          </Field>
        ))}
      </div>
      {(issue ?? save.error) && (
        <Callout tone="danger">{issue?.message ?? save.error?.message}</Callout>
      )}
      {isDirty && needsMore && (
        <Callout tone="warning">
          What is approved today and lacks one of them goes back to review, and live campaigns stop
          showing it at once.
        </Callout>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-muted text-sm">
          Who may approve as what is set under{' '}
          <Link href="/settings" className="text-accent underline">
            People
          </Link>
          .
        </p>
        <Button
          type="submit"
          variant="primary"
          loading={save.isPending}
          disabled={!isDirty || issue !== undefined}
        >
          Save
        </Button>
      </div>
    </form>
  )
}
