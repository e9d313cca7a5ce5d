const PRICE =
  /^(?:(?<before>[A-Z]{3})\s*)?(?<number>\d{1,12}(?:[.,]\d{1,6})?)(?:\s*(?<after>[A-Z]{3}))?$/

/**
 * A price of a Merchant feed, `15.00 USD`, in millionths of its currency. A comma is a decimal one.
 * Null where there is no number with one currency.
 */
export function parsePrice(text: string): { priceMicros: number; currency: string } | null {
  const { before, number, after } = PRICE.exec(text.trim())?.groups ?? {}
  const currency = before ?? after
  if (number === undefined || currency === undefined || (before && after)) return null
  return { priceMicros: Math.round(Number(number.replace(',', '.')) * 1_000_000), currency }
}
