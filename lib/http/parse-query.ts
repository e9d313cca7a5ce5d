const MAX_PARAMETERS = 64

/**
 * The first value of each parameter of a query (application/x-www-form-urlencoded). Never throws: a
 * broken escape stays as it is written. What comes after 64 parameters is left out.
 */
export function parseQuery(text: string): ReadonlyMap<string, string> {
  const parameters = new Map<string, string>()
  let start = 0
  for (let count = 0; start < text.length && count < MAX_PARAMETERS; count++) {
    const ampersand = text.indexOf('&', start)
    const end = ampersand < 0 ? text.length : ampersand
    const equals = text.indexOf('=', start)
    const hasValue = equals >= 0 && equals < end
    const name = decode(text.slice(start, hasValue ? equals : end))
    if (name !== '' && !parameters.has(name)) {
      parameters.set(name, hasValue ? decode(text.slice(equals + 1, end)) : '')
    }
    start = end + 1
  }
  return parameters
}

function decode(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  if (!spaced.includes('%')) return spaced
  try {
    return decodeURIComponent(spaced)
  } catch {
    return spaced
  }
}
