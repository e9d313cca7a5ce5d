import type { Design } from '@/lib/decision/snapshot'

export const DEFAULT_DESIGN: Design = {
  template: 'classic',
  backgroundColor: '#ffffff',
  textColor: '#1c1917',
  accentColor: '#9a3412',
  accentTextColor: '#ffffff',
}
