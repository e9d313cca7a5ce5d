/** The places of all strings in a body, each as the keys that lead there. */
export function listStringPaths(value: unknown, at: readonly string[] = []): string[][] {
  if (typeof value === 'string') return [[...at]]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, child]) => listStringPaths(child, [...at, key]))
}

/** A copy of `body` with `text` at one place. */
export function putText(body: unknown, at: readonly string[], text: string): unknown {
  const [key, ...rest] = at
  if (key === undefined) return text
  if (Array.isArray(body)) {
    return body.map((item: unknown, index) =>
      String(index) === key ? putText(item, rest, text) : item,
    )
  }
  const record = body as Record<string, unknown>
  return { ...record, [key]: putText(record[key], rest, text) }
}

/** The text at a place; undefined where there is none. */
export function findText(body: unknown, at: readonly string[]): string | undefined {
  const found = at.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, key)
        ? Reflect.get(value, key)
        : undefined,
    body,
  )
  return typeof found === 'string' ? found : undefined
}

/** Texts that say the same to a reader after what our schemas may do to them are equal. */
export function normalise(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}]/gu, (character) => (/\s/.test(character) ? ' ' : ''))
    .replace(/\s+/g, ' ')
    .trim()
    .normalize('NFC')
    .toLowerCase()
}
