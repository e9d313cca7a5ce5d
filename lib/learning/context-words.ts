import type { ContextFeature } from '@/lib/decision/snapshot'
import { DAYPARTS, DEVICE_CLASSES, WEATHER_CONDITIONS } from '@/lib/segments/field-options'

interface NamedSegment {
  readonly id: string
  readonly name: string
}

/** The features of contexts, as they stand in a choice of them. */
export const FEATURE_LABELS: Readonly<Record<ContextFeature, string>> = {
  device: 'Device',
  daypart: 'Time of day',
  segment: 'Segment',
  weather: 'Weather',
  stock: 'Stock',
}

const OPTIONS: Readonly<Record<string, readonly { value: string; label: string }[]>> = {
  device: DEVICE_CLASSES,
  daypart: DAYPARTS,
  weather: WEATHER_CONDITIONS,
  stock: [
    { value: 'in', label: 'In stock' },
    { value: 'low', label: 'Low stock' },
    { value: 'out', label: 'Out of stock' },
  ],
}

/** A value of a feature as the head of a column: "Phone", "Gold members", "No segment". */
export function labelContextValue(
  feature: string,
  value: string,
  segments: readonly NamedSegment[],
): string {
  if (feature === 'segment') {
    if (value === 'none') return 'No segment'
    return segments.find(({ id }) => id === value)?.name ?? 'A segment that is gone'
  }
  if (value === 'unknown') return 'Not known'
  const options = Object.hasOwn(OPTIONS, feature) ? OPTIONS[feature] : undefined
  return options?.find((option) => option.value === value)?.label ?? value
}

const PHRASES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  device: {
    mobile: 'on a phone',
    tablet: 'on a tablet',
    desktop: 'on a computer',
    tv: 'on a television',
    other: 'on an unusual device',
    unknown: 'on a device that is not known',
  },
  daypart: {
    night: 'at night',
    morning: 'in the morning',
    afternoon: 'in the afternoon',
    evening: 'in the evening',
    unknown: 'at a time of day that is not known',
  },
  weather: {
    rain: 'when it rains',
    snow: 'when it snows',
    clear: 'under a clear sky',
    clouds: 'when it is cloudy',
    storm: 'in a storm',
    fog: 'in fog',
    wind: 'when it is windy',
    unknown: 'in weather that is not known',
  },
  stock: {
    in: 'when the products are in stock',
    low: 'when a product is running low',
    out: 'when a product is sold out',
    unknown: 'when the stock is not known',
  },
}

/** Where a value of a feature holds: "on a phone", "when it rains", "for “Gold members”". */
export function phraseContextValue(
  feature: string,
  value: string,
  segments: readonly NamedSegment[],
): string {
  if (feature === 'segment') {
    return value === 'none'
      ? 'for viewers in no segment'
      : `for “${labelContextValue(feature, value, segments)}”`
  }
  const phrases = Object.hasOwn(PHRASES, feature) ? PHRASES[feature] : undefined
  const phrase = phrases && Object.hasOwn(phrases, value) ? phrases[value] : undefined
  return phrase ?? `where ${feature} is ${value}`
}
