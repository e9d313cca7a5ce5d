/** Text as Postgres can keep it: without U+0000 and without halves of surrogate pairs. */
export function toStorableText(text: string): string {
  return text.toWellFormed().replaceAll('\0', '')
}

// What JSON.stringify writes for U+0000 and for halves of surrogate pairs, which jsonb refuses.
const UNSTORABLE_ESCAPE = /\\u(?:0000|d[89a-f])/i

/** JSON that jsonb accepts: the same value, its texts and keys made storable where they are not. */
export function toStorableJson(value: unknown): string {
  const json = JSON.stringify(value)
  return UNSTORABLE_ESCAPE.test(json) ? JSON.stringify(cleanValue(value)) : json
}

function cleanValue(value: unknown): unknown {
  if (typeof value === 'string') return toStorableText(value)
  if (Array.isArray(value)) return value.map(cleanValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [toStorableText(key), cleanValue(item)]),
  )
}
