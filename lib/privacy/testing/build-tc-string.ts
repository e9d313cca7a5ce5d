const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export type VendorList =
  | { kind: 'bits'; ids: number[]; maxId: number }
  | { kind: 'ranges'; ranges: [number, number][]; maxId: number }

export interface TcStringParts {
  createdMs?: number
  cmpId?: number
  purposeConsents?: number[]
  purposeLegitimateInterests?: number[]
  vendorConsents?: VendorList
  vendorLegitimateInterests?: VendorList
  restrictions?: { purposeId: number; type: number; ranges: [number, number][] }[]
  /** Absent: no DisclosedVendors segment. */
  disclosed?: VendorList
}

const bits = (value: number, count: number) => value.toString(2).padStart(count, '0')
const flags = (ids: number[], count: number) =>
  Array.from({ length: count }, (_, index) => (ids.includes(index + 1) ? '1' : '0')).join('')
const ranges = (list: [number, number][]) =>
  bits(list.length, 12) + list.map(([a, b]) => `1${bits(a, 16)}${bits(b, 16)}`).join('')
const vendors = (list: VendorList) =>
  bits(list.maxId, 16) +
  (list.kind === 'bits' ? `0${flags(list.ids, list.maxId)}` : `1${ranges(list.ranges)}`)

export function encodeBits(text: string): string {
  const padded = text.padEnd(Math.ceil(text.length / 6) * 6, '0')
  return (padded.match(/.{6}/g) ?? []).map((six) => alphabet[parseInt(six, 2)]).join('')
}

export const noVendors: VendorList = { kind: 'bits', ids: [], maxId: 0 }
export const onlyVendor = (id: number): VendorList => ({ kind: 'bits', ids: [id], maxId: id })

/** Writes a TCF v2 string bit by bit, also such as no consent platform would. */
export function buildTcString(parts: TcStringParts): string {
  const created = bits(Math.floor((parts.createdMs ?? Date.UTC(2026, 9, 1)) / 100), 36)
  const restrictions = parts.restrictions ?? []
  const core = [
    bits(2, 6) + created + created,
    bits(parts.cmpId ?? 31, 12) + bits(1, 12) + bits(0, 6),
    bits(4, 6) + bits(13, 6) + bits(100, 12) + bits(5, 6) + '10' + flags([], 12),
    flags(parts.purposeConsents ?? [], 24) + flags(parts.purposeLegitimateInterests ?? [], 24),
    '0' + bits(3, 6) + bits(4, 6),
    vendors(parts.vendorConsents ?? noVendors),
    vendors(parts.vendorLegitimateInterests ?? noVendors),
    bits(restrictions.length, 12),
    ...restrictions.map((one) => bits(one.purposeId, 6) + bits(one.type, 2) + ranges(one.ranges)),
  ].join('')
  const disclosed = parts.disclosed ? [encodeBits(bits(1, 3) + vendors(parts.disclosed))] : []
  return [encodeBits(core), ...disclosed].join('.')
}
