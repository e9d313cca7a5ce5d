import type { Scalar } from '@/lib/decision/condition'
import { FLOAT_MARK, SCALAR_KINDS, TEXT_KINDS } from './byte-writer'
import { wordOfNumber } from './packed-words'

// One character a byte: ASCII parts are cut out of the whole, which is decoded once.
const bytewise = new TextDecoder('latin1')
const utf8 = new TextDecoder()
const UUID_BYTES = 16
const UUID_HYPHENS_AT: ReadonlySet<number> = new Set([4, 6, 8, 10])
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Reads what `ByteWriter` wrote, in the same order. For trusted bytes only: nothing is checked. */
export class ByteReader {
  private at = 0
  private readonly characters: string
  private readonly view: DataView

  constructor(private readonly bytes: Uint8Array) {
    this.characters = bytewise.decode(bytes)
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length
  }

  count(): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = this.bytes[this.at++] ?? 0
      if (byte < 128) return value + byte * scale
      value += (byte - 128) * scale
    }
  }

  number(): number {
    const packed = this.count()
    if (packed !== FLOAT_MARK) {
      const zigzag = packed / 2
      return zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2
    }
    this.at += 8
    return this.view.getFloat64(this.at - 8)
  }

  text(): string {
    const head = this.count()
    const kind = head % 4
    const size = Math.floor(head / 4)
    if (kind === TEXT_KINDS.word) return wordOfNumber(size)
    const start = this.at
    this.at += size
    return kind === TEXT_KINDS.ascii
      ? this.characters.slice(start, this.at)
      : utf8.decode(this.bytes.subarray(start, this.at))
  }

  uuid(): string {
    const { bytes } = this
    let text = ''
    for (let index = 0; index < UUID_BYTES; index++) {
      if (UUID_HYPHENS_AT.has(index)) text += '-'
      text += HEX[bytes[this.at++] ?? 0] ?? ''
    }
    return text
  }

  texts(): string[] {
    const texts: string[] = []
    for (let left = this.count(); left > 0; left--) texts.push(this.text())
    return texts
  }

  scalar(): Scalar {
    switch (this.count()) {
      case SCALAR_KINDS.number:
        return this.number()
      case SCALAR_KINDS.text:
        return this.text()
      case SCALAR_KINDS.true:
        return true
      default:
        return false
    }
  }
}
