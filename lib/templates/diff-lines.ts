export interface DiffLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * How `after` came from `before`, line by line: a longest common subsequence between what both begin
 * and end with. Without what was added it is `before`, without what was removed `after`.
 */
export function diffLines(before: string, after: string): DiffLine[] {
  const [left, right] = [before.split('\n'), after.split('\n')]
  let start = 0
  while (start < Math.min(left.length, right.length) && left[start] === right[start]) start += 1
  let end = 0
  const rest = Math.min(left.length, right.length) - start
  while (end < rest && left.at(-1 - end) === right.at(-1 - end)) end += 1
  const same = (lines: string[]) => lines.map((text): DiffLine => ({ kind: 'same', text }))
  return [
    ...same(left.slice(0, start)),
    ...diffMiddle(left.slice(start, left.length - end), right.slice(start, right.length - end)),
    ...same(left.slice(left.length - end)),
  ]
}

function diffMiddle(left: readonly string[], right: readonly string[]): DiffLine[] {
  const common = measureCommon(left, right)
  const ahead = (i: number, j: number): number => common[i]?.[j] ?? 0
  const lines: DiffLine[] = []
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const [old = '', next = ''] = [left[i], right[j]]
    if (i < left.length && j < right.length && old === next) {
      lines.push({ kind: 'same', text: old })
      i += 1
      j += 1
    } else if (j >= right.length || (i < left.length && ahead(i + 1, j) >= ahead(i, j + 1))) {
      lines.push({ kind: 'removed', text: old })
      i += 1
    } else {
      lines.push({ kind: 'added', text: next })
      j += 1
    }
  }
  return lines
}

/** Lengths of the longest common subsequences of every two ends. */
function measureCommon(left: readonly string[], right: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1))
  for (let i = left.length - 1; i >= 0; i--) {
    const [row, below] = [table[i], table[i + 1]]
    if (!row || !below) continue
    for (let j = right.length - 1; j >= 0; j--) {
      row[j] =
        left[i] === right[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return table
}
