import {
  COUNTRY_FIELD,
  findLimitBreach,
  isLimited,
  listLimitCountries,
  listLimitMoments,
} from './asset-limits'
import { restrictEligibility, type EligibilityState } from './eligibility-state'
import type { FieldIndex, FieldValues } from './field-index'
import type { PreparedSlot } from './prepare-snapshot'
import type { Snapshot } from './snapshot'

/** From one moment of change to the next nothing changes: states are worked out once a country. */
interface Period {
  readonly fromMs: number
  readonly untilMs: number
  readonly states: Map<string, readonly EligibilityState[]>
}

/** A country that no limit names, and one that is not known: both see what is for everywhere. */
const ELSEWHERE = ''

/**
 * What may be shown when and where. Eligibility changes at a few moments only, and countries that
 * no asset names are alike: a decision looks its slots up and does no work for each asset.
 */
export class Admission {
  private readonly moments: readonly number[]
  private readonly countries: ReadonlySet<string>
  private period: Period | null = null

  constructor(
    private readonly assets: Snapshot['assets'],
    private readonly slots: readonly PreparedSlot[],
    /** Where the field values have the viewer's country; -1 where no limit is by country. */
    private readonly countryIndex: number,
  ) {
    const limits = Object.values(assets)
    this.moments = [...new Set(limits.flatMap(listLimitMoments))].sort((a, b) => a - b)
    this.countries = new Set(limits.flatMap(listLimitCountries))
  }

  /**
   * Of each slot, what may be shown. A slot of which nothing may be shown has its benchmark's
   * asset, and none at all if that may not be shown either.
   */
  statesAt(nowMs: number, values: FieldValues): readonly EligibilityState[] {
    const period = this.periodOf(nowMs)
    const country = this.countryAmong(values)
    const known = period.states.get(country)
    if (known) return known
    const states = this.slots.map((slot) => this.admit(slot, nowMs, country || undefined))
    period.states.set(country, states)
    return states
  }

  /** Whether all of these assets may be shown: the benchmark is chosen without asking. */
  admits(assetIds: Iterable<string>, nowMs: number, country: string | undefined): boolean {
    for (const id of assetIds) if (!this.maySee(id, nowMs, country)) return false
    return true
  }

  private admit(slot: PreparedSlot, nowMs: number, country: string | undefined): EligibilityState {
    const left = slot.assetIds.filter((id) => this.maySee(id, nowMs, country))
    if (left.length === slot.assetIds.length) return slot.eligibility
    const { benchmarkAssetId } = slot
    if (left.length === 0 && this.maySee(benchmarkAssetId, nowMs, country)) {
      left.push(benchmarkAssetId)
    }
    return restrictEligibility(slot.eligibility, left)
  }

  private maySee(assetId: string, nowMs: number, country: string | undefined): boolean {
    const limits = this.limitsOf(assetId)
    return limits === undefined || findLimitBreach(limits, nowMs, country) === null
  }

  private limitsOf(assetId: string) {
    return Object.hasOwn(this.assets, assetId) ? this.assets[assetId] : undefined
  }

  private countryAmong(values: FieldValues): string {
    const country = this.countryIndex < 0 ? undefined : values[this.countryIndex]
    return typeof country === 'string' && this.countries.has(country) ? country : ELSEWHERE
  }

  private periodOf(nowMs: number): Period {
    const { period, moments } = this
    if (period && nowMs >= period.fromMs && nowMs < period.untilMs) return period
    const next = moments.findIndex((moment) => moment > nowMs)
    const last = next < 0 ? moments.length - 1 : next - 1
    this.period = {
      fromMs: moments[last] ?? -Infinity,
      untilMs: next < 0 ? Infinity : (moments[next] ?? Infinity),
      states: new Map(),
    }
    return this.period
  }
}

/** Null where no asset is limited: then nothing is asked at all. */
export function createAdmission(
  { assets }: Snapshot,
  slots: readonly PreparedSlot[],
  fields: FieldIndex,
): Admission | null {
  const limited = Object.values(assets).filter(isLimited)
  if (limited.length === 0) return null
  const isByCountry = limited.some((asset) => listLimitCountries(asset).length > 0)
  return new Admission(assets, slots, isByCountry ? fields.indexOf(COUNTRY_FIELD) : -1)
}
