import { z } from 'zod'
import { readField, type ContextFields } from './field-index'

export const COUNTRY_FIELD = 'place.country'

/** When and where an asset may be shown. Nothing in it: always and everywhere. */
export const assetLimitsSchema = z.object({
  /** Milliseconds since the epoch: not before. */
  servableFromMs: z.number().int().optional(),
  /** Milliseconds since the epoch: not from then on. */
  servableUntilMs: z.number().int().optional(),
  /** What ends then. */
  endedBy: z.enum(['rights', 'approval', 'withdrawal']).optional(),
  /** Countries (ISO 3166-1 alpha-2) where it may be shown: everywhere, if left out. */
  markets: z.array(z.string()).optional(),
  /** Where it ends earlier than `servableUntilMs`, by country; `*` is everywhere else. */
  marketsUntilMs: z.record(z.string(), z.number().int()).optional(),
})
export type AssetLimits = z.infer<typeof assetLimitsSchema>

/** What keeps an asset from being shown at a moment, to a viewer of a country. */
export type LimitBreach =
  | { readonly kind: 'early'; readonly fromMs: number }
  | { readonly kind: 'late'; readonly untilMs: number; readonly endedBy: AssetLimits['endedBy'] }
  | { readonly kind: 'market' }
  | { readonly kind: 'marketLate'; readonly untilMs: number }

/**
 * Null when it may be shown. Windows include their start and exclude their end. A viewer whose
 * country is not known sees only what may be shown everywhere.
 */
export function findLimitBreach(
  limits: AssetLimits,
  nowMs: number,
  country: string | undefined,
): LimitBreach | null {
  const { servableFromMs, servableUntilMs, endedBy, markets } = limits
  if (servableFromMs !== undefined && !(nowMs >= servableFromMs)) {
    return { kind: 'early', fromMs: servableFromMs }
  }
  if (servableUntilMs !== undefined && !(nowMs < servableUntilMs)) {
    return { kind: 'late', untilMs: servableUntilMs, endedBy }
  }
  if (markets && (country === undefined || !markets.includes(country))) return { kind: 'market' }
  const untilMs = marketEnd(limits, country)
  return untilMs !== undefined && !(nowMs < untilMs) ? { kind: 'marketLate', untilMs } : null
}

function marketEnd(
  { marketsUntilMs }: AssetLimits,
  country: string | undefined,
): number | undefined {
  if (!marketsUntilMs) return undefined
  return country !== undefined && Object.hasOwn(marketsUntilMs, country)
    ? marketsUntilMs[country]
    : marketsUntilMs['*']
}

/** The moments at which it may become showable or stop being so. */
export function listLimitMoments(limits: AssetLimits): number[] {
  const { servableFromMs, servableUntilMs, marketsUntilMs = {} } = limits
  return [servableFromMs, servableUntilMs, ...Object.values(marketsUntilMs)].filter(
    (moment) => moment !== undefined,
  )
}

/** The countries that are told apart. */
export function listLimitCountries({ markets = [], marketsUntilMs = {} }: AssetLimits): string[] {
  return [...markets, ...Object.keys(marketsUntilMs).filter((market) => market !== '*')]
}

export function isLimited(limits: AssetLimits): boolean {
  return limits.markets !== undefined || listLimitMoments(limits).length > 0
}

/** The viewer's country, as far as the context tells it. */
export function countryOf(fields: ContextFields): string | undefined {
  const country = readField(fields, COUNTRY_FIELD)
  return typeof country === 'string' ? country : undefined
}

const ENDS = {
  rights: 'its usage rights ended on',
  approval: 'its approval ended on',
  withdrawal: 'it was taken out on',
} as const
const countryNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'code' })

/** Why it may not be shown, as the end of a sentence; null when it may. */
export function describeLimit(
  limits: AssetLimits,
  nowMs: number,
  country: string | undefined,
): string | null {
  const breach = findLimitBreach(limits, nowMs, country)
  switch (breach?.kind) {
    case undefined:
      return null
    case 'early':
      return `its usage rights begin on ${writeMoment(breach.fromMs)}`
    case 'late':
      return `${ENDS[breach.endedBy ?? 'rights']} ${writeMoment(breach.untilMs)}`
    case 'market':
      return country === undefined
        ? 'it is approved for some countries only, and the viewer’s is not known'
        : `it is not approved for ${nameCountry(country)}`
    case 'marketLate':
      return country === undefined
        ? `its approval for everywhere ended on ${writeMoment(breach.untilMs)}`
        : `its approval for ${nameCountry(country)} ended on ${writeMoment(breach.untilMs)}`
  }
}

function nameCountry(code: string): string {
  return /^[A-Z]{2}$/.test(code) ? (countryNames.of(code) ?? code) : code
}

function writeMoment(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 16).replace('T', ' at ')} UTC`
}
