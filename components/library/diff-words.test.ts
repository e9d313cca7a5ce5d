import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { diffWords } from './diff-words'

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'warm', ' ', '\n'), { maxLength: 12 })
const texts = words.map((list) => list.join(' '))
const join = (parts: ReturnType<typeof diffWords>, without: string) =>
  parts
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('')

describe('the difference of two texts', () => {
  it('holds both of them', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const parts = diffWords(before, after)
        expect(join(parts, 'added')).toBe(before)
        expect(join(parts, 'removed')).toBe(after)
        for (const [at, part] of parts.entries()) expect(part.kind).not.toBe(parts[at + 1]?.kind)
      }),
    )
  })

  it('keeps what is the same', () => {
    expect(diffWords('Warm boots for winter', 'Warm shoes for winter')).toEqual([
      { kind: 'same', text: 'Warm ' },
      { kind: 'removed', text: 'boots ' },
      { kind: 'added', text: 'shoes ' },
      { kind: 'same', text: 'for winter' },
    ])
    expect(diffWords('Same', 'Same')).toEqual([{ kind: 'same', text: 'Same' }])
  })
})
