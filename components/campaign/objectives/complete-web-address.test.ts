import { describe, expect, it } from 'vitest'
import { completeWebAddress } from './complete-web-address'

describe('completeWebAddress', () => {
  it.each([
    ['shop.example', 'https://shop.example'],
    [' shop.example/sale?x=1#top ', 'https://shop.example/sale?x=1#top'],
    ['müller.example:8443/', 'https://müller.example:8443/'],
    ['https://shop.example', 'https://shop.example'],
    ['http://shop.example', 'http://shop.example'],
  ])('completes %j', (typed, expected) => {
    expect(completeWebAddress(typed)).toBe(expected)
  })

  it.each([
    '',
    'shop',
    'javascript:alert(1)',
    '//shop.example',
    'two words.example',
    'a@b.example',
  ])('leaves %j to be refused', (typed) => {
    expect(completeWebAddress(typed)).toBe(typed)
  })
})
