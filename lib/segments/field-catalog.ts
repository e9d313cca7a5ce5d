import type { Operator } from '@/lib/decision/condition'
import type { AttributeSummary } from '@/lib/profiles/profile'
import { describeField } from '@/lib/rules/describe-condition'
import {
  AVAILABILITIES,
  BROWSERS,
  COUNTRIES,
  DAYPARTS,
  DEVICE_CLASSES,
  type FieldOption,
  LANGUAGES,
  OPERATING_SYSTEMS,
  WEATHER_CONDITIONS,
  WEEKDAYS,
} from './field-options'

export type FieldType = 'text' | 'number' | 'boolean'

/** A field that a condition may ask, and how a person asks it. */
export interface CatalogField {
  /** As in a Condition: `profile.tier`. */
  readonly name: string
  readonly label: string
  readonly group:
    'Customer' | 'Device' | 'Place' | 'Time' | 'Page' | 'Weather' | 'Stock' | 'Promotions'
  readonly type: FieldType
  readonly operators: readonly Operator[]
  readonly options: readonly FieldOption[]
  /** No other values than the options exist. */
  readonly isClosed: boolean
  /** Shown after numbers: "°C". */
  readonly unit: string | null
}

export interface CatalogSources {
  readonly attributes: readonly AttributeSummary[]
  /** Product ids of the stock feed. */
  readonly stockIds: readonly string[]
  /** Ids of the promotion feed. */
  readonly promotionIds: readonly string[]
  /** Page categories that placements carry. */
  readonly pageCategories: readonly string[]
}

const KNOWN: readonly Operator[] = ['exists', 'notExists']
const CHOICE: readonly Operator[] = ['equals', 'notEquals', 'in', 'notIn', ...KNOWN]
const OPERATORS: Readonly<Record<FieldType, readonly Operator[]>> = {
  text: ['equals', 'notEquals', 'in', 'notIn', 'contains', 'startsWith', 'endsWith', ...KNOWN],
  number: ['equals', 'notEquals', 'atLeast', 'greaterThan', 'atMost', 'lessThan', ...KNOWN],
  boolean: ['equals', ...KNOWN],
}

type Details = Partial<Pick<CatalogField, 'options' | 'isClosed' | 'unit' | 'label'>>

function createField(
  name: string,
  group: CatalogField['group'],
  type: FieldType,
  details: Details = {},
): CatalogField {
  const { options = [], isClosed = false, unit = null, label = labelOf(name) } = details
  const operators = isClosed && type === 'text' ? CHOICE : OPERATORS[type]
  return { name, group, label, type, operators, options, isClosed, unit }
}

/** "the customer’s loyalty tier" → "Loyalty tier". */
function labelOf(name: string): string {
  const words = describeField(name).replace(/^the (customer’s )?/, '')
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`
}

const closed = (options: readonly FieldOption[]): Details => ({ options, isClosed: true })

const CONTEXT_FIELDS: readonly CatalogField[] = [
  createField('device.class', 'Device', 'text', closed(DEVICE_CLASSES)),
  createField('device.os', 'Device', 'text', closed(OPERATING_SYSTEMS)),
  createField('device.browser', 'Device', 'text', closed(BROWSERS)),
  createField('locale.language', 'Device', 'text', { options: LANGUAGES }),
  createField('place.country', 'Place', 'text', { options: COUNTRIES }),
  createField('place.region', 'Place', 'text', { label: 'Region (such as NL-NH)' }),
  createField('time.daypart', 'Time', 'text', closed(DAYPARTS)),
  createField('time.weekday', 'Time', 'text', closed(WEEKDAYS)),
  createField('time.hour', 'Time', 'number', { unit: 'h' }),
  createField('weather.condition', 'Weather', 'text', closed(WEATHER_CONDITIONS)),
  createField('weather.temperatureC', 'Weather', 'number', { label: 'Temperature', unit: '°C' }),
]

/** Every field that conditions of a workspace may use: those of its customers first. */
export function buildFieldCatalog(sources: CatalogSources): CatalogField[] {
  return [
    ...listAttributeFields(sources.attributes),
    ...CONTEXT_FIELDS,
    createField('page.category', 'Page', 'text', { options: sources.pageCategories.map(toOption) }),
    ...sources.stockIds.flatMap((id) => [
      createField(`stock.${id}`, 'Stock', 'text', closed(AVAILABILITIES)),
      createField(`stock.${id}.quantity`, 'Stock', 'number', { unit: 'pcs' }),
    ]),
    ...sources.promotionIds.flatMap((id) => [
      createField(`promotion.${id}`, 'Promotions', 'boolean'),
      createField(`promotion.${id}.discountPercent`, 'Promotions', 'number', {
        label: `Discount of “${id}”`,
        unit: '%',
      }),
    ]),
  ]
}

/**
 * A field that no longer comes from anywhere, still editable. What a condition compares it with
 * tells its type.
 */
export function createUnknownField(name: string, value: unknown): CatalogField {
  const sample: unknown = Array.isArray(value) ? value[0] : value
  const type =
    typeof sample === 'number' ? 'number' : typeof sample === 'boolean' ? 'boolean' : 'text'
  return createField(name, 'Customer', type, { label: `${labelOf(name)} (not delivered)` })
}

/** Where an attribute has values of several types, the most frequent one tells how to ask. */
function listAttributeFields(attributes: readonly AttributeSummary[]): CatalogField[] {
  const byName = new Map<string, AttributeSummary>()
  for (const attribute of attributes) {
    const rival = byName.get(attribute.name)
    if (!rival || rival.profileCount < attribute.profileCount) byName.set(attribute.name, attribute)
  }
  return [...byName.values()].map(({ name, type, examples }) =>
    type === 'string'
      ? createField(`profile.${name}`, 'Customer', 'text', { options: examples.map(toOption) })
      : createField(`profile.${name}`, 'Customer', type),
  )
}

function toOption(value: string): FieldOption {
  return { value, label: value }
}
