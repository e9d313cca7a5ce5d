import { attributeNameSchema } from '@/lib/profiles/profile'
import type { Mapping } from './mapping'

export type AttributeType = Mapping['attributes'][number]['type']

/** What to do with one column, as the mapping table shows it. */
export interface ColumnRole {
  readonly column: string
  readonly role: 'identifier' | 'consent' | 'attribute' | 'ignored'
  /** The attribute's name, kept while the column has another role. */
  readonly attribute: string
  readonly type: AttributeType
}

const IDENTIFIER = /^(customer|client|user|member|contact|external)?[ _-]?(id|no|number|nr)$/i
const EMAIL = /e-?mail/i
const CONSENT = /consent|opt(ed)?[ _-]?in|agreed|permission|einwilligung|toestemming|consentement/i
/** Columns that tell who a person is: never suggested as something ads may use. */
const PERSONAL =
  /name|phone|tel|mobile|address|street|strasse|straße|zip|postal|postcode|iban|birth|geburt|password|ip$/i
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,2})?$/i
const TRUTH = /^(yes|no|y|n|true|false)$/i
const MAX_ATTRIBUTES = 50

/**
 * A first guess of what the columns of a table are, from their names and some rows of values: one
 * identifier, one consent, attributes by type; personal columns are left out.
 */
export function guessMapping(
  columns: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): ColumnRole[] {
  const identifier =
    columns.find((column) => IDENTIFIER.test(column.trim())) ??
    columns.find((column) => EMAIL.test(column))
  const consent = columns.find((column) => column !== identifier && CONSENT.test(column))
  const taken = new Set<string>()
  return columns.map((column) => {
    const attribute = nameAttribute(column, taken)
    const type = guessType(rows.map((row) => String(row[column] ?? '').trim()))
    const isPersonal = PERSONAL.test(column) || EMAIL.test(column)
    const isAttribute = attribute !== '' && !isPersonal && taken.size < MAX_ATTRIBUTES
    const role =
      column === identifier
        ? 'identifier'
        : column === consent
          ? 'consent'
          : isAttribute
            ? 'attribute'
            : 'ignored'
    if (role === 'attribute') taken.add(attribute)
    return { column, role, attribute, type }
  })
}

/** The mapping that roles make, or what they lack. */
export function toMapping(
  roles: readonly ColumnRole[],
): { kind: 'ok'; mapping: Mapping } | { kind: 'invalid'; issues: string[] } {
  const identifiers = roles.filter(({ role }) => role === 'identifier')
  const consents = roles.filter(({ role }) => role === 'consent')
  const attributes = roles.filter(({ role }) => role === 'attribute')
  const [identifier] = identifiers
  const [consent] = consents
  const names = attributes.map(({ attribute }) => attribute)
  const issues = [
    ...(identifiers.length === 1
      ? []
      : ['Choose one column whose use is “Tells customers apart”.']),
    ...(consents.length === 1 ? [] : ['Choose one column whose use is “Says who agreed”.']),
    ...attributes.flatMap(({ column, attribute }) => {
      const result = attributeNameSchema.safeParse(attribute)
      return result.success ? [] : [`“${column}”: ${result.error.issues[0]?.message ?? ''}.`]
    }),
    ...(new Set(names).size === names.length ? [] : ['Each attribute needs a name of its own.']),
    ...(names.length <= MAX_ATTRIBUTES ? [] : [`Use at most ${MAX_ATTRIBUTES} attributes.`]),
  ]
  if (issues.length > 0 || !identifier || !consent) return { kind: 'invalid', issues }
  return {
    kind: 'ok',
    mapping: {
      idColumn: identifier.column,
      consentColumn: consent.column,
      attributes: attributes.map(({ column, attribute, type }) => ({ column, attribute, type })),
    },
  }
}

/** The roles that a stored mapping gives to columns; those it does not name are left out. */
export function fromMapping(mapping: Mapping): ColumnRole[] {
  const plain = { attribute: '', type: 'string' } as const
  return [
    { ...plain, column: mapping.idColumn, role: 'identifier' },
    { ...plain, column: mapping.consentColumn, role: 'consent' },
    ...mapping.attributes.map((one) => ({ ...one, role: 'attribute' as const })),
  ]
}

/** "Loyalty tier (2026)" → "loyaltyTier2026"; with a number behind it when that is taken. */
function nameAttribute(column: string, taken: ReadonlySet<string>): string {
  const words = column
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .match(/[a-zA-Z0-9]+/g)
  const camel = (words ?? [])
    .map((word, index) =>
      index === 0
        ? word.slice(0, 1).toLowerCase() +
          (word === word.toUpperCase() ? word.slice(1).toLowerCase() : word.slice(1))
        : word.slice(0, 1).toUpperCase() + word.slice(1),
    )
    .join('')
    .replace(/^\d+/, '')
    .slice(0, 36)
  const name = camel.slice(0, 1).toLowerCase() + camel.slice(1)
  if (!attributeNameSchema.safeParse(name).success) return ''
  let free = name
  for (let number = 2; taken.has(free); number++) free = `${name}${number}`
  return free
}

function guessType(values: readonly string[]): AttributeType {
  const present = values.filter((value) => value !== '')
  if (present.length === 0) return 'string'
  if (present.every((value) => NUMBER.test(value) && !/^0\d/.test(value))) return 'number'
  return present.every((value) => TRUTH.test(value)) ? 'boolean' : 'string'
}
