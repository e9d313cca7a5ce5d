const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
  '=': '&#61;',
}
const special = /[&<>"'`=]/g
// What HTML may not hold even escaped, and what reorders or hides the text around it.
const unprintable = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu

/** Makes any text safe as content of an element or as the value of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(unprintable, ' ').replace(special, (character) => ENTITIES[character] ?? '')
}

// What nearly every link is made of, and what needs no escaping: found in one fast pass.
const plainLink = /^[\w\-.~:/?#@!$()*+,;%=|]*$/

/** A link safe in `href` and `src`: http(s) or root-relative; anything else becomes `#`. */
export function escapeLink(url: string): string {
  const isSafe = /^https?:\/\/[^/\s]/i.test(url) || /^\/(?![/\\])/.test(url)
  if (!isSafe) return '#'
  return plainLink.test(url) ? url : escapeHtml(url).replaceAll('&#61;', '=')
}
