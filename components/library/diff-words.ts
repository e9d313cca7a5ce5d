/** A run of words that both texts have, or that one of them has alone. */
export interface DiffPart {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
}

/**
 * How `after` came from `before`, word by word: the longest common subsequence of their words (white
 * space goes with the word before). Joined without what was added it is `before`, without what was
 * removed `after`.
 */
export function diffWords(before: string, after: string): DiffPart[] {
  const [left, right] = [splitWords(before), splitWords(after)]
  const common = measureCommon(left, right)
  const parts: DiffPart[] = []
  const push = (kind: DiffPart['kind'], text = '') => {
    const last = parts.at(-1)
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text }
    else parts.push({ kind, text })
  }
  let [i, j] = [0, 0]
  while (i < left.length || j < right.length) {
    const ahead = (a: number, b: number) => common[a]?.[b] ?? -1
    if (i < left.length && j < right.length && left[i] === right[j]) {
      push('same', left[i])
      i += 1
      j += 1
    } else if (j >= right.length || (i < left.length && ahead(i + 1, j) >= ahead(i, j + 1))) {
      push('removed', left[i])
      i += 1
    } else {
      push('added', right[j])
      j += 1
    }
  }
  return parts
}

function splitWords(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? []
}

/** How many words the rests from (i, j) have in common, in order. */
function measureCommon(left: readonly string[], right: readonly string[]): number[][] {
  const rows = Array.from({ length: left.length + 1 }, () =>
    Array.from({ length: right.length + 1 }, () => 0),
  )
  for (let i = left.length - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? []
    const below = rows[i + 1] ?? []
    for (let j = right.length - 1; j >= 0; j -= 1) {
      row[j] =
        left[i] === right[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  }
  return rows
}
