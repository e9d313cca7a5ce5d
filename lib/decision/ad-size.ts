import { z } from 'zod'

/** Ad sizes in CSS pixels, with the IAB weight limits in kB (initial / subload). */
export const AD_SIZES = {
  '300x250': { widthPx: 300, heightPx: 250, initialKb: 150, subloadKb: 300 },
  '728x90': { widthPx: 728, heightPx: 90, initialKb: 150, subloadKb: 300 },
  '160x600': { widthPx: 160, heightPx: 600, initialKb: 150, subloadKb: 300 },
  '320x50': { widthPx: 320, heightPx: 50, initialKb: 50, subloadKb: 100 },
  '300x600': { widthPx: 300, heightPx: 600, initialKb: 150, subloadKb: 300 },
  '970x250': { widthPx: 970, heightPx: 250, initialKb: 250, subloadKb: 500 },
} as const

export const adSizeSchema = z.enum(['300x250', '728x90', '160x600', '320x50', '300x600', '970x250'])
export type AdSize = z.infer<typeof adSizeSchema>
