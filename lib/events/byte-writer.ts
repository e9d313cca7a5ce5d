import type { Scalar } from '@/lib/decision/condition'
import { numberOfWord } from './packed-words'

const INITIAL_BYTES = 1_024
const LONGEST_COUNT_BYTES = 8
const encoder = new TextEncoder()

/**
 * Beyond it a zigzag number, doubled, would not be exact any more.
 * @see https://protobuf.dev/programming-guides/encoding/#signed-ints
 */
const MAX_PACKED_INTEGER = 2 ** 50

/** How a text begins: its length or number, times four, plus what it is. */
export const TEXT_KINDS = { ascii: 0, word: 1, utf8: 2 } as const
/** How a scalar begins. */
export const SCALAR_KINDS = { false: 0, true: 1, number: 2, text: 3 } as const
/** A number that is no packed integer: odd, where those are even. */
export const FLOAT_MARK = 1

/** Writes values one after the other, as `ByteReader` reads them. Short texts cost no call out of JavaScript. */
export class ByteWriter {
  private bytes = new Uint8Array(INITIAL_BYTES)
  private view = new DataView(this.bytes.buffer)
  private length = 0

  /** Forgets what was written, even half a record that failed. */
  start(): void {
    this.length = 0
  }

  /** What was written since the start; overwritten after the next one. */
  take(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  /** A non-negative integer, seven bits a byte, the lowest first. */
  count(value: number): void {
    this.reserve(LONGEST_COUNT_BYTES)
    let rest = value
    while (rest > 127) {
      this.bytes[this.length++] = (rest % 128) + 128
      rest = Math.floor(rest / 128)
    }
    this.bytes[this.length++] = rest
  }

  /** Any number, bit for bit. */
  number(value: number): void {
    if (Number.isInteger(value) && Math.abs(value) < MAX_PACKED_INTEGER && !Object.is(value, -0)) {
      const zigzag = value < 0 ? -2 * value - 1 : 2 * value
      this.count(zigzag * 2)
      return
    }
    this.count(FLOAT_MARK)
    this.reserve(8)
    this.view.setFloat64(this.length, value)
    this.length += 8
  }

  /** A text that is likely one of the numbered words; ids and addresses never are. */
  word(value: string): void {
    const number = numberOfWord(value)
    if (number === undefined) this.text(value)
    else this.count(number * 4 + TEXT_KINDS.word)
  }

  text(value: string): void {
    const start = this.length
    this.count(value.length * 4 + TEXT_KINDS.ascii)
    this.reserve(value.length)
    const { bytes } = this
    let at = this.length
    for (let index = 0; index < value.length; index++) {
      const unit = value.charCodeAt(index)
      if (unit > 127) {
        this.length = start
        this.utf8(value)
        return
      }
      bytes[at++] = unit
    }
    this.length = at
  }

  /** Comes back in lower case, as every UUID of ours is written. */
  uuid(value: string): void {
    this.reserve(UUID_CHARACTERS)
    for (let index = 0; index < UUID_CHARACTERS; index += 2) {
      if (value.charCodeAt(index) === HYPHEN) index++
      const high = nibbleOf(value.charCodeAt(index))
      this.bytes[this.length++] = high * 16 + nibbleOf(value.charCodeAt(index + 1))
    }
  }

  texts(values: readonly string[]): void {
    this.count(values.length)
    for (const value of values) this.text(value)
  }

  words(values: readonly string[]): void {
    this.count(values.length)
    for (const value of values) this.word(value)
  }

  scalar(value: Scalar): void {
    if (typeof value === 'number') {
      this.count(SCALAR_KINDS.number)
      this.number(value)
    } else if (typeof value === 'string') {
      this.count(SCALAR_KINDS.text)
      this.word(value)
    } else {
      this.count(value ? SCALAR_KINDS.true : SCALAR_KINDS.false)
    }
  }

  private utf8(value: string): void {
    const encoded = encoder.encode(value)
    this.count(encoded.length * 4 + TEXT_KINDS.utf8)
    this.reserve(encoded.length)
    this.bytes.set(encoded, this.length)
    this.length += encoded.length
  }

  private reserve(byteCount: number): void {
    const needed = this.length + byteCount
    if (needed <= this.bytes.length) return
    const grown = new Uint8Array(2 * needed)
    grown.set(this.bytes)
    this.bytes = grown
    this.view = new DataView(grown.buffer)
  }
}

const UUID_CHARACTERS = 36
const HYPHEN = 45

/** Of a hexadecimal digit's character code. */
function nibbleOf(code: number): number {
  return code <= 57 ? code - 48 : (code | 32) - 87
}
