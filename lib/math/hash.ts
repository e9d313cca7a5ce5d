/**
 * MurmurHash3_x86_32 (Austin Appleby, 2011, public domain) over the UTF-16LE bytes of `text`:
 * one block is two code units, so nothing is encoded or allocated. The same text and seed give
 * the same unsigned 32-bit number on every machine. Not for secrets: it is easy to invert.
 */
export function hashString(text: string, seed = 0): number {
  let hash = seed | 0
  const length = text.length
  const pairedLength = length & ~1
  for (let index = 0; index < pairedLength; index += 2) {
    hash ^= scramble(text.charCodeAt(index) | (text.charCodeAt(index + 1) << 16))
    hash = (hash << 13) | (hash >>> 19)
    hash = (Math.imul(hash, 5) + 0xe6546b64) | 0
  }
  if (pairedLength < length) hash ^= scramble(text.charCodeAt(pairedLength))
  return mixBits(hash ^ (length << 1))
}

function scramble(block: number): number {
  const product = Math.imul(block, 0xcc9e2d51)
  return Math.imul((product << 15) | (product >>> 17), 0x1b873593)
}

/** Murmur3's finaliser: a bijection of 32 bits in which every input bit moves half of the output. */
export function mixBits(value: number): number {
  let bits = value | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return (bits ^ (bits >>> 16)) >>> 0
}

/**
 * The seed of an independent stream: draws made from `deriveSeed(seed, 1)` tell nothing about
 * those from `deriveSeed(seed, 2)`. `stream` is a small integer that the caller names.
 */
export function deriveSeed(seed: number, stream: number): number {
  return mixBits(mixBits(seed ^ 0x2545f491) + Math.imul(stream, 0x9e3779b9))
}

/** One uniform number in [0, 1) of 32 bits, decided by the seed and the stream alone. */
export function uniformOf(seed: number, stream: number): number {
  return deriveSeed(seed, stream) / 0x1_0000_0000
}
