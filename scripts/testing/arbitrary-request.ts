import fc from 'fast-check'
import { writeRequest } from './raw-http'

const METHODS = ['GET', 'GET', 'POST', 'POST', 'OPTIONS', 'PUT', 'DELETE'] as const
const PARAMETERS = (
  'format html uid category locale click gdpr gdpr_consent gpp gpp_sid us_privacy consent gpc ' +
  't v w h a page ms value currency order id choice done'
).split(' ')
const HEADERS = (
  'accept accept-language authorization content-type cookie expect if-none-match origin range ' +
  'referer sec-gpc sec-purpose upgrade user-agent x-forwarded-for x-intarsia-address'
).split(' ')

/** One character is one byte. */
const bytes = createText(0, 255, 80)
const escaped = bytes.map((text) => Array.from(text, toEscape).join(''))
/** In an address; the raw ones break it. */
const value = fc.oneof({ weight: 20, arbitrary: escaped }, { weight: 1, arbitrary: bytes })
const query = fc.array(fc.tuple(fc.constantFrom(...PARAMETERS), value), { maxLength: 6 })
const headerText = fc.oneof(
  { weight: 20, arbitrary: createText(0xa0, 0xff, 80) },
  { weight: 20, arbitrary: createText(0x20, 0x7e, 80) },
  { weight: 1, arbitrary: bytes },
)
const headers = fc.dictionary(fc.constantFrom(...HEADERS), headerText, { maxKeys: 4 })
const json = fc.json({ maxDepth: 3 }).map((text) => Buffer.from(text).toString('latin1'))
const body = fc.oneof(fc.constant(''), bytes, json)

/**
 * What strangers send to `addresses`: requests with random parameters, headers and bodies, some of
 * them with bytes changed on the way, and noise. As latin1.
 */
export function arbitraryRequest(addresses: readonly string[]): fc.Arbitrary<string> {
  const whole = fc
    .tuple(fc.constantFrom(...METHODS), fc.constantFrom(...addresses), query, headers, body)
    .map(([method, address, pairs, extra, content]) => {
      const search = pairs.map(([name, text]) => `${name}=${text}`).join('&')
      const url = `${address}${address.includes('?') ? '&' : '?'}${search}`
      return writeRequest(`${method} ${url}`, extra, content)
    })
  const changes = fc.array(fc.tuple(fc.nat(600), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 4,
  })
  const damaged = fc.tuple(whole, changes).map(([text, all]) => all.reduce(change, text))
  const noise = bytes.map((text) => `${text}\r\n\r\n`)
  return fc.oneof(
    { weight: 5, arbitrary: whole },
    { weight: 2, arbitrary: damaged },
    { weight: 1, arbitrary: noise },
  )
}

function change(text: string, [at, byte]: readonly [number, number]): string {
  const place = at % text.length
  return text.slice(0, place) + toCharacter(byte) + text.slice(place + 1)
}

function createText(min: number, max: number, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.integer({ min, max }).map(toCharacter), maxLength })
}

function toCharacter(byte: number): string {
  return String.fromCharCode(byte)
}

function toEscape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`
}
