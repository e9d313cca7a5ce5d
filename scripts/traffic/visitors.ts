import { createRandom, type Random } from '@/lib/math/random'
import { type Customer, createCustomers, isBrokenRow } from '@/scripts/seed/demo-customers'
import { MOUNTAIN_PAGES } from '@/scripts/seed/demo-audience'

export const visitorKinds = ['person', 'bot', 'prefetch', 'hidden'] as const
export type VisitorKind = (typeof visitorKinds)[number]
export type DeviceClass = 'mobile' | 'desktop' | 'tablet'

/** One simulated browser on one page view. */
export interface Visitor {
  readonly kind: VisitorKind
  readonly device: DeviceClass
  readonly userAgent: string
  readonly language: string
  /** What this person likes, whether or not anybody may know it. */
  readonly taste: string
  /** The shop's own id of a customer, sent with consent only. */
  readonly customerId: string | null
  readonly consent: '0' | '1' | null
  readonly hasGlobalPrivacyControl: boolean
  readonly pageCategory: string | null
}

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0'
const USER_AGENTS: Readonly<Record<DeviceClass, readonly string[]>> = {
  mobile: [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
    `Mozilla/5.0 (Linux; Android 15; Pixel 9) ${CHROME} Mobile Safari/537.36`,
    'Mozilla/5.0 (Linux; Android 14; SAMSUNG SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/27.0 Chrome/125.0.0.0 Mobile Safari/537.36',
  ],
  desktop: [
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`,
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
    'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
    `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/138.0.0.0`,
  ],
  tablet: [
    'Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.6 Mobile/15E148 Safari/604.1',
    `Mozilla/5.0 (Linux; Android 14; SM-X710) ${CHROME} Safari/537.36`,
  ],
}
const BOTS = [
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/138.0.0.0 Safari/537.36',
  'python-requests/2.32.3',
]
const LANGUAGES = ['en-GB,en;q=0.9', 'de-DE,de;q=0.9,en;q=0.6', 'nl-NL,nl;q=0.8', 'nb-NO,nb;q=0.9']

/** An endless row of visitors: the same seed gives the same ones. */
export function createVisitors(seed: number): () => Visitor {
  const random = createRandom(seed)
  const customers = createCustomers().filter((_, index) => !isBrokenRow(index))
  return () => nextVisitor(random, customers)
}

function nextVisitor(random: Random, customers: readonly Customer[]): Visitor {
  const roll = random.next()
  const kind: VisitorKind =
    roll < 0.03 ? 'bot' : roll < 0.045 ? 'prefetch' : roll < 0.055 ? 'hidden' : 'person'
  const device = pickDevice(random.next())
  const userAgent = pick(kind === 'bot' ? BOTS : USER_AGENTS[device], random)
  const language = pick(LANGUAGES, random)
  const customer = pick(customers, random)
  const hasGlobalPrivacyControl = random.next() < 0.06
  const isSignedIn = random.next() < 0.62
  const answer = random.next()
  const onMountainPage = random.next() < 0.25
  const taste = customer?.kind ?? 'occasional'
  // Whoever likes mountains reads about them more often; a page's subject is no personal data.
  const pageCategory = taste === 'mountain' && onMountainPage ? MOUNTAIN_PAGES : null
  const base = { kind, device, userAgent, language, taste, hasGlobalPrivacyControl, pageCategory }
  if (!customer || !isSignedIn) {
    const consent = answer < 0.2 ? '0' : answer < 0.75 ? '1' : null
    return { ...base, customerId: null, consent }
  }
  // A few are sent although their owner refused: the server has to leave them alone.
  if (!customer.hasConsent) return { ...base, customerId: customer.customerId, consent: '0' }
  return { ...base, customerId: customer.customerId, consent: '1' }
}

function pickDevice(roll: number): DeviceClass {
  if (roll < 0.56) return 'mobile'
  return roll < 0.92 ? 'desktop' : 'tablet'
}

function pick<Item>(items: readonly Item[], random: Random): Item {
  const item = items[Math.floor(random.next() * items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
