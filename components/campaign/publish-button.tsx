'use client'

import { Rocket } from 'lucide-react'
import { useState } from 'react'
import { ApiProblem } from '@/components/api/api-problem'
import { Button } from '@/components/ui/button'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import type { CampaignDetail } from '@/lib/campaigns/campaign-api'
import { MendLink } from './mend-link'
import { usePublish } from './use-campaign'

interface Refusal {
  message: string
  issues: readonly { path: string; message: string }[]
}

interface PublishButtonProps {
  campaign: CampaignDetail
  /** Instead of “Publish”, before the first time. */
  label?: string
}

/** Publishes, or lists what has to be mended, each with a link to its field. */
export function PublishButton({ campaign, label }: PublishButtonProps) {
  const publish = usePublish(campaign.id)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  if (campaign.status === 'ended') return null

  const isFresh = campaign.status === 'live' && !campaign.hasUnpublishedChanges
  const start = () =>
    publish.mutate(undefined, {
      onError: (error) =>
        setRefusal({
          message: error.message,
          issues: error instanceof ApiProblem ? error.issues : [],
        }),
    })
  return (
    <>
      <Button
        variant="primary"
        icon={<Rocket aria-hidden />}
        loading={publish.isPending}
        disabled={isFresh}
        onClick={start}
      >
        {campaign.revision === 0 ? (label ?? 'Publish') : isFresh ? 'Published' : 'Publish changes'}
      </Button>
      <Dialog open={refusal !== null} onOpenChange={(open) => !open && setRefusal(null)}>
        <DialogContent title="Not published yet" description={refusal?.message ?? ''}>
          <ul className="space-y-2 text-sm">
            {refusal?.issues.map((issue) => (
              <li
                key={`${issue.path} ${issue.message}`}
                className="border-border flex items-start justify-between gap-3 rounded-md border p-3"
              >
                <span>{issue.message}</span>
                {issue.path.startsWith('/') && (
                  <MendLink
                    href={issue.path}
                    message={issue.message}
                    onFollow={() => setRefusal(null)}
                  />
                )}
              </li>
            ))}
          </ul>
        </DialogContent>
      </Dialog>
    </>
  )
}
