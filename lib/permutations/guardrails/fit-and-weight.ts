import { assembleCreative } from '@/lib/creatives/assemble-creative'
import { coverageOfSizes } from '@/lib/creatives/coverage'
import { AD_SIZES, type AdSize, labelAdSize } from '@/lib/decision/ad-size'
import { heaviestProducts } from '@/lib/creatives/pick-products'
import type { ShownProduct } from '@/lib/decision/decision-record'
import type { Violation } from '@/lib/permutations/prove'
import type { SnapshotAsset } from '@/lib/decision/snapshot'
import { boxesOfElements, type Guardrail, type ProofSubject } from './guardrail'

/** As long as click macros, the sealed token and the address of the landing page mostly are. */
const LINK = `https://example.com/${'x'.repeat(1_500)}`

/** Copy that is cut, in each size. */
export function listFitGuardrails({ kit, slots, design, sizes }: ProofSubject): Guardrail[] {
  const copy = slots.filter(({ assets }) => assets.some(({ asset }) => asset.text !== null))
  return sizes.map((size) => {
    const cells = coverageOfSizes(
      design,
      copy.map(({ key, kind, assets }) => ({
        key,
        kind,
        assets: assets.map(({ asset }) => asset),
      })),
      [size],
    )
    const cut = new Map(cells.map(({ slot, issues }) => [slot, issues.map((one) => one.assetId)]))
    const [first] = cells.flatMap(({ issues }) => issues)
    return {
      id: `text_fit:${size}`,
      kind: 'text_fit',
      title: 'All copy fits',
      guard: kit.textFit,
      sizes: [size],
      violation: {
        kind: 'boxes',
        boxes: boxesOfElements(
          slots,
          ({ asset }, { key }) => cut.get(key)?.includes(asset.id) ?? false,
        ),
      },
      fix: first ? `${first.message} Shorten it, or leave it out.` : '',
    }
  })
}

/**
 * The initial load of each size. Every slot of a combination is filled, so the weight of an ad is
 * that of one ad, and for each slot what another asset adds to it: once with the picture, and where
 * products may stand in its place, once with the heaviest of those.
 */
export function listWeightGuardrails(subject: ProofSubject): Guardrail[] {
  const { kit, slots, sizes, design } = subject
  if (slots.some(({ assets }) => assets.length === 0)) return []
  return sizes.flatMap((size) => {
    const limitKb = AD_SIZES[size].initialKb
    const usual = {
      kind: 'weight',
      title: `At most ${limitKb} kB before anything is loaded later`,
      guard: kit.weight,
      sizes: [size],
    } as const
    const products = heaviestProducts(design, size)
    const pictured: Guardrail = {
      ...{ ...usual, id: `weight:${size}`, violation: violationOf(subject, size, undefined) },
      fix: `Take the heaviest picture out of the ad, or upload it again: ${labelAdSize(size)} may weigh ${limitKb} kB.`,
    }
    if (!products) return [pictured]
    const stocked: Guardrail = {
      ...{ ...usual, id: `weight:${size}:products` },
      title: `${usual.title}, with the heaviest products`,
      violation: violationOf(subject, size, products),
      fix: `Take the product with the heaviest picture out of the ad: ${labelAdSize(size)} may weigh ${limitKb} kB.`,
    }
    return [pictured, stocked]
  })
}

function violationOf(
  subject: ProofSubject,
  size: AdSize,
  products: readonly ShownProduct[] | undefined,
): Violation {
  const { slots } = subject
  const first = slots.map(({ assets }) => assets[0]?.asset)
  const weighAll = (chosen: typeof first) => weigh(subject, size, chosen, products)
  const wholeBytes = weighAll(first)
  const added = slots.map(({ assets }, slot) =>
    assets.map(({ asset }) => weighAll(first.with(slot, asset)) - wholeBytes),
  )
  const least = added.map((own) => Math.min(...own))
  return {
    kind: 'sum',
    weights: added.map((own, slot) => own.map((bytes) => bytes - (least[slot] ?? 0))),
    limit:
      AD_SIZES[size].initialKb * 1000 - wholeBytes - least.reduce((sum, bytes) => sum + bytes, 0),
  }
}

function weigh(
  { slots, design }: ProofSubject,
  size: AdSize,
  chosen: readonly (SnapshotAsset | undefined)[],
  products: readonly ShownProduct[] | undefined,
): number {
  const assets: Record<string, SnapshotAsset> = {}
  for (const [slot, { key }] of slots.entries()) {
    const asset = chosen[slot]
    if (asset) assets[key] = asset
  }
  const links = { clickUrl: LINK, whyUrl: LINK, baseUrl: '' }
  return assembleCreative({ design, assets, size, products, ...links }).weightBytes
}
