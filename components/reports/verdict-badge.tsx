import { Badge } from '@/components/ui/badge'
import type { Verdict } from '@/lib/experiments/verdict'

const VERDICTS = {
  winning: { tone: 'positive', label: 'Better' },
  losing: { tone: 'danger', label: 'Worse' },
  'no difference yet': { tone: 'neutral', label: 'No difference yet' },
  'not enough data': { tone: 'outline', label: 'Not enough data' },
  broken: { tone: 'danger', label: 'Broken' },
} as const satisfies Record<Verdict, object>

/** Of the dynamic ad against the benchmark. */
export function VerdictBadge({ verdict }: { verdict: Verdict }) {
  const { tone, label } = VERDICTS[verdict]
  return <Badge tone={tone}>{label}</Badge>
}
