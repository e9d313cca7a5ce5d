import { describe, expect, it } from 'vitest'
import { countExclamations, measureCapitals, measureReadingLevel } from './measure-voice'

describe('measureCapitals', () => {
  it.each([
    ['BUY NOW TODAY', 1],
    ['Buy now TODAY', 6 / 11],
    ['all in small letters', 0],
    ['ÄÖÜ ÄÖÜ ÄÖÜ', 1],
    ['OK!', null],
    ['こんにちは世界のみなさん', null],
  ])('%s: %d', (text, share) => {
    expect(measureCapitals(text)).toEqual(share === null ? null : expect.closeTo(share, 10))
  })
})

describe('countExclamations', () => {
  it.each([
    ['Hurry!', 1],
    ['Hurry!!!', 3],
    ['¡Ahora!', 1],
    ['今すぐ！', 1],
    ['What‼', 2],
    ['Calm.', 0],
  ])('%s: %i', (text, count) => {
    expect(countExclamations(text)).toBe(count)
  })
})

describe('measureReadingLevel', () => {
  it('is the mean length of sentences and the share of long words', () => {
    // 10 words in 2 sentences, of which 2 are longer than six letters: 10 / 2 + 100 · 2 / 10.
    const text = 'The jackets are warm and dry. Wear them all weekend.'
    expect(measureReadingLevel(text, 'en')).toBeCloseTo(25, 10)
  })

  it('says nothing of few words, or of a language it is not defined for', () => {
    expect(measureReadingLevel('Uncompromisingly weatherproof', 'en')).toBeNull()
    expect(measureReadingLevel('Bu ceket gerçekten çok sıcak ve kuru bir ceket.', 'tr')).toBeNull()
  })
})
