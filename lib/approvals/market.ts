import { z } from 'zod'
import { nameCountry } from '@/lib/assets/market'

export const EVERYWHERE = '*'

/** Where an asset may be shown: `*`, or a country as ISO 3166-1 alpha-2. */
export const marketSchema = z
  .string()
  .regex(/^(\*|[A-Z]{2})$/, 'Use a country code of two letters (DE, FR), or * for everywhere.')

/** `Germany` for `DE`; a code that no country has is given as it is. */
export function nameMarket(market: string): string {
  return market === EVERYWHERE ? 'everywhere' : nameCountry(market)
}
