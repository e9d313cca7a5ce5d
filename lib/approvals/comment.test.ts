import { describe, expect, it } from 'vitest'
import { type Comment, createCommentSchema, groupThreads } from './comment'

const comment = (id: string, own: Partial<Comment> = {}): Comment => ({
  ...{ id, assetVersion: 1, parentId: null, text: id, pin: null, decision: null },
  ...{ authorName: 'Ann', createdAt: '2026-01-01T00:00:00Z' },
  ...{ resolvedAt: null, resolvedByName: null },
  ...own,
})

describe('groupThreads', () => {
  it('puts answers below what they answer and numbers the pins', () => {
    const pin = { x: 0.5, y: 0.5 }
    const threads = groupThreads([
      comment('a', { pin }),
      comment('b'),
      comment('c', { parentId: 'a' }),
      comment('d', { pin }),
      comment('e', { parentId: 'gone' }),
    ])
    expect(
      threads.map(({ first, answers, pinNumber }) => [first.id, answers.length, pinNumber]),
    ).toEqual([
      ['a', 1, 1],
      ['b', 0, null],
      ['d', 0, 2],
    ])
  })
})

describe('createCommentSchema', () => {
  it('refuses an empty text, a spot outside of the picture and a pinned answer', () => {
    const isValid = (input: object) => createCommentSchema.safeParse(input).success
    expect(isValid({ text: ' ' })).toBe(false)
    expect(isValid({ text: 'Here', pin: { x: 1.1, y: 0 } })).toBe(false)
    expect(isValid({ text: 'Here', pin: { x: 1, y: 0 }, parentId: 'a' })).toBe(false)
    expect(isValid({ text: 'Here', pin: { x: 1, y: 0 } })).toBe(true)
  })
})
