import { BitReader } from './bit-reader'

const headerType = 3
const headerVersion = 1
const maxSectionId = 255
const maxFibonacciBits = 16

/**
 * Splits a GPP string (IAB Global Privacy Platform) into its sections, by section id, still
 * encoded. Null when the header cannot be read or does not match the sections; never throws.
 *
 * Own code because `@iabgpp/cmpapi` writes out whatever range the header claims: eleven hostile
 * characters hold the thread for seconds, a few more take all memory.
 */
export function splitGppString(text: string): ReadonlyMap<number, string> | null {
  const [header, ...sections] = text.split('~')
  const reader = BitReader.from(header ?? '')
  if (!reader || reader.read(6) !== headerType || reader.read(6) !== headerVersion) return null
  const ids = readSectionIds(reader)
  if (!ids || ids.length !== sections.length) return null
  const byId = new Map<number, string>()
  for (const [index, id] of ids.entries()) {
    const section = sections[index]?.trim()
    if (!section || byId.has(id)) return null
    byId.set(id, section)
  }
  return byId
}

function readSectionIds(reader: BitReader): number[] | null {
  const ids: number[] = []
  const groupCount = reader.read(12)
  let last = 0
  for (let i = 0; i < groupCount; i++) {
    const isRange = reader.readFlag()
    const first = last + readFibonacci(reader)
    last = isRange ? first + readFibonacci(reader) : first
    if (reader.isSpent || last > maxSectionId) return null
    for (let id = first; id <= last; id++) ids.push(id)
  }
  return reader.isSpent ? null : ids
}

/** Fibonacci coding: bit i stands for the i-th of 1, 2, 3, 5, 8 …; two ones in a row end it. */
function readFibonacci(reader: BitReader): number {
  let value = 0
  let wasOne = false
  for (let bit = 0, weight = 1, next = 2; bit < maxFibonacciBits; bit++) {
    const isOne = reader.readFlag()
    if (isOne && wasOne) return value
    if (isOne) value += weight
    wasOne = isOne
    ;[weight, next] = [next, weight + next]
  }
  return Infinity
}
