import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPhrases, foldWords } from './match-phrases'

const found = (text: string, ...phrases: string[]) => findPhrases(foldWords(text), phrases)

describe('findPhrases', () => {
  it.each([
    ['A class of its own', 'ass'],
    ['Assassins in the grass', 'ass'],
    ['Scunthorpe', 'cunt'],
    ['Das Beste aus der Region', 'best'],
    ['cheapest', 'cheap'],
    ['over 1000 shops', '100'],
    ['a free-range life', 'free life'],
    ['', 'free'],
    ['anything', '!!!'],
  ])('%s does not hold %s', (text, phrase) => {
    expect(found(text, phrase)).toEqual([])
  })

  it.each([
    ['The BEST jacket', 'best'],
    ['Send an e-mail', 'e mail'],
    ['risk—free!', 'risk-free'],
    ['risk 🎉 free', 'risk free'],
    ['Große Straße', 'STRASSE'],
    ['ΟΔΟΣ', 'οδος'],
    ['ＦＲＥＥ stuff', 'free'],
    ['Cafe\u0301 crème', 'café'],
    ['fr\u00adee', 'free'],
    ['fr\u200bee', 'free'],
    ['Don’t wait', "don't wait"],
    ['Heal in days', 'heal'],
    ['It is 100 % safe', '100%'],
    ['We are #1', '# 1'],
    ['Guaranteed results', 'guarant*'],
    ['this is guaranteed', 'is guarant*'],
    ['日本最高の品質', '最高'],
    ['ราคาถูกที่สุดในประเทศ', 'ถูกที่สุด'],
  ])('%s holds %s', (text, phrase) => {
    expect(found(text, phrase)).toEqual([phrase])
  })

  it('finds them in the order of the list, twice when listed twice', () => {
    const phrases = ['here', 'no*', 'is', 'absent', '最高', 'is']
    expect(found('Nothing is here, 日本最高', ...phrases)).toEqual([
      'here',
      'no*',
      'is',
      '最高',
      'is',
    ])
  })

  it('finds any words that stand side by side, and none that do not occur', () => {
    const word = fc.stringMatching(/^[a-zäöüß]{1,8}$/)
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.nat(),
        (words, a, b) => {
          const start = a % words.length
          const phrase = words.slice(start, start + 1 + (b % 3)).join(' ')
          expect(found(words.join(', '), phrase)).toEqual([phrase])
          expect(found(words.join(' '), `${phrase} zz9`)).toEqual([])
        },
      ),
    )
  })

  it('takes hostile texts in its stride', () => {
    const hostile = 'a'.repeat(50_000)
    expect(found(`${hostile}!`, `${'a'.repeat(49)}b`, 'a*')).toEqual(['a*'])
  })
})
