import { AD_SIZES, type AdSize } from '@/lib/decision/ad-size'

/** Nothing to see, in valid HTML: takes the page's own background. */
export const BLANK_DOCUMENT =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Advertisement</title><style>html,body{margin:0;background:transparent}</style></head><body></body></html>'

/** A decision that nobody took: valid for every reader of the JSON variants, counted by nobody. */
export function writeHouseJson(size: AdSize, reason: string): string {
  const { widthPx, heightPx } = AD_SIZES[size]
  const decision = { decisionId: null, arm: 'fallback', size, widthPx, heightPx, assets: {} }
  return JSON.stringify({
    ...decision,
    html: BLANK_DOCUMENT,
    landingUrl: null,
    token: null,
    urls: null,
    reasons: [reason],
  })
}
