import type { Condition, Operator, Scalar } from '@/lib/decision/condition'

type Compare = Extract<Condition, { kind: 'compare' }>
type SegmentNames = readonly { readonly id: string; readonly name: string }[]

/**
 * A condition as the words after "when": "it rains and the viewer is in “Parents”". Names of
 * segments that are not among `segments` read as "a segment that is gone". `always` for a
 * condition without tests, `never` for an "any" without any.
 */
export function describeCondition(condition: Condition, segments: SegmentNames): string {
  return describe(condition, segments, false)
}

function describe(condition: Condition, segments: SegmentNames, isInside: boolean): string {
  switch (condition.kind) {
    case 'all':
    case 'any': {
      if (condition.of.length === 0) return condition.kind === 'all' ? 'always' : 'never'
      const isAlone = condition.of.length === 1
      const parts = condition.of.map((part) => describe(part, segments, isInside || !isAlone))
      const joined = parts.join(condition.kind === 'all' ? ' and ' : ' or ')
      return isInside && !isAlone ? `(${joined})` : joined
    }
    case 'not':
      return `not (${describe(condition.of, segments, false)})`
    case 'segment': {
      const name = segments.find(({ id }) => id === condition.segmentId)?.name
      return name ? `the viewer is in “${name}”` : 'the viewer is in a segment that is gone'
    }
    case 'compare':
      return describeIdiom(condition) ?? describeComparison(condition)
  }
}

const WEATHER: Readonly<Record<string, string>> = {
  rain: 'it rains',
  snow: 'it snows',
  clear: 'the sky is clear',
  clouds: 'it is cloudy',
  storm: 'there is a storm',
  fog: 'it is foggy',
  wind: 'it is windy',
}
const DEVICES: Readonly<Record<string, string>> = {
  mobile: 'a phone',
  tablet: 'a tablet',
  desktop: 'a computer',
  tv: 'a television',
}

/** The way people say the commonest comparisons. */
function describeIdiom({ field, operator, value }: Compare): string | null {
  const isList = operator === 'in' && Array.isArray(value) && value.length > 0
  if (operator !== 'equals' && !isList) return null
  const values = (Array.isArray(value) ? value : [value]).map(String)
  const say = (words: Readonly<Record<string, string>>) => {
    const said = values.map((one) => (Object.hasOwn(words, one) ? words[one] : undefined))
    return said.includes(undefined) ? null : said.join(' or ')
  }
  if (field === 'weather.condition') return say(WEATHER)
  if (field === 'device.class') {
    const devices = say(DEVICES)
    return devices && `the viewer uses ${devices}`
  }
  if (field === 'time.daypart') return `it is ${values.join(' or ')}`
  const [kind, ...rest] = field.split('.')
  const name = rest.join('.')
  if (kind === 'stock' && values.every((one) => /^[a-z_]+$/.test(one))) {
    return `“${name}” is ${values.join(' or ').replaceAll('_', ' ')}`
  }
  if (kind === 'promotion' && typeof value === 'boolean') {
    return `the offer “${name}” is ${value ? 'on' : 'off'}`
  }
  return null
}

const FIELD_LABELS: Readonly<Record<string, string>> = {
  'device.class': 'the device',
  'device.os': 'the operating system',
  'device.browser': 'the browser',
  'locale.language': 'the language',
  'place.country': 'the country',
  'place.region': 'the region',
  'time.hour': 'the hour',
  'time.weekday': 'the weekday',
  'time.daypart': 'the time of day',
  'time.date': 'the date',
  'page.category': 'the page’s subject',
  'weather.condition': 'the weather',
  'weather.temperatureC': 'the temperature in °C',
}

/** A field as a noun: "the temperature in °C", "the customer’s tier". */
export function describeField(field: string): string {
  if (Object.hasOwn(FIELD_LABELS, field)) return FIELD_LABELS[field] ?? field
  const [kind, ...rest] = field.split('.')
  const name = rest.join('.')
  if (kind === 'profile') return `the customer’s ${splitWords(name)}`
  if (kind === 'stock') {
    return name.endsWith('.quantity')
      ? `the stock of “${name.slice(0, -'.quantity'.length)}”`
      : `the availability of “${name}”`
  }
  if (kind === 'promotion') return `the offer “${name}”`
  return splitWords(field)
}

function splitWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('_', ' ')
    .toLowerCase()
}

const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  equals: 'is',
  notEquals: 'is not',
  in: 'is one of',
  notIn: 'is none of',
  greaterThan: 'is above',
  atLeast: 'is at least',
  lessThan: 'is below',
  atMost: 'is at most',
  contains: 'contains',
  startsWith: 'starts with',
  endsWith: 'ends with',
  exists: 'is known',
  notExists: 'is not known',
}

function describeComparison({ field, operator, value }: Compare): string {
  const noun = describeField(field)
  const verb = OPERATOR_WORDS[operator]
  const start = `${noun} ${isPlural(field) ? verb.replace(/^is\b/, 'are') : verb}`
  if (operator === 'exists' || operator === 'notExists') return start
  return `${start} ${Array.isArray(value) ? value.map(describeScalar).join(', ') : describeScalar(value)}`
}

/** Whether an attribute of customers is named in the plural: "orders", "children". */
function isPlural(field: string): boolean {
  return field.startsWith('profile.') && /([^sui]s|children|people)$/i.test(field)
}

function describeScalar(value: Scalar | null): string {
  if (value === null || value === '') return 'nothing'
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? String(value) : `“${value.replaceAll('_', ' ')}”`
}
