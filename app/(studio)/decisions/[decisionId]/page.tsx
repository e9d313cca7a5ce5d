import type { Metadata } from 'next'
import { DecisionDetails } from '@/components/decisions/decision-details'

export const metadata: Metadata = { title: 'Decision' }

export default async function DecisionPage({
  params,
}: {
  params: Promise<{ decisionId: string }>
}) {
  const { decisionId } = await params
  return <DecisionDetails decisionId={decisionId} />
}
