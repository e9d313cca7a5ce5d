import type { AssetLimits } from '@/lib/decision/asset-limits'
import type { Clearance } from './evaluate-approvals'
import { EVERYWHERE } from './market'

/** Where and when an asset may be used at all. Times are milliseconds since the epoch. */
export interface UsageRights {
  /** Countries; everywhere when empty. */
  readonly markets: readonly string[]
  readonly startAtMs: number | null
  readonly endAtMs: number | null
}

/** A country whose approval outlasts that for everywhere, for good. */
const FOR_GOOD_MS = Number.MAX_SAFE_INTEGER

/**
 * Rights and approvals together: an asset may be shown where and while both hold. Null when that is
 * nowhere, ever.
 */
export function limitAsset(rights: UsageRights, clearance: Clearance): AssetLimits | null {
  const ends = listMarketEnds(rights, clearance)
  if (ends.size === 0) return null
  const approvedUntilMs = Math.max(...ends.values())
  const rightsUntilMs = rights.endAtMs ?? Infinity
  const untilMs = Math.min(rightsUntilMs, approvedUntilMs)
  if ((rights.startAtMs ?? -Infinity) >= untilMs) return null
  const early = [...ends].some(([, endMs]) => endMs < untilMs)
  return {
    ...(rights.startAtMs !== null && { servableFromMs: rights.startAtMs }),
    ...(untilMs < Infinity && {
      servableUntilMs: untilMs,
      endedBy: rightsUntilMs <= approvedUntilMs ? ('rights' as const) : ('approval' as const),
    }),
    ...(!ends.has(EVERYWHERE) && { markets: [...ends.keys()] }),
    ...(early && {
      marketsUntilMs: Object.fromEntries(
        [...ends].map(([market, endMs]) => [market, Math.min(endMs, FOR_GOOD_MS)]),
      ),
    }),
  }
}

/** When the approval ends, by market; `*` only where nothing limits it to countries. */
function listMarketEnds(
  { markets }: UsageRights,
  { everywhereUntilMs, countries }: Clearance,
): Map<string, number> {
  const own = new Map(countries.map(({ country, untilMs }) => [country, untilMs]))
  const wanted = markets.length > 0 ? markets : [EVERYWHERE, ...own.keys()]
  return new Map(
    wanted.flatMap((market): [string, number][] => {
      const untilMs = own.get(market) ?? everywhereUntilMs
      return untilMs === null ? [] : [[market, untilMs]]
    }),
  )
}
