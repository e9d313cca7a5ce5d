import { formatChange } from '@/components/ui/format-number'
import type { ReportLift } from '@/lib/reporting/compare-arms'

/** From a hundred times as much on, a number says no more than "a lot". */
const UNTELLING = 99

/** The interval of a lift in words, once there is enough to tell. */
export function describeLiftRange({
  relative,
  verdict,
}: Pick<ReportLift, 'relative' | 'verdict'>): string {
  if (!relative || verdict === 'not enough data') return 'not known yet'
  const { lower, upper } = relative
  if (upper !== null && upper < UNTELLING) return `${formatChange(lower)} to ${formatChange(upper)}`
  return `at least ${formatChange(lower)}`
}
