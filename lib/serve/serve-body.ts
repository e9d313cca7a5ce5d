/**
 * The parameters in a POST body: a flat JSON object with the names of the query. Values other than
 * texts, numbers and booleans are left out. Null when the text is no JSON object.
 */
export function readServeBody(text: string): ReadonlyMap<string, string> | null {
  if (text.trim() === '') return new Map()
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const parameters = new Map<string, string>()
  for (const [name, entry] of Object.entries(value)) {
    if (typeof entry === 'string') parameters.set(name, entry)
    else if (typeof entry === 'boolean') parameters.set(name, entry ? '1' : '0')
    else if (typeof entry === 'number') parameters.set(name, String(entry))
  }
  return parameters
}
