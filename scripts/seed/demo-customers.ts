import { stringify } from 'csv-stringify/sync'
import type { Mapping } from '@/lib/sources/mapping'
import { createRandom, type Random } from '@/lib/math/random'

export const CUSTOMER_COUNT = 2_400
const CUSTOMER_SEED = 20_261_124
const CONSENT_SHARE = 0.78
/** Of a hundred rows: an export of a real shop has some that can't be read. */
const BROKEN_ROWS_EVERY = 97

/** What kind of customer somebody is; the seed's segments find them by their attributes. */
export const customerKinds = ['bargain', 'mountain', 'parent', 'returning', 'occasional'] as const
export type CustomerKind = (typeof customerKinds)[number]

export interface Customer {
  readonly customerId: string
  readonly kind: CustomerKind
  readonly hasConsent: boolean
  readonly tier: string
  readonly activity: string
  readonly orders: number
  readonly discountShare: number
  readonly children: number
  readonly newsletter: boolean
  readonly city: string
}

const SHARES: readonly (readonly [CustomerKind, number])[] = [
  ['bargain', 0.2],
  ['mountain', 0.24],
  ['parent', 0.2],
  ['returning', 0.2],
  ['occasional', 0.16],
]
const CITIES = ['Bergen', 'Hamburg', 'Utrecht', 'Aarhus', 'Leith', 'Gent', 'Malmö', 'Galway']
const MILD_ACTIVITIES = ['cycling', 'running', 'paddling', 'gardening']
const HIGH_ACTIVITIES = ['hiking', 'climbing', 'skiing']

/** The shop's customers: the same on every machine. The simulator's visitors are among them. */
export function createCustomers(count = CUSTOMER_COUNT): Customer[] {
  const random = createRandom(CUSTOMER_SEED)
  return Array.from({ length: count }, (_, index) => createCustomer(index, random))
}

function createCustomer(index: number, random: Random): Customer {
  const kind = pickKind(random)
  const isMountain = kind === 'mountain'
  const orders =
    kind === 'returning' || isMountain
      ? 3 + Math.floor(random.next() * 12)
      : Math.floor(random.next() * 3)
  return {
    customerId: `hp-${String(index + 1).padStart(5, '0')}`,
    kind,
    hasConsent: random.next() < CONSENT_SHARE,
    tier: orders >= 10 ? 'gold' : orders >= 5 ? 'silver' : 'basic',
    activity: pick(isMountain ? HIGH_ACTIVITIES : MILD_ACTIVITIES, random),
    orders,
    discountShare: round(kind === 'bargain' ? 0.6 + random.next() * 0.4 : random.next() * 0.45),
    children: kind === 'parent' ? 1 + Math.floor(random.next() * 3) : 0,
    newsletter: random.next() < 0.55,
    city: pick(CITIES, random),
  }
}

/** The shop's export, with the rows a real export has: an empty id here, a word for a number there. */
export function writeCustomersCsv(customers: readonly Customer[]): string {
  const rows = customers.map((customer, index) => ({
    customer_id: customer.customerId,
    ads_consent: customer.hasConsent ? 'yes' : 'no',
    tier: customer.tier,
    activity: customer.activity,
    orders_24m: String(customer.orders),
    discount_share: String(customer.discountShare),
    children: String(customer.children),
    newsletter: customer.newsletter ? 'true' : 'false',
    city: customer.city,
    ...breakRow(index),
  }))
  return stringify(rows, { header: true })
}

/** Those of them that an import refuses. */
export function isBrokenRow(index: number): boolean {
  return index % BROKEN_ROWS_EVERY === BROKEN_ROWS_EVERY - 1
}

function breakRow(index: number): Record<string, string> {
  if (!isBrokenRow(index)) return {}
  const turn = Math.floor(index / BROKEN_ROWS_EVERY) % 3
  if (turn === 0) return { customer_id: '' }
  // Without consent nothing of a row is read, so that nothing in it could be refused.
  if (turn === 1) return { ads_consent: 'yes', orders_24m: 'several' }
  return { ads_consent: 'yes', discount_share: 'n/a' }
}

export const CUSTOMER_MAPPING: Mapping = {
  idColumn: 'customer_id',
  consentColumn: 'ads_consent',
  attributes: [
    { column: 'tier', attribute: 'tier', type: 'string' },
    { column: 'activity', attribute: 'activity', type: 'string' },
    { column: 'orders_24m', attribute: 'orders', type: 'number' },
    { column: 'discount_share', attribute: 'discountShare', type: 'number' },
    { column: 'children', attribute: 'children', type: 'number' },
    { column: 'newsletter', attribute: 'newsletter', type: 'boolean' },
    { column: 'city', attribute: 'city', type: 'string' },
  ],
}

function pickKind(random: Random): CustomerKind {
  let rest = random.next()
  for (const [kind, share] of SHARES) {
    rest -= share
    if (rest < 0) return kind
  }
  return 'occasional'
}

function pick(values: readonly string[], random: Random): string {
  return values[Math.floor(random.next() * values.length)] ?? ''
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
