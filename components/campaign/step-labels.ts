import type { Step } from '@/lib/campaigns/step'

export const STEP_LABELS: Record<Step, string> = {
  objectives: 'Objectives',
  assets: 'Assets',
  segments: 'Segments',
  sources: 'Data sources',
  rules: 'Rules',
  pilot: 'Pilot',
  scale: 'Scale',
}
