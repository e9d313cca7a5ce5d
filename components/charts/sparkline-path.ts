/** An SVG path through the values, oldest at the left, with a pixel of room above and below. */
export function sparklinePath(values: readonly number[], width: number, height: number): string {
  if (values.length === 0) return ''
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const y = (value: number) =>
    high === low ? height / 2 : height - 1 - ((value - low) / (high - low)) * (height - 2)
  const points = values.length === 1 ? [...values, ...values] : values
  const step = width / (points.length - 1)
  return points
    .map((value, index) => {
      const command = index === 0 ? 'M' : 'L'
      return `${command}${(index * step).toFixed(1)} ${y(value).toFixed(1)}`
    })
    .join('')
}
