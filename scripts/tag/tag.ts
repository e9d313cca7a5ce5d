import { readConsent } from './read-consent'
import { report, whenViewable } from './report-view'

interface TagAd {
  token: string | null
  widthPx: number
  heightPx: number
  /** As wide as its place; `widthPx` is the least it needs. */
  isFluid?: true
  html: string
}

/** Attribute of the script to parameter of the serve request. */
const PARAMETERS = {
  category: 'category',
  consent: 'consent',
  visitor: 'uid',
  locale: 'locale',
  click: 'click',
  gdpr: 'gdpr',
  gdprConsent: 'gdpr_consent',
  gpp: 'gpp',
  gppSid: 'gpp_sid',
  usPrivacy: 'us_privacy',
} as const

const SANDBOX =
  'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation'

function createFrame(widthPx: number | string, heightPx: number | string): HTMLIFrameElement {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', SANDBOX)
  frame.title = 'Advertisement'
  frame.width = String(widthPx)
  frame.height = String(heightPx)
  frame.style.cssText = 'border:0;display:block;overflow:hidden'
  return frame
}

async function run(script: HTMLScriptElement): Promise<void> {
  const { origin } = new URL(script.src)
  const { dataset } = script
  const [width, height] = (dataset.size ?? '').split('x')
  // With data-size the place is taken before the answer comes: nothing on the page moves.
  const reserved = width && height ? createFrame(width, height) : null
  if (reserved) script.before(reserved)

  const query = new URLSearchParams({ format: 'tag', ...(await readConsent()) })
  for (const [attribute, name] of Object.entries(PARAMETERS)) {
    const value = dataset[attribute]
    if (value !== undefined) query.set(name, value)
  }
  if ((navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) query.set('gpc', '1')
  const path = `${origin}/api/serve/${encodeURIComponent(dataset.placement ?? '')}`
  const response = await fetch(`${path}?${query}`)
  if (response.status !== 200) return
  const ad = (await response.json()) as TagAd

  const adWidth = ad.isFluid ? '100%' : String(ad.widthPx)
  const frame = reserved ?? createFrame(adWidth, ad.heightPx)
  frame.width = adWidth
  frame.height = String(ad.heightPx)
  const send = (kind: string) => {
    if (!ad.token) return
    const { offsetWidth, offsetHeight } = frame
    const automated = navigator.webdriver ? '&a=1' : ''
    report(
      `${origin}/api/events/${kind}?t=${ad.token}&w=${offsetWidth}&h=${offsetHeight}${automated}`,
    )
  }
  frame.srcdoc = ad.html
  frame.onload = () => {
    // An empty frame in the page loads too: only the one with the ad counts.
    if (!frame.srcdoc) return
    frame.onload = null
    send('impression')
    whenViewable(frame, frame.offsetWidth * frame.offsetHeight, () => send('viewable'))
  }
  if (!reserved) script.before(frame)
}

const current = document.currentScript
// Whatever happens here stays here: a tag never breaks the page it is on.
if (current instanceof HTMLScriptElement) run(current).catch(() => 0)
