import { resolveAssets } from '@/lib/creatives/resolve-assets'
import { countryOf } from '@/lib/decision/asset-limits'
import { decide } from '@/lib/decision/decide'
import type { DecisionInput } from '@/lib/decision/decision-input'
import type { DecisionRecord } from '@/lib/decision/decision-record'
import { fallbackDecision } from '@/lib/decision/fallback-decision'
import type { PreparedSnapshot } from '@/lib/decision/prepare-snapshot'
import { showProducts } from '@/lib/decision/show-products'
import { resolveSegments } from '@/lib/decision/resolve-segments'
import { sealDecision } from '@/lib/events/server/decision-token'
import type { AdRequest } from '@/lib/http/ad-exchange'
import { type ConsentDecision, withoutOptedOut } from '@/lib/privacy/consent-decision'
import type { ConsentSignals } from '@/lib/privacy/consent-signals'
import { gateContext, type RawContext } from '@/lib/privacy/gate-context'
import { createAdLinks } from '@/lib/serve/ad-links'
import { deriveTimeFields } from '@/lib/serve/derive-time-fields'
import type { FeedIndex } from '@/lib/serve/feed-fields'
import { parseDevice } from '@/lib/serve/parse-device'
import type { ServeParameters } from '@/lib/serve/serve-parameters'
import type { DecidedAd } from '@/lib/serve/write-ad'
import type { LiveCampaign, LivePlacement } from './live-campaign'
import { takeDecisionId, takeSeed } from './random-pool'
import type { Visitor } from './visitor-memory'
import { hashVisitorId, sealVisitor } from './visitor-reference'

export interface ServeSetup {
  readonly baseUrl: string
  readonly countryHeader: string | null
  readonly regionHeader: string | null
  evaluateConsent(signals: ConsentSignals, nowMs: number): ConsentDecision
  feedsOf(workspaceId: string): FeedIndex
  findVisitor(workspaceId: string, visitorHash: string): Visitor | Promise<Visitor>
}

/** Where, for whom and when: all that one decision needs. */
export interface Slot {
  readonly placement: LivePlacement
  readonly campaign: LiveCampaign
  readonly parameters: ServeParameters
  readonly request: AdRequest
  readonly nowMs: number
}

/** The visitor as far as consent lets them be known. */
interface Audience {
  readonly consent: ConsentDecision
  readonly profile: RawContext['profile']
  /** Sealed; set when the site named somebody we may look up, or might but for their opt-out. */
  readonly visitorReference: string | null
}

/**
 * Decides and seals one ad; null when even the benchmark may not be shown there and then (its rights
 * or its approval ended since it was published). Asynchronous only for a visitor who is not in memory.
 */
export function serveAd(
  setup: ServeSetup,
  slot: Slot,
): DecidedAd | null | Promise<DecidedAd | null> {
  const audience = findAudience(setup, slot)
  return audience instanceof Promise
    ? audience.then((found) => decideAd(setup, slot, found))
    : decideAd(setup, slot, audience)
}

function findAudience(setup: ServeSetup, slot: Slot): Audience | Promise<Audience> {
  const { parameters, placement, nowMs } = slot
  const consent = setup.evaluateConsent(parameters.signals, nowMs)
  const visitorHash = findVisitorHash(setup, parameters, consent, nowMs)
  if (visitorHash === null) return { consent, profile: null, visitorReference: null }
  if (!mayLookUp(consent)) {
    return { consent, profile: null, visitorReference: sealVisitor(visitorHash) }
  }
  const apply = (visitor: Visitor): Audience => {
    const visitorReference = sealVisitor(visitorHash)
    if (visitor.kind === 'known') return { consent, profile: visitor.profile, visitorReference }
    return {
      consent: withoutVisitor(setup, slot, consent, visitor),
      profile: null,
      visitorReference,
    }
  }
  const visitor = setup.findVisitor(placement.workspaceId, visitorHash)
  return visitor instanceof Promise ? visitor.then(apply) : apply(visitor)
}

/**
 * The visitor the site named, where the viewer's consent covers it. Somebody who opted out in this
 * browser is not looked up, but stays named in the link: else they could not take it back.
 */
function findVisitorHash(
  setup: ServeSetup,
  { visitorId, signals }: ServeParameters,
  consent: ConsentDecision,
  nowMs: number,
): string | null {
  if (visitorId === null) return null
  const isCovered =
    mayLookUp(consent) ||
    (signals.hasOptedOut &&
      mayLookUp(setup.evaluateConsent({ ...signals, hasOptedOut: false }, nowMs)))
  return isCovered ? hashVisitorId(visitorId) : null
}

