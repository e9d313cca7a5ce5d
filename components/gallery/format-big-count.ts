/** 1234567n → "1,234,567"; beyond a quadrillion "about 4.1 × 10^27"; null → "–". */
export function formatBigCount(count: bigint | null): string {
  if (count === null) return '–'
  const digits = count.toString()
  if (digits.length <= 15) return new Intl.NumberFormat('en').format(count)
  return `about ${digits.slice(0, 1)}.${digits.slice(1, 2)} × 10^${digits.length - 1}`
}
