const palette = [1, 2, 3, 4, 5, 6].map((number) => `var(--chart-${number})`)

export function chartColor(index: number): string {
  return palette[index % palette.length] ?? 'var(--chart-1)'
}
