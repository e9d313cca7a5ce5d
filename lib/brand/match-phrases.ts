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
  const { byLastWord, others } = foldPhrases(phrases)
  const closed = [...new Set(text.words)].flatMap((word) => byLastWord.get(word) ?? [])
  return [...closed, ...others]
    .filter((phrase) => holdsPhrase(text, phrase))
    .sort((one, other) => one.index - other.index)
    .map(({ written }) => written)
}

interface FoldedPhrase extends FoldedText {
  readonly index: number
  readonly written: string
  readonly isOpen: boolean
}

/** Most phrases of a long list share no word with a text, and are not looked at. */
interface FoldedPhrases {
  readonly byLastWord: ReadonlyMap<string | undefined, readonly FoldedPhrase[]>
  /** Those that may end within a word. */
  readonly others: readonly FoldedPhrase[]
}

// A kit's lists are searched for in every text of a library, and never change once parsed.
const folded = new WeakMap<readonly string[], FoldedPhrases>()

function foldPhrases(phrases: readonly string[]): FoldedPhrases {
  const known = folded.get(phrases)
  if (known) return known
  const all = phrases.map((written, index): FoldedPhrase => {
    const isOpen = written.endsWith('*')
    return { index, written, isOpen, ...foldWords(isOpen ? written.slice(0, -1) : written) }
  })
  const mayEndInWord = ({ isOpen, whole }: FoldedPhrase) => isOpen || UNSPACED.test(whole)
  const made = {
    byLastWord: Map.groupBy(
      all.filter((phrase) => !mayEndInWord(phrase)),
      ({ words }) => words.at(-1),
    ),
    others: all.filter(mayEndInWord),
  }
  folded.set(phrases, made)
  return made
}

function holdsPhrase(text: FoldedText, { isOpen, whole, words }: FoldedPhrase): boolean {
  const last = words.at(-1)
  if (UNSPACED.test(whole)) return text.whole.includes(whole)
  if (last === undefined || !text.whole.includes(last)) return false
  const before = words.slice(0, -1)
  for (let start = 0; start + words.length <= text.words.length; start++) {
    const end = text.words[start + before.length] ?? ''
    const isEnd = isOpen ? end.startsWith(last) : end === last
    if (isEnd && before.every((word, offset) => text.words[start + offset] === word)) return true
  }
  return false
}
