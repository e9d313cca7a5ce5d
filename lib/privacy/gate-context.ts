import type { Scalar } from '@/lib/decision/condition'
import type { AdContext } from '@/lib/decision/context'
import type { ConsentDecision } from './consent-decision'

/** Everything a request knows, before consent. Absent or null means not known. */
export interface RawContext {
  readonly device?: {
    readonly deviceClass: string
    readonly os: string
    readonly browser: string
  } | null
  readonly language?: string | null
  /** From the edge. Only codes pass: ISO 3166-1 country, ISO 3166-2 subdivision. */
  readonly place?: { readonly country?: string | null; readonly region?: string | null } | null
  readonly time?: {
    readonly hour: number
    readonly weekday: string
    readonly daypart: string
    readonly date: string
  } | null
  readonly pageCategory?: string | null
  /** Published feed values the snapshot reads, by full field name: `weather.condition` … */
  readonly feeds?: Readonly<Record<string, Scalar>>
  readonly profile?: {
    /** The consent flag stored with the profile when it was collected. */
    readonly hasConsent: boolean
    readonly attributes: Readonly<Record<string, Scalar>>
  } | null
  /** Never enters a decision; named here so that it can be kept out of the attributes too. */
  readonly visitorId?: string | null
}

declare const gated: unique symbol
/** An `AdContext` that passed the gate: serving asks for this type, and only the gate makes it. */
export type GatedContext = AdContext & { readonly [gated]: true }

const reservedPrefixes = new Set([
  'device',
  'locale',
  'place',
  'time',
  'page',
  'profile',
  'visitor',
])
const identifierAttributes = new Set([
  'id',
  'visitorId',
  'externalId',
  'customerId',
  'email',
  'phone',
])

/**
 * Builds the only context a decision sees. Contextual fields always pass; `profile.*` only when
 * the request allows both `profiles` and `personalisedAds` and the profile's own consent flag is
 * set. The visitor's identifier is never in it. Values of a wrong shape are left out.
 */
export function gateContext(raw: RawContext, consent: ConsentDecision): GatedContext {
  const fields: Record<string, Scalar> = {}
  addFeeds(fields, raw.feeds)
  if (raw.device) {
    fields['device.class'] = raw.device.deviceClass
    fields['device.os'] = raw.device.os
    fields['device.browser'] = raw.device.browser
  }
  const language = raw.language?.match(/^[a-z]{2,3}(?![a-z])/i)?.[0]
  if (language) fields['locale.language'] = language.toLowerCase()
  addPlace(fields, raw.place)
  if (raw.time) {
    fields['time.hour'] = raw.time.hour
    fields['time.weekday'] = raw.time.weekday
    fields['time.daypart'] = raw.time.daypart
    fields['time.date'] = raw.time.date
  }
  if (isScalar(raw.pageCategory)) fields['page.category'] = raw.pageCategory
  if (mayUseProfile(raw, consent)) addProfile(fields, raw)
  return { fields, purposes: consent.purposes } as GatedContext
}

/** Whether a decision may read the visitor's profile. Ask before the profile is looked up. */
export function mayUseProfile(
  raw: Pick<RawContext, 'profile'>,
  { purposes }: Pick<ConsentDecision, 'purposes'>,
): boolean {
  return (
    raw.profile?.hasConsent === true &&
    purposes.includes('profiles') &&
    purposes.includes('personalisedAds')
  )
}

function addFeeds(fields: Record<string, Scalar>, feeds: RawContext['feeds']): void {
  for (const name in feeds) {
    const value = feeds[name]
    const dot = name.indexOf('.')
    if (dot > 0 && !reservedPrefixes.has(name.slice(0, dot)) && isScalar(value)) {
      fields[name] = value
    }
  }
}

function addPlace(fields: Record<string, Scalar>, place: RawContext['place']): void {
  const country = place?.country?.toUpperCase()
  const region = place?.region?.toUpperCase()
  if (!country || !/^[A-Z]{2}$/.test(country)) return
  fields['place.country'] = country
  // A name, a postcode or coordinates are finer than a subdivision code: they do not match.
  const code = region?.startsWith(`${country}-`) ? region.slice(3) : region
  if (code && /^(?=.*[A-Z]|\d{1,2}$)[A-Z0-9]{1,3}$/.test(code)) {
    fields['place.region'] = `${country}-${code}`
  }
}

function addProfile(fields: Record<string, Scalar>, { profile, visitorId }: RawContext): void {
  for (const [name, value] of Object.entries(profile?.attributes ?? {})) {
    const isIdentifier = identifierAttributes.has(name) || (visitorId && value === visitorId)
    if (!isIdentifier && isScalar(value)) fields[`profile.${name}`] = value
  }
}

function isScalar(value: unknown): value is Scalar {
  if (typeof value === 'string') return value.length <= 256
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}
