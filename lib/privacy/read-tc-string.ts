import { BitReader } from './bit-reader'

/** IAB TCF publisher restriction types; the lowest wins when a string holds several. */
export type TcRestriction = 'notAllowed' | 'requireConsent' | 'requireLegitimateInterest'

/** What a TCF v2 string says to one vendor. Ids of purposes and special features begin at 1. */
export interface TcString {
  readonly createdMs: number
  readonly lastUpdatedMs: number
  readonly cmpId: number
  readonly cmpVersion: number
  readonly consentScreen: number
  readonly consentLanguage: string
  readonly vendorListVersion: number
  readonly policyVersion: number
  readonly isServiceSpecific: boolean
  readonly useNonStandardTexts: boolean
  readonly specialFeatureOptIns: readonly number[]
  readonly purposeConsents: readonly number[]
  readonly purposeLegitimateInterests: readonly number[]
  readonly purposeOneTreatment: boolean
  readonly publisherCountryCode: string
  readonly hasVendorConsent: boolean
  readonly hasVendorLegitimateInterest: boolean
  /** Null when the string has no DisclosedVendors segment. */
  readonly isVendorDisclosed: boolean | null
  readonly restrictions: ReadonlyMap<number, TcRestriction>
}

const disclosedVendorsSegment = 1
const lastSegmentType = 3

/**
 * Decodes a TC string (IAB TCF v2.2/2.3) for one vendor id (0 reads the rest for nobody).
 * Null for anything malformed, truncated or of another version; never throws.
 *
 * Own code because `@iabtechlabtcf/core` writes out every vendor of every range: 4 kB of hostile
 * ranges hold the thread for seconds. Here the work is linear in the length of the string.
 * The library remains the oracle of the tests.
 */
export function readTcString(text: string, vendorId: number): TcString | null {
  const [core, ...segments] = text.split('.')
  const reader = BitReader.from(core ?? '')
  const head = reader && readCore(reader, vendorId)
  if (!head) return null
  let isVendorDisclosed: boolean | null = null
  const seen = new Set<number>()
  for (const segment of segments) {
    const rest = BitReader.from(segment)
    if (!rest) return null
    const type = rest.read(3)
    if (type < 1 || type > lastSegmentType || seen.has(type)) return null
    seen.add(type)
    if (type === disclosedVendorsSegment) isVendorDisclosed = readVendorBit(rest, vendorId)
    if (rest.isSpent) return null
  }
  return { ...head, isVendorDisclosed }
}

function readCore(reader: BitReader, vendorId: number): Omit<TcString, 'isVendorDisclosed'> | null {
  if (reader.read(6) !== 2) return null
  const core = {
    createdMs: reader.read(36) * 100,
    lastUpdatedMs: reader.read(36) * 100,
    cmpId: reader.read(12),
    cmpVersion: reader.read(12),
    consentScreen: reader.read(6),
    consentLanguage: readLetters(reader),
    vendorListVersion: reader.read(12),
    policyVersion: reader.read(6),
    isServiceSpecific: reader.readFlag(),
    useNonStandardTexts: reader.readFlag(),
    specialFeatureOptIns: readIds(reader, 12),
    purposeConsents: readIds(reader, 24),
    purposeLegitimateInterests: readIds(reader, 24),
    purposeOneTreatment: reader.readFlag(),
    publisherCountryCode: readLetters(reader),
    hasVendorConsent: readVendorBit(reader, vendorId),
    hasVendorLegitimateInterest: readVendorBit(reader, vendorId),
  }
  const restrictions = readRestrictions(reader, vendorId)
  const hasLetters = /^[A-Z]{4}$/.test(core.consentLanguage + core.publisherCountryCode)
  return reader.isSpent || !hasLetters || !restrictions ? null : { ...core, restrictions }
}

function readLetters(reader: BitReader): string {
  // Some platforms write lower-case letters, which the six bits have room for.
  return String.fromCharCode(65 + reader.read(6), 65 + reader.read(6)).toUpperCase()
}

function readIds(reader: BitReader, count: number): number[] {
  const ids: number[] = []
  for (let id = 1; id <= count; id++) if (reader.readFlag()) ids.push(id)
  return ids
}

function readVendorBit(reader: BitReader, vendorId: number): boolean {
  const maxVendorId = reader.read(16)
  if (reader.readFlag()) return readRanges(reader, vendorId).isIncluded
  if (vendorId < 1 || vendorId > maxVendorId) {
    reader.skip(maxVendorId)
    return false
  }
  reader.skip(vendorId - 1)
  const isIncluded = reader.readFlag()
  reader.skip(maxVendorId - vendorId)
  return isIncluded
}

function readRanges(reader: BitReader, vendorId: number) {
  const entryCount = reader.read(12)
  let isIncluded = false
  let isOrdered = true
  for (let i = 0; i < entryCount && !reader.isSpent; i++) {
    const isRange = reader.readFlag()
    const first = reader.read(16)
    const last = isRange ? reader.read(16) : first
    if (last < first) isOrdered = false
    if (first <= vendorId && vendorId <= last) isIncluded = true
  }
  return { isIncluded, isOrdered }
}

const restrictionTypes: readonly (TcRestriction | undefined)[] = [
  'notAllowed',
  'requireConsent',
  'requireLegitimateInterest',
]

function readRestrictions(reader: BitReader, vendorId: number): Map<number, TcRestriction> | null {
  const strictest = new Map<number, number>()
  const count = reader.read(12)
  for (let i = 0; i < count && !reader.isSpent; i++) {
    const purposeId = reader.read(6)
    const type = reader.read(2)
    const ranges = readRanges(reader, vendorId)
    if (!ranges.isOrdered) return null
    if (ranges.isIncluded) {
      strictest.set(purposeId, Math.min(type, strictest.get(purposeId) ?? type))
    }
  }
  const restrictions = new Map<number, TcRestriction>()
  for (const [purposeId, type] of strictest) {
    // Type 3 is reserved: what it asks is unknown, so the purpose is not used.
    restrictions.set(purposeId, restrictionTypes[type] ?? 'notAllowed')
  }
  return restrictions
}
