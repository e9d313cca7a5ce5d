import { addDays, format } from 'date-fns'
import type { Metadata } from 'next'
import { ObjectivesStep } from '@/components/campaign/objectives/objectives-step'

export const metadata: Metadata = { title: 'Objectives' }

const DEFAULT_FLIGHT_DAYS = 30

export default async function ObjectivesPage({
  params,
}: {
  params: Promise<{ campaignId: string }>
}) {
  const { campaignId } = await params
  const now = new Date()
  return (
    <ObjectivesStep
      campaignId={campaignId}
      defaults={{
        timeZone: 'UTC',
        startsAt: format(now, "yyyy-MM-dd'T'00:00"),
        endsAt: format(addDays(now, DEFAULT_FLIGHT_DAYS), "yyyy-MM-dd'T'00:00"),
      }}
    />
  )
}
