import type { Option } from '@/components/ui/option'
import type { SampleName } from '@/lib/templates/template-api'

export const SAMPLE_OPTIONS: readonly Option<SampleName>[] = [
  { value: 'usual', label: 'Usual copy' },
  { value: 'long', label: 'Long words' },
  { value: 'rtl', label: 'Right to left' },
  { value: 'defaults', label: 'Defaults' },
]
