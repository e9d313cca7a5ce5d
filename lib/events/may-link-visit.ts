import type { DecisionRecord } from '@/lib/decision/decision-record'

/**
 * Whether a click may carry its token to the landing page, where it links what the visitor does
 * there to the ad. Only with consent to measurement (TCF purpose 7).
 */
export function mayLinkVisit(record: Pick<DecisionRecord, 'purposes'>): boolean {
  return record.purposes.includes('measurement')
}
