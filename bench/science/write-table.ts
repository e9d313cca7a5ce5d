import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Puts a table between its marks in a page, or at the end of a page that has none. */
export function writeTable(file: string, name: string, table: string): void {
  const [begin, end] = [`<!-- proof:${name} -->`, `<!-- /proof:${name} -->`]
  const page = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const [before = '', rest] = page.split(begin)
  const after = rest?.split(end)[1]
  const marked = `${begin}\n\n${table}\n\n${end}`
  writeFileSync(file, after === undefined ? `${page}\n${marked}\n` : `${before}${marked}${after}`)
}
