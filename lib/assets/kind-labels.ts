import type { AssetKind } from '@/lib/decision/snapshot'

/** A kind of asset in people's words. */
export const KIND_LABELS: Record<AssetKind, string> = {
  image: 'Picture',
  logo: 'Logo',
  background: 'Background',
  headline: 'Headline',
  body: 'Body text',
  cta: 'Call to action',
  disclaimer: 'Disclaimer',
  theme: 'Colour theme',
  video: 'Video',
}
