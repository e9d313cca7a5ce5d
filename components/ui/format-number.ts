const locale = 'en'
const none = '–'
type Maybe = number | null | undefined

const isMissing = (value: Maybe): value is null | undefined =>
  value === null || value === undefined || Number.isNaN(value)

/** 1234567 → "1,234,567". */
export function formatCount(value: Maybe): string {
  return isMissing(value) ? none : new Intl.NumberFormat(locale).format(value)
}

/** 1234567 → "1.2M". */
export function formatCompact(value: Maybe): string {
  if (isMissing(value)) return none
  return new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(
    value,
  )
}

/** A ratio: 0.0123 → "1.23%". */
export function formatPercent(ratio: Maybe, digits = 2): string {
  if (isMissing(ratio)) return none
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(ratio)
}

/** A chance that may be tiny and is never quite nothing: "under 0.01%". */
export function formatChance(chance: number): string {
  return chance > 0 && chance < 0.0001 ? `under ${formatPercent(0.0001)}` : formatPercent(chance)
}

/** A change as a ratio, with its sign: 0.12 → "+12.0%". */
export function formatChange(ratio: Maybe, digits = 1): string {
  if (isMissing(ratio)) return none
  return new Intl.NumberFormat(locale, {
    style: 'percent',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: 'exceptZero',
  }).format(ratio)
}

/** Millionths of a currency unit: (1500000, "EUR") → "€1.50". */
export function formatMicros(micros: Maybe, currency: string): string {
  if (isMissing(micros)) return none
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(micros / 1e6)
}

/** 153600 → "153.6 kB" (decimal units, as ad weights are given). */
export function formatBytes(bytes: Maybe): string {
  if (isMissing(bytes)) return none
  const units = ['B', 'kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const amount = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return `${amount.format(bytes / 1000 ** power)} ${units[power] ?? 'B'}`
}

/** An interval of ratios: (0.018, 0.024) → "1.80%–2.40%". */
export function formatInterval(low: Maybe, high: Maybe, format = formatPercent): string {
  return isMissing(low) || isMissing(high) ? none : `${format(low)}–${format(high)}`
}
