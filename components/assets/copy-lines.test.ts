import { describe, expect, it } from 'vitest'
import { readCopyLines } from './copy-lines'

describe('readCopyLines', () => {
  it('takes one piece a line and leaves out empty ones', () => {
    const lines = readCopyLines('headline', '  Boots for   rain\r\n\n \nWarm & dry 👩‍🚀\n')
    expect(lines.map(({ text, length, fault }) => [text, length, fault])).toEqual([
      ['Boots for rain', 14, null],
      ['Warm & dry 👩‍🚀', 12, null],
    ])
  })

  it('says what is wrong with a line', () => {
    const lines = readCopyLines('cta', `Buy now\nBuy now\n${'x'.repeat(26)}\nBuy\u202e now`)
    expect(lines.map(({ fault }) => fault)).toEqual([
      null,
      'This line is here twice.',
      'The text may have at most 25 characters.',
      'The text holds invisible control characters.',
    ])
  })
})
