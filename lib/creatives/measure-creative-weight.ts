import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'
import type { Creative } from './assemble-creative'

export interface CreativeWeight {
  readonly weightBytes: number
  readonly limitBytes: number
  readonly isWithinLimit: boolean
  /** For people: `38 kB of 150 kB`. */
  readonly summary: string
}

/**
 * An assembled creative against the initial load its size may have (IAB LEAN, in lib/decision/
 * ad-size.ts; a kB is 1,000 bytes). Uncompressed, so never better than what is really sent.
 */
export function measureCreativeWeight(
  creative: Pick<Creative, 'weightBytes'>,
  size: AdSize,
): CreativeWeight {
  const limitBytes = AD_SIZES[size].initialKb * 1000
  const { weightBytes } = creative
  return {
    weightBytes,
    limitBytes,
    isWithinLimit: weightBytes <= limitBytes,
    summary: `${Math.ceil(weightBytes / 1000)} kB of ${limitBytes / 1000} kB`,
  }
}
