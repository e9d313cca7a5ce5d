import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'

const attacks = path.join(projectRoot, '../shared/fixtures/attack')
export const HAS_ATTACKS = existsSync(attacks)

const itemsSchema = z.array(
  z.union([
    z.string(),
    z.object({ payload: z.string() }).transform(({ payload }) => payload),
    z.object({ url: z.string() }).transform(({ url }) => url),
  ]),
)

function readAttacks(file: string): string[] {
  const full = path.join(attacks, file)
  return existsSync(full) ? itemsSchema.parse(JSON.parse(readFileSync(full, 'utf8'))) : []
}

export const NAUGHTY = readAttacks('blns/blns.json')
export const SCRIPTS = readAttacks('xss/xss.dev.json')
export const FORMULAS = readAttacks('csv-injection/csv_injection.dev.json')
export const REDIRECTS = readAttacks('open-redirect/open_redirect.dev.json')
export const INNER_ADDRESSES = readAttacks('ssrf/ssrf_urls.dev.json')
export const POLLUTIONS = readAttacks('proto-pollution/proto_pollution.dev.json')

/** What breaks parsers, encodings and databases, each in one string. */
export const SHARP = [
  '',
  '\0',
  'nul\0inside',
  'half \ud83d of a pair',
  '\udc00',
  '\ufffe\uffff\ufeff',
  '\u202eright to left',
  'e\u0301',
  '👩‍🚀'.repeat(30),
  'x'.repeat(20_000),
  'line\r\nset-cookie: a=b',
  "'; DROP TABLE asset; --",
  '"\\\'`${1+1}{{7*7}}%s%n',
  '__proto__',
  '1e999',
  '=cmd|calc!A1',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '9999-99-99T99:99:99Z',
] as const

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
