import type { DecisionRecord } from '@/lib/decision/decision-record'

export interface UsedFact {
  readonly label: string
  readonly value: string
}

const LABELS: Readonly<Record<string, string>> = {
  'device.class': 'Kind of device',
  'device.os': 'Operating system',
  'device.browser': 'Browser',
  'locale.language': 'Language of the page or browser',
  'place.country': 'Country',
  'place.region': 'Region',
  'time.hour': 'Hour of the day',
  'time.weekday': 'Day of the week',
  'time.daypart': 'Time of day',
  'time.date': 'Date',
  'page.category': 'Subject of the page',
  'weather.condition': 'Weather',
  'weather.temperatureC': 'Temperature in °C',
}

const CELL_LABELS: Readonly<Record<string, string>> = {
  device: 'Kind of device',
  daypart: 'Time of day',
  weather: 'Weather',
}

/** What a decision used, for the person who saw the ad; each fact once, unknown ones left out. */
export function describeFacts(record: Pick<DecisionRecord, 'fields' | 'cell'>): UsedFact[] {
  const facts = new Map<string, string>()
  for (const [feature, value] of Object.entries(record.cell)) {
    const label = CELL_LABELS[feature]
    if (label && value !== 'unknown') facts.set(label, value)
  }
  for (const [field, value] of Object.entries(record.fields)) {
    facts.set(labelOf(field), describeValue(field, value))
  }
  return [...facts].map(([label, value]) => ({ label, value }))
}

function labelOf(field: string): string {
  const known = LABELS[field]
  if (known) return known
  const dot = field.indexOf('.')
  const rest = field.slice(dot + 1)
  if (field.startsWith('stock.')) return `Whether “${rest}” is in stock`
  if (field.startsWith('promotion.')) return `Whether the offer “${rest}” is on`
  return rest
}

function describeValue(field: string, value: string | number | boolean): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (field === 'time.hour') return `${String(value).padStart(2, '0')}:00`
  return String(value).replaceAll('_', ' ')
}

/** How the ad came about, in one sentence. */
export function describeArm(arm: DecisionRecord['arm']): string {
  switch (arm) {
    case 'dynamic':
      return 'It was put together for this view from pictures and texts, by the advertiser’s rules and by what people in a similar situation liked.'
    case 'holdout':
      return 'It is the advertiser’s standard ad, shown to a random part of all viewers for comparison.'
    case 'outside':
      return 'It is the advertiser’s standard ad, the same for everybody here.'
    case 'fallback':
      return 'It is the advertiser’s standard ad, shown because no other could be put together.'
  }
}
