import { CircleX, Info, TriangleAlert } from 'lucide-react'
import type { FindingSeverity, FindingTopic } from '@/lib/audit/audit-finding'

export const SEVERITY_LOOKS: Readonly<
  Record<FindingSeverity, { Icon: typeof Info; tone: string; title: string; explain: string }>
> = {
  error: {
    Icon: CircleX,
    tone: 'text-danger',
    title: 'Has to be mended',
    explain: 'Somebody would see a hole, or what may not be shown.',
  },
  warning: {
    Icon: TriangleAlert,
    tone: 'text-warning',
    title: 'Should be mended',
    explain: 'The ad is shown, but looks or works worse than it could.',
  },
  info: { Icon: Info, tone: 'text-muted', title: 'Good to know', explain: 'Nothing is wrong yet.' },
}

export const TOPIC_LABELS: Readonly<Record<FindingTopic, string>> = {
  coverage: 'Coverage',
  fit: 'Fit',
  readiness: 'Readiness',
  language: 'Language',
  duplicates: 'Duplicates',
  weight: 'Weight',
  brand: 'Brand and law',
  rights: 'Rights',
  accessibility: 'Accessibility',
}

export const SCORE_LABELS = {
  coverage: 'Coverage',
  choice: 'Choice',
  readiness: 'Readiness',
  reuse: 'Reuse',
  combinations: 'Combinations',
} as const
