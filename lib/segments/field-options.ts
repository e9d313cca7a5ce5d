/** A value that a field may take, with the word a person reads. */
export interface FieldOption {
  readonly value: string
  readonly label: string
}

const toOptions = (labels: Readonly<Record<string, string>>): readonly FieldOption[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

export const DEVICE_CLASSES = toOptions({
  mobile: 'Phone',
  tablet: 'Tablet',
  desktop: 'Computer',
  tv: 'Television',
  other: 'Other',
})
export const OPERATING_SYSTEMS = toOptions({
  android: 'Android',
  ios: 'iOS',
  windows: 'Windows',
  macos: 'macOS',
  linux: 'Linux',
  chromeos: 'ChromeOS',
  other: 'Other',
})
export const BROWSERS = toOptions({
  chrome: 'Chrome',
  safari: 'Safari',
  firefox: 'Firefox',
  edge: 'Edge',
  opera: 'Opera',
  samsung: 'Samsung Internet',
  other: 'Other',
})
export const WEEKDAYS = toOptions({
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
})
export const DAYPARTS = toOptions({
  night: 'Night (0–6 h)',
  morning: 'Morning (6–12 h)',
  afternoon: 'Afternoon (12–18 h)',
  evening: 'Evening (18–24 h)',
})
export const WEATHER_CONDITIONS = toOptions({
  clear: 'Clear',
  clouds: 'Clouds',
  rain: 'Rain',
  snow: 'Snow',
  storm: 'Storm',
  fog: 'Fog',
  wind: 'Wind',
})
export const AVAILABILITIES = toOptions({
  in_stock: 'In stock',
  out_of_stock: 'Out of stock',
  preorder: 'Preorder',
  backorder: 'Backorder',
})

/** Suggestions only: any ISO 639 language may be typed. */
export const LANGUAGES = toOptions({
  en: 'English (en)',
  de: 'German (de)',
  fr: 'French (fr)',
  nl: 'Dutch (nl)',
  es: 'Spanish (es)',
  it: 'Italian (it)',
  pl: 'Polish (pl)',
  pt: 'Portuguese (pt)',
  sv: 'Swedish (sv)',
  tr: 'Turkish (tr)',
})

/** Suggestions only: any ISO 3166-1 country may be typed. */
export const COUNTRIES = toOptions({
  AT: 'Austria (AT)',
  BE: 'Belgium (BE)',
  CH: 'Switzerland (CH)',
  DE: 'Germany (DE)',
  DK: 'Denmark (DK)',
  ES: 'Spain (ES)',
  FR: 'France (FR)',
  GB: 'United Kingdom (GB)',
  IE: 'Ireland (IE)',
  IT: 'Italy (IT)',
  NL: 'Netherlands (NL)',
  PL: 'Poland (PL)',
  SE: 'Sweden (SE)',
  US: 'United States (US)',
})