/** Before anything is read about a visitor, the request itself must allow it. */
function mayLookUp({ purposes }: ConsentDecision): boolean {
  return purposes.includes('profiles') && purposes.includes('personalisedAds')
}

function withoutVisitor(
  setup: ServeSetup,
  { parameters, nowMs }: Slot,
  consent: ConsentDecision,
  visitor: Exclude<Visitor, { kind: 'known' }>,
): ConsentDecision {
  if (visitor.kind === 'optedOut') {
    return setup.evaluateConsent({ ...parameters.signals, hasOptedOut: true }, nowMs)
  }
  // Whoever can't be looked up may have opted out.
  return {
    ...consent,
    purposes: withoutOptedOut(consent.purposes),
    reasons: [...consent.reasons, 'The visitor could not be looked up in time.'],
  }
}

function decideAd(setup: ServeSetup, slot: Slot, audience: Audience): DecidedAd | null {
  const { campaign, parameters } = slot
  const { record, token } = decideAndSeal(setup, slot, audience)
  if (!mayBeShown(campaign.prepared, record)) return null
  const { baseUrl } = setup
  return {
    record,
    snapshot: campaign.snapshot,
    token,
    links: createAdLinks(baseUrl, token, parameters.clickPrefix, audience.visitorReference),
    hasClickPrefix: parameters.clickPrefix !== null,
    consentReasons: audience.consent.reasons,
    baseUrl,
  }
}

/** What is drawn holds to its limits; the benchmark and overrides of a size were not asked yet. */
function mayBeShown({ admission, snapshot }: PreparedSnapshot, record: DecisionRecord): boolean {
  if (admission === null) return true
  const shown = Object.values(resolveAssets(snapshot, record)).map(({ id }) => id)
  return admission.admits(shown, record.decidedAtMs, countryOf(record.fields))
}

/** Whatever fails between the context and the token, the benchmark is left, with the reason. */
function decideAndSeal(
  setup: ServeSetup,
  slot: Slot,
  { consent, profile }: Audience,
): { record: DecisionRecord; token: string } {
  const { campaign, placement, nowMs } = slot
  const input: DecisionInput = {
    id: takeDecisionId(nowMs),
    placementId: placement.id,
    size: placement.size,
    fields: {},
    segmentIds: [],
    purposes: consent.purposes,
    feedVersion: 0,
    seed: takeSeed(),
    nowMs,
  }
  const { prepared, policy } = campaign
  try {
    const feeds = setup.feedsOf(placement.workspaceId)
    const context = gateContext({ ...readContext(setup, slot, feeds), profile }, consent)
    const segmentIds = resolveSegments(prepared, context)
    const { fields } = context
    const complete = { ...input, fields, segmentIds, feedVersion: feeds.version }
    const decided = decide(prepared, complete, policy).record
    // The benchmark is static: what it is compared with is everything that is not.
    const products =
      decided.arm === 'dynamic' ? campaign.products(feeds, placement.size, nowMs) : undefined
    const record = showProducts(campaign.snapshot, decided, products)
    return { record, token: sealDecision(record) }
  } catch {
    const { record } = fallbackDecision(prepared, input, policy.version, 'serving failed')
    return { record, token: sealDecision(record) }
  }
}

function readContext(setup: ServeSetup, slot: Slot, feeds: FeedIndex): RawContext {
  const { request, parameters, campaign, placement, nowMs } = slot
  const country = readPlace(request, setup.countryHeader)
  const region = readPlace(request, setup.regionHeader)
  return {
    device: parseDevice(request.header('user-agent'), {
      mobile: request.header('sec-ch-ua-mobile'),
      platform: request.header('sec-ch-ua-platform'),
    }),
    language: parameters.language,
    place: country === null ? null : { country, region },
    time: deriveTimeFields(nowMs, campaign.snapshot.timeZone),
    pageCategory: parameters.pageCategory ?? placement.pageCategory,
    feeds: campaign.feedFields(feeds, country, region, nowMs),
  }
}

function readPlace(request: AdRequest, header: string | null): string | null {
  const value = header === null ? null : request.header(header)
  return value !== null && value.length <= 6 ? value.toUpperCase() : null
}
