import { LRUCache } from 'lru-cache'
import { readTcString, type TcString } from './read-tc-string'
import { readUsSection, type UsSignal } from './read-us-signal'
import { splitGppString } from './split-gpp-string'

/**
 * A page asks several times with the same string, so the pure readers are remembered by string.
 * Bounded by characters rather than entries: a hostile string may be long.
 */
const maxRememberedCharacters = 4_000_000
/** Longer than any request line a server takes together with the rest of the URL. */
export const maxConsentStringLength = 8_192

const absent = Symbol('absent')

function rememberByString<T extends object>(read: (text: string) => T | null) {
  const results = new LRUCache<string, T | typeof absent>({
    maxSize: maxRememberedCharacters,
    sizeCalculation: (_result, text) => text.length + 200,
  })
  return (text: string): T | null => {
    if (text.length > maxConsentStringLength) return null
    const known = results.get(text)
    if (known !== undefined) return known === absent ? null : known
    const result = read(text)
    results.set(text, result ?? absent)
    return result
  }
}

const tcReaders = new LRUCache<number, (text: string) => TcString | null>({ max: 8 })

export function getTcString(text: string, vendorId: number): TcString | null {
  let read = tcReaders.get(vendorId)
  if (!read) {
    read = rememberByString((tcString) => readTcString(tcString, vendorId))
    tcReaders.set(vendorId, read)
  }
  return read(text)
}

export interface GppString {
  readonly sections: ReadonlyMap<number, string>
  readonly usSignals: ReadonlyMap<number, UsSignal>
}

const firstUsSection = 7
const lastUsSection = 27

/** A GPP string split into sections, those of the United States (7-27) read. */
export const getGppString = rememberByString<GppString>((text) => {
  const sections = splitGppString(text)
  if (!sections) return null
  const usSignals = new Map<number, UsSignal>()
  for (const [id, encoded] of sections) {
    if (id >= firstUsSection && id <= lastUsSection) usSignals.set(id, readUsSection(id, encoded))
  }
  return { sections, usSignals }
})
