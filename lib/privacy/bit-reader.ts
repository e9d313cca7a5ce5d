const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const invalid = 0xff
const sextetOfCode = new Uint8Array(128).fill(invalid)
for (let i = 0; i < alphabet.length; i++) sextetOfCode[alphabet.charCodeAt(i)] = i

/**
 * Reads big-endian unsigned integers from a base64url text, six bits a character, as IAB
 * consent strings are written. Never throws: reading past the end gives 0 and sets `isSpent`,
 * which every loop over untrusted counts must look at.
 */
export class BitReader {
  private position = 0
  private hasOverrun = false

  private constructor(private readonly sextets: Uint8Array) {}

  /** Null when the text is empty or holds a character outside of base64url. */
  static from(text: string): BitReader | null {
    if (text.length === 0) return null
    const sextets = new Uint8Array(text.length)
    for (let i = 0; i < text.length; i++) {
      const sextet = sextetOfCode[text.charCodeAt(i)] ?? invalid
      if (sextet === invalid) return null
      sextets[i] = sextet
    }
    return new BitReader(sextets)
  }

  get isSpent(): boolean {
    return this.hasOverrun
  }

  private hasBits(count: number): boolean {
    if (this.position + count <= this.sextets.length * 6) return true
    this.hasOverrun = true
    return false
  }

  /** Up to 48 bits, which is why the value is multiplied rather than shifted. */
  read(bitCount: number): number {
    if (!this.hasBits(bitCount)) return 0
    let value = 0
    let left = bitCount
    while (left > 0) {
      const offset = this.position % 6
      const take = Math.min(6 - offset, left)
      const sextet = this.sextets[(this.position - offset) / 6] ?? 0
      value = value * 2 ** take + ((sextet >> (6 - offset - take)) & ((1 << take) - 1))
      this.position += take
      left -= take
    }
    return value
  }

  readFlag(): boolean {
    return this.read(1) === 1
  }

  skip(bitCount: number): void {
    if (this.hasBits(bitCount)) this.position += bitCount
  }
}
