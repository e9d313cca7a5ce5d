import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const BEGIN = '<!-- proof:begin -->'
const END = '<!-- proof:end -->'

/** Puts tables between the marks of a page, or into a new file that has nothing else. */
export function writeTables(file: string, tables: string): void {
  const page = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const [before = '', rest] = page.split(BEGIN)
  const after = rest?.split(END)[1]
  writeFileSync(
    file,
    after === undefined ? tables : `${before}${BEGIN}\n\n${tables}\n${END}${after}`,
  )
}
