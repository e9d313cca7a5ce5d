/** A typed number: null when empty, undefined while it is not (yet) a number. */
export function parseNumber(text: string, decimals: number): number | null | undefined {
  const cleaned = text
    .replace(/[\s_']/g, '')
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(',', '.')
  if (cleaned === '') return null
  if (!/^[-+]?(\d+\.?\d*|\.\d+)$/.test(cleaned)) return undefined
  return roundTo(Number(cleaned), decimals)
}

export function clampNumber(value: number, min: number, max: number, decimals: number): number {
  return roundTo(Math.min(max, Math.max(min, value)), decimals)
}

function roundTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}
