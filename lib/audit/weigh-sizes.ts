import { assembleCreative, type Creative } from '@/lib/creatives/assemble-creative'
import { measureCreativeWeight } from '@/lib/creatives/measure-creative-weight'
import { heaviestProducts, sampleProducts } from '@/lib/creatives/pick-products'
import type { ShownProduct } from '@/lib/decision/decision-record'
import type { SnapshotAsset } from '@/lib/decision/snapshot'
import { AD_SIZES, type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import { type AuditGround, counted, type Element, SIZES } from './audit-ground'
import { type AuditFinding, createFinding } from './audit-finding'
import { quoteAsset } from './describe-place'

/** The connection that loading times are told for: Lighthouse's “slow 4G”. */
export const SLOW_CONNECTION = { bitsPerSecond: 1_638_400, roundTripMs: 150 } as const
/** Connection, TLS, the document, and its pictures, which load at the same time. */
const ROUND_TRIPS = 4
/** IAB LEAN, initial load. */
export const MAX_INITIAL_REQUESTS = 10

export interface SizeWeight {
  readonly size: AdSize
  readonly limitBytes: number
  /** The heaviest ad that the slots can make. */
  readonly heaviestBytes: number
  /** Made of the middle asset of each slot, by weight. */
  readonly typicalBytes: number
  /** The document, and its pictures. */
  readonly requestCount: number
  readonly heaviestLoadMs: number
  readonly typicalLoadMs: number
  /** The heaviest asset, to begin with; null where nothing is shown. */
  readonly heaviest: { readonly slot: string; readonly assetId: string } | null
}

/** Bytes and time of the heaviest and the typical ad of each size. An ad weighs what its parts do. */
export function weighSizes({ slots, draft }: AuditGround): SizeWeight[] {
  const { design } = draft
  return SIZES.map((size, sizeIndex) => {
    const links = { clickUrl: '#', whyUrl: '#', baseUrl: '' }
    const assemble = (
      assets: Readonly<Record<string, SnapshotAsset>>,
      products?: readonly ShownProduct[],
    ): Creative => assembleCreative({ design, assets, size, products, ...links })
    const weighed = slots.flatMap(({ key, elements }) => {
      const own = elements
        .filter((element) => counted(element) && isShown(element, sizeIndex))
        .map(({ asset }) => ({ key, asset, bytes: assemble({ [key]: asset }).weightBytes }))
        .toSorted((a, b) => b.bytes - a.bytes)
      const [first] = own
      const middle = own[Math.floor(own.length / 2)]
      return first && middle ? [{ first, middle }] : []
    })
    const firsts = Object.fromEntries(weighed.map(({ first }) => [first.key, first.asset]))
    const pictured = assemble(firsts)
    const stocked = assemble(firsts, heaviestProducts(design, size))
    const heaviest = stocked.weightBytes > pictured.weightBytes ? stocked : pictured
    const typical = assemble(
      Object.fromEntries(weighed.map(({ middle }) => [middle.key, middle.asset])),
      sampleProducts(design, size),
    )
    const [top] = weighed.map(({ first }) => first).toSorted((a, b) => b.bytes - a.bytes)
    return {
      size,
      limitBytes: measureCreativeWeight(heaviest, size).limitBytes,
      heaviestBytes: heaviest.weightBytes,
      typicalBytes: typical.weightBytes,
      requestCount: 1 + Math.max(countPictures(pictured.html), countPictures(stocked.html)),
      heaviestLoadMs: estimateLoadMs(heaviest.weightBytes),
      typicalLoadMs: estimateLoadMs(typical.weightBytes),
      heaviest: top ? { slot: top.key, assetId: top.asset.id } : null,
    }
  })
}

/** Round trips, and then the bytes at the speed of a slow connection. */
export function estimateLoadMs(bytes: number): number {
  const { bitsPerSecond, roundTripMs } = SLOW_CONNECTION
  return Math.round(ROUND_TRIPS * roundTripMs + (bytes * 8 * 1000) / bitsPerSecond)
}

export function findOverweight(
  { slots, placed }: AuditGround,
  weights: readonly SizeWeight[],
): AuditFinding[] {
  return placed.flatMap((index) => {
    const weight = weights[index]
    if (!weight) return []
    const { size, heaviestBytes, limitBytes, requestCount, heaviest } = weight
    const asset = slots
      .flatMap(({ elements }) => elements)
      .find((element) => element.asset.id === heaviest?.assetId)?.asset
    const kb = (bytes: number) => `${Math.ceil(bytes / 1000)} kB`
    return [
      ...(heaviestBytes > limitBytes && heaviest && asset
        ? [
            createFinding(
              'weight',
              'overweight',
              'error',
              {
                sentence: `The heaviest ad in ${labelAdSize(size)} weighs ${kb(heaviestBytes)}; ${kb(limitBytes)} are allowed.`,
                detail: `${quoteAsset(asset)} is its heaviest part. (IAB New Ad Portfolio, initial load of ${AD_SIZES[size].initialKb} kB.)`,
              },
              { slots: [heaviest.slot], sizes: [size], assetIds: [heaviest.assetId] },
              { kind: 'pause', ...heaviest },
            ),
          ]
        : []),
      ...(requestCount > MAX_INITIAL_REQUESTS
        ? [
            createFinding(
              'weight',
              'requests',
              'warning',
              {
                sentence: `An ad in ${labelAdSize(size)} makes ${requestCount} requests; ${MAX_INITIAL_REQUESTS} are allowed.`,
              },
              { sizes: [size] },
              { kind: 'go_to', step: 'assets', path: 'slots' },
            ),
          ]
        : []),
    ]
  })
}

function isShown({ fits }: Element, sizeIndex: number): boolean {
  const state = fits[sizeIndex]?.state
  return state === 'good' || state === 'limited'
}

function countPictures(html: string): number {
  return html.match(/<(?:img|video) /g)?.length ?? 0
}
