import { nameMarket } from '@/lib/approvals/market'
import type { AssetLimits } from '@/lib/decision/asset-limits'
import type { CampaignDraft, DraftAsset } from './campaign-draft'
import type { Objectives } from './objectives'

type Flight = Pick<Objectives, 'flightStartsAt' | 'flightEndsAt'>

/** Whether the asset may be shown to anybody while the campaign runs. */
export function isShowableInFlight(asset: DraftAsset, objectives: Flight | null): boolean {
  if (!objectives) return true
  const { servableFromMs = -Infinity, servableUntilMs = Infinity } = asset
  return (
    servableFromMs < Date.parse(objectives.flightEndsAt) &&
    servableUntilMs > Date.parse(objectives.flightStartsAt)
  )
}

/**
 * What keeps an asset that nothing decides about (the benchmark's, an override's) from being shown
 * at every moment of the flight and to every viewer, as sentences; none when it can.
 */
export function checkAlwaysShown(
  asset: AssetLimits & { readonly name: string },
  { objectives }: Pick<CampaignDraft, 'objectives'>,
  what = 'The benchmark',
): string[] {
  const { name, servableFromMs, servableUntilMs, endedBy, markets, marketsUntilMs = {} } = asset
  const why = `${what} is shown to everybody for the whole flight`
  const mend = 'or choose something else'
  const found: string[] = []
  if (markets) {
    const where = markets.map(nameMarket).join(', ')
    found.push(`${why}, but “${name}” only in ${where}. Have it approved everywhere ${mend}.`)
  }
  if (!objectives) return found
  const startsAtMs = Date.parse(objectives.flightStartsAt)
  const endsAtMs = Date.parse(objectives.flightEndsAt)
  if (servableFromMs !== undefined && servableFromMs > startsAtMs) {
    found.push(
      `${why}, but the usage rights of “${name}” begin after it does. Start later ${mend}.`,
    )
  }
  if (servableUntilMs !== undefined && servableUntilMs < endsAtMs) {
    const what = endedBy === 'approval' ? 'the approval' : 'the usage rights'
    found.push(`${why}, but ${what} of “${name}” end before it does. Renew them ${mend}.`)
  }
  const early = Object.keys(marketsUntilMs).filter(
    (market) =>
      (marketsUntilMs[market] ?? Infinity) < Math.min(endsAtMs, servableUntilMs ?? Infinity),
  )
  if (early.length > 0) {
    const where = early.map(nameMarket).join(', ')
    found.push(`${why}, but “${name}” is approved for less than that (${where}). Renew it ${mend}.`)
  }
  return found
}
