/**
 * The place that a key leads to from `index`, in a list of `total` laid out in `columns`; null for
 * keys that do not move. `pageRows`: how many rows are in sight.
 */
export function moveByKey(
  key: string,
  index: number,
  { total, columns, pageRows }: { total: number; columns: number; pageRows: number },
): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * pageRows,
    PageDown: columns * pageRows,
    Home: -index,
    End: total - 1 - index,
  }
  const step = steps[key]
  if (step === undefined || total === 0) return null
  return Math.min(total - 1, Math.max(0, index + step))
}
