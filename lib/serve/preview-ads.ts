import { countTiles, pickProducts, type ProductStanding } from '@/lib/creatives/pick-products'
import type { AdSize } from '@/lib/decision/ad-size'
import type { Scalar } from '@/lib/decision/condition'
import type { AdContext } from '@/lib/decision/context'
import { decide } from '@/lib/decision/decide'
import type { DecisionInput } from '@/lib/decision/decision-input'
import type { DecisionRecord, ShownProduct } from '@/lib/decision/decision-record'
import { explainDecision } from '@/lib/decision/explain-decision'
import type { Policy } from '@/lib/decision/policy'
import type { PreparedSnapshot } from '@/lib/decision/prepare-snapshot'
import { resolveSegments } from '@/lib/decision/resolve-segments'
import type { Snapshot } from '@/lib/decision/snapshot'
import { explainChoices } from '@/lib/learning/explain-choices'
import type { Posterior } from '@/lib/learning/posterior'
import { allPurposes } from '@/lib/privacy/consent-decision'
import { gateContext } from '@/lib/privacy/gate-context'
import { dayparts, deriveTimeFields } from './derive-time-fields'
import { chooseByHand, renderPreview } from './render-preview'
import type { PreviewAd, PreviewRequest, PreviewViewer } from './preview-api'

/** No event carries it: a preview is never counted. */
const PREVIEW_DECISION_ID = '00000000-0000-7000-8000-000000000000'

export interface PreviewSetup {
  readonly prepared: PreparedSnapshot
  readonly policy: Policy
  /** What the policy believes; null where nothing was learnt. */
  readonly posterior: Posterior | null
  /** What the feeds say now, by full field name. */
  readonly feedFields: Readonly<Record<string, Scalar>>
  /** What the stock feed says of a product now. */
  productStanding(productId: string): ProductStanding | null
  readonly nowMs: number
}

/** Where everybody sees an assembled ad: for looking at rules and learner alone. */
export function withoutSplit(snapshot: Snapshot): Snapshot {
  const experiment = { ...snapshot.experiment, trafficShare: 1, holdoutShare: 0, segmentIds: [] }
  return { ...snapshot, experiment }
}

/**
 * The ads an imagined viewer would get, decided and explained by the engine that serves, once for
 * each seed. Outside of the flight the nearest moment inside it is taken. Nothing is recorded.
 */
export function previewAds(
  setup: PreviewSetup,
  { size, seeds, as, sizes, chosen }: PreviewRequest,
): { ads: PreviewAd[]; fields: AdContext['fields'] } {
  const { prepared, policy } = setup
  const { flight } = prepared.snapshot
  const nowMs = Math.min(Math.max(setup.nowMs, flight.startsAtMs), flight.endsAtMs - 1)
  const context = imagineContext(setup, as, nowMs)
  const known = prepared.segments.map(({ id }) => id)
  const segmentIds = as.segmentIds
    ? known.filter((id) => as.segmentIds?.includes(id))
    : resolveSegments(prepared, context)
  const input: Omit<DecisionInput, 'seed'> = {
    id: PREVIEW_DECISION_ID,
    placementId: prepared.snapshot.placements[0]?.id ?? '',
    size,
    fields: context.fields,
    segmentIds,
    purposes: context.purposes,
    feedVersion: 0,
    nowMs,
  }
  const standingOf = imagineStock(setup, as)
  const ads = seeds.map((seed) =>
    toPreviewAd(setup, decide(prepared, { ...input, seed }, policy).record, {
      ...{ sizes, chosen },
      productsIn: (shownSize) => pickProducts(prepared.snapshot.design, shownSize, standingOf),
    }),
  )
  return { ads, fields: context.fields }
}

