/** As its readers write prices: `19,99 €`, `€19.99`. An unknown currency is written behind the number. */
export function formatPrice(priceMicros: number, currency: string, locale: string): string {
  const amount = priceMicros / 1_000_000
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount)
  } catch {
    return `${amount.toFixed(2)} ${currency}`
  }
}
