/** About `count` round ticks (1, 2 or 5 times a power of ten) that take in both ends. */
export function niceTicks(low: number, high: number, count = 5): number[] {
  const span = high - low
  if (!(span > 0)) return [low, low + 1]
  const rough = span / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)]
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}
