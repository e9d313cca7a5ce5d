import type { Mapping } from '@/lib/sources/mapping'

const SAMPLES = { string: 'text', number: 1, boolean: true } as const

/** The body of a delivery with one customer that a mapping can read, as JSON on one line. */
export function writeCustomerExample({ idColumn, consentColumn, attributes }: Mapping): string {
  const customer = Object.fromEntries([
    [idColumn, '1042'],
    [consentColumn, true],
    ...attributes.map(({ column, type }) => [column, SAMPLES[type]]),
  ])
  return JSON.stringify({ deliveryId: 'example-1', customers: [customer] })
}
