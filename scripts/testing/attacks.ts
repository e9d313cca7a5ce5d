import { z } from 'zod'
import { hasFixture, readFixture } from './fixtures'

const itemsSchema = z.array(
  z.union([
    z.string(),
    z.object({ payload: z.string() }).transform(({ payload }) => payload),
    z.object({ url: z.string() }).transform(({ url }) => url),
  ]),
)

/** Nothing where ../shared/fixtures is missing: see `describeFixtures`. */
function readAttacks(name: string): string[] {
  const file = `attack/${name}`
  return hasFixture(file) ? itemsSchema.parse(readFixture(file)) : []
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
