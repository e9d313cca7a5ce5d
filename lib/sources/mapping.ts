import { z } from 'zod'
import { toStorableText } from '@/lib/events/storable-text'
import { type Attributes, attributeNameSchema } from '@/lib/profiles/profile'

const columnSchema = z.string().overwrite(toStorableText).trim().min(1).max(200)

/** How the columns of a file (or the keys of a webhook's records) become a profile. */
export const mappingSchema = z
  .object({
    /** The shop's own customer id or e-mail; only its hash is kept. */
    idColumn: columnSchema,
    /** Whether the customer agreed to personalised advertising: yes/true/1 mean so, anything else does not. */
    consentColumn: columnSchema,
    attributes: z
      .array(
        z.object({
          column: columnSchema,
          attribute: attributeNameSchema,
          type: z.enum(['string', 'number', 'boolean']),
        }),
      )
      .max(50),
  })
  .refine((m) => new Set(m.attributes.map((a) => a.attribute)).size === m.attributes.length, {
    path: ['attributes'],
    message: 'Two columns can’t fill the same attribute',
  })
export type Mapping = z.infer<typeof mappingSchema>

export type MappedCustomer =
  | { kind: 'ok'; identifier: string; hasConsent: boolean; attributes: Attributes }
  | { kind: 'refused'; column: string; reason: string }

const YES = new Set(['yes', 'y', 'true', '1', 'granted', 'opt-in'])
const NO = new Set(['no', 'n', 'false', '0', ''])

/**
 * Maps one record. Refused when the identifier is missing or a value is not of its type. Without
 * consent the attributes are left behind: the profile only remembers the refusal.
 */
export function mapCustomer(
  record: Readonly<Record<string, unknown>>,
  mapping: Mapping,
): MappedCustomer {
  const identifier = readText(record, mapping.idColumn)
  if (identifier === '')
    return { kind: 'refused', column: mapping.idColumn, reason: 'No customer id' }
  if (identifier.length > 254)
    return {
      kind: 'refused',
      column: mapping.idColumn,
      reason: 'Customer id of more than 254 characters',
    }
  const hasConsent = YES.has(readText(record, mapping.consentColumn).toLowerCase())
  if (!hasConsent) return { kind: 'ok', identifier, hasConsent, attributes: {} }

  const attributes: Attributes = {}
  for (const { column, attribute, type } of mapping.attributes) {
    const text = readText(record, column)
    if (text === '') continue
    const value = convert(text, type)
    if (value === null) return { kind: 'refused', column, reason: REASONS[type] }
    attributes[attribute] = value
  }
  return { kind: 'ok', identifier, hasConsent, attributes }
}

const REASONS = {
  string: 'Text of more than 256 characters',
  number: 'Not a number',
  boolean: 'Neither yes nor no',
} as const

function readText(record: Readonly<Record<string, unknown>>, column: string): string {
  if (!Object.hasOwn(record, column)) return ''
  const value = record[column]
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? toStorableText(String(value)).trim()
    : ''
}

function convert(
  text: string,
  type: 'string' | 'number' | 'boolean',
): string | number | boolean | null {
  switch (type) {
    case 'string':
      return text.length <= 256 ? text : null
    case 'number': {
      const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i.test(text)
        ? Number(text)
        : Number.NaN
      return Number.isFinite(number) ? number : null
    }
    case 'boolean':
      if (YES.has(text.toLowerCase())) return true
      return NO.has(text.toLowerCase()) ? false : null
  }
}
