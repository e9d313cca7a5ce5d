import type { DecisionRecord } from '@/lib/decision/decision-record'
import type { Snapshot } from '@/lib/decision/snapshot'
import { assembleCreative, type Creative, type CreativeInput } from './assemble-creative'
import { sampleProducts } from './pick-products'
import { resolveAssets } from './resolve-assets'

export type CreativeLinks = Pick<CreativeInput, 'clickUrl' | 'whyUrl' | 'baseUrl'>

/** Everything that makes an ad out of a snapshot, so that what is previewed is what is served. */
export type CreativeSource = Pick<Snapshot, 'assets' | 'design' | 'landingUrl'> & {
  readonly experiment: Pick<Snapshot['experiment'], 'benchmark'>
}

/**
 * The ad of a decision: the one way from a snapshot to HTML, for serving and for looking at it.
 * Without links those that count nowhere: the landing page and the page about ads.
 */
export function renderDecision(
  snapshot: CreativeSource,
  decision: Pick<DecisionRecord, 'assets' | 'size' | 'products'>,
  links: CreativeLinks = { clickUrl: snapshot.landingUrl, whyUrl: '/why', baseUrl: '' },
): Creative {
  return assembleCreative({
    design: snapshot.design,
    assets: resolveAssets(snapshot, decision),
    size: decision.size,
    products: decision.products,
    ...links,
  })
}

/** An ad to look at, with its products as if all were in stock. */
export function renderSample(
  snapshot: CreativeSource,
  { assets, size }: { assets: Readonly<Record<string, string>>; size: DecisionRecord['size'] },
): Creative {
  const products = sampleProducts(snapshot.design, size)
  return renderDecision(snapshot, { assets: { ...assets }, size, ...(products && { products }) })
}

/** The campaign's static creative in one size: what is left whenever a decision fails. */
export function renderBenchmark(
  snapshot: CreativeSource,
  size: DecisionRecord['size'],
  links?: CreativeLinks,
): Creative {
  return renderDecision(snapshot, { assets: snapshot.experiment.benchmark, size }, links)
}
