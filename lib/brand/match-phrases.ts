import { foldText } from './fold-text'

/** Written without spaces: where a word ends is a guess, so phrases are found anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
/** Signs that are words of their own (“100 %”, “#1”); others may stand anywhere inside a phrase. */
const SIGN = /[\p{Sc}\p{Sm}%&#@]/u

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** A text ready to be searched for phrases. */
export interface FoldedText {
  readonly whole: string
  readonly words: readonly string[]
}

export function foldWords(text: string): FoldedText {
  const whole = foldText(text)
  const words: string[] = []
  for (const { segment, isWordLike } of segmenter.segment(whole)) {
    if (isWordLike || SIGN.test(segment)) words.push(segment)
  }
  return { whole, words }
}

/**
 * The phrases a text holds, as they are written in the list. Whole words only, whatever stands
 * between them (“e mail” finds “e-mail”, “ass” does not find “class”); a phrase that ends in `*`
 * finds every word that begins so. Linear in the text for each phrase: no patterns are run.
 */
export function findPhrases(text: FoldedText, phrases: readonly string[]): string[] {
  return phrases.filter((phrase) => holdsPhrase(text, phrase))
}

function holdsPhrase(text: FoldedText, phrase: string): boolean {
  const isOpen = phrase.endsWith('*')
  const { whole, words } = foldWords(isOpen ? phrase.slice(0, -1) : phrase)
  if (UNSPACED.test(whole)) return text.whole.includes(whole)
  const last = words.at(-1)
  if (last === undefined) return false
  const before = words.slice(0, -1)
  for (let start = 0; start + words.length <= text.words.length; start++) {
    const end = text.words[start + before.length] ?? ''
    const isEnd = isOpen ? end.startsWith(last) : end === last
    if (isEnd && before.every((word, offset) => text.words[start + offset] === word)) return true
  }
  return false
}