function imagineContext(
  { prepared, feedFields }: PreviewSetup,
  { deviceClass, hour, fields }: PreviewViewer,
  nowMs: number,
): AdContext {
  const clock = deriveTimeFields(nowMs, prepared.snapshot.timeZone)
  const wall = hour ?? clock.hour
  const text = (name: string): string | null => {
    const value = fields[name]
    return value === undefined ? null : String(value)
  }
  const attributes = Object.entries(fields)
    .filter(([name]) => name.startsWith('profile.'))
    .map(([name, value]) => [name.slice('profile.'.length), value])
  return gateContext(
    {
      device: {
        deviceClass,
        os: text('device.os') ?? 'other',
        browser: text('device.browser') ?? 'other',
      },
      language: text('locale.language') ?? 'en',
      place: { country: text('place.country'), region: text('place.region') },
      time: {
        hour: wall,
        daypart: dayparts[Math.floor(wall / 6)] ?? clock.daypart,
        weekday: text('time.weekday') ?? clock.weekday,
        date: text('time.date') ?? clock.date,
      },
      pageCategory: text('page.category'),
      // The gate lets no other name of its own pass as a feed.
      feeds: { ...feedFields, ...fields },
      profile: { hasConsent: true, attributes: Object.fromEntries(attributes) },
    },
    { purposes: allPurposes, jurisdiction: 'none', reasons: [], optedOut: false },
  )
}

/** What a person imagines of a product's stock wins over what the feed says of it. */
function imagineStock(
  { productStanding }: PreviewSetup,
  { fields }: PreviewViewer,
): PreviewSetup['productStanding'] {
  return (id) => {
    const standing = productStanding(id)
    const availability = fields[`stock.${id}`]
    const quantity = fields[`stock.${id}.quantity`]
    if (availability === undefined && quantity === undefined) return standing
    const isInStock = availability !== 'out_of_stock' && quantity !== 0
    return { priceMicros: null, currency: null, ...standing, isInStock }
  }
}

interface LookWish extends Pick<PreviewRequest, 'sizes' | 'chosen'> {
  productsIn(size: AdSize): readonly ShownProduct[] | undefined
}

function toPreviewAd(
  { prepared, policy, posterior }: PreviewSetup,
  record: DecisionRecord,
  { sizes, chosen, productsIn }: LookWish,
): PreviewAd {
  const { snapshot } = prepared
  const assets = chooseByHand(snapshot, record.assets, chosen)
  // As served: the benchmark shows none.
  const render = (size: AdSize) =>
    renderPreview(snapshot, assets, size, record.arm === 'dynamic' ? productsIn(size) : undefined)
  const { html, weightBytes } = render(record.size)
  const explained = explainDecision(prepared, record, policy)
  const choices = posterior ? explainChoices(posterior, record, explained) : []
  return {
    seed: record.seed,
    arm: record.arm,
    reason: explained.reason.text,
    html,
    weightBytes,
    renderings: sizes.map(render),
    isByHand: assets !== record.assets,
    propensity: record.propensity,
    slots: explained.slots.map(({ slot, kind, eligible, excluded }) => ({
      slot,
      kind,
      eligible: [...eligible],
      excluded: [...excluded],
      choice: choices.find((choice) => choice.slot === slot) ?? null,
    })),
    rules: explained.rules.map(({ ruleId, name, outcome, text }) => ({
      ruleId,
      name,
      outcome,
      text,
    })),
    pairs: [...explained.pairs],
    segments: [...explained.segments],
    products: describeProducts(snapshot, record, productsIn(record.size) ?? []),
  }
}

function describeProducts(
  { design }: Snapshot,
  { size, arm }: DecisionRecord,
  shown: readonly ShownProduct[],
): PreviewAd['products'] {
  const needed = countTiles(design, size)
  if (needed === 0 || !design.products || arm !== 'dynamic') return null
  return {
    needed,
    shown: shown.flatMap(({ id, priceMicros }) => {
      const product = design.products?.find((each) => each.id === id)
      return product ? [{ id, name: product.name, priceMicros, currency: product.currency }] : []
    }),
  }
}
