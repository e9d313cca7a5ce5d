import { AD_SIZES, type AdSize, isFluid } from '@/lib/decision/ad-size'

/** Nothing to see, in valid HTML: takes the page's own background. */
export const BLANK_DOCUMENT =
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Advertisement</title><style>html,body{margin:0;background:transparent}</style></head><body></body></html>'

/**
 * A decision that nobody took: valid for every reader of the JSON variants, counted by nobody.
 * `html` is the campaign's benchmark wherever there is a campaign.
 */
export function writeHouseJson(size: AdSize, reason: string, html = BLANK_DOCUMENT): string {
  const { widthPx, heightPx } = AD_SIZES[size]
  const decision = { decisionId: null, arm: 'fallback', size, widthPx, heightPx, assets: {} }
  return JSON.stringify({
    ...decision,
    html,
    ...(isFluid(size) && { isFluid: true }),
    landingUrl: null,
    token: null,
    urls: null,
    reasons: [reason],
  })
}
