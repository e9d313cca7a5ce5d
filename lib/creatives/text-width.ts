import { unpackAdvance } from './advance-ranges'
import { BOLD_ADVANCES, REGULAR_ADVANCES } from './font-advances'

/** Wide where no font was measured: a script that is set in a font of the viewer's own. */
const UNMEASURED_EMS = 1
const IDEOGRAPH_EMS = 1.02
const EMOJI_EMS = 1.38
const KEYCAP = '\u20e3'
const MOST_MARKS = 1
const STACKED_MARK_EMS = 1.1

// Combining marks and joiners take no room of their own.
const weightless = /\p{M}|[\u200b-\u200f\u2060-\u2064\ufe00-\ufe0f\ufeff]/u
const ideograph =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|[\u3000-\u303f\uff00-\uffef]/u
const emoji = /\p{Emoji_Presentation}|\p{Extended_Pictographic}/u

const remembered = { regular: new Map<string, number>(), bold: new Map<string, number>() }

/** How wide one character is at most in the ads' fonts, in ems; kerning only makes text narrower. */
export function characterEms(character: string, isBold: boolean): number {
  const known = remembered[isBold ? 'bold' : 'regular']
  const found = known.get(character)
  if (found !== undefined) return found
  const ems = measureCharacter(character, isBold)
  if (known.size < 5_000) known.set(character, ems)
  return ems
}

/** The same of a text without line breaks. */
export function textEms(text: string, isBold: boolean): number {
  let ems = 0
  let marks = 0
  for (const character of text) {
    const characterWidth = characterEms(character, isBold)
    marks = characterWidth === 0 ? marks + 1 : 0
    ems += marks > MOST_MARKS ? STACKED_MARK_EMS : characterWidth
  }
  return ems
}

export function isIdeograph(character: string): boolean {
  return ideograph.test(character)
}

function measureCharacter(character: string, isBold: boolean): number {
  if (character === KEYCAP) return EMOJI_EMS
  if (weightless.test(character)) return 0
  const codePoint = character.codePointAt(0) ?? 0
  const measured = unpackAdvance(isBold ? BOLD_ADVANCES : REGULAR_ADVANCES, codePoint)
  if (measured !== undefined)
    return emoji.test(character) ? Math.max(measured, EMOJI_EMS) : measured
  if (ideograph.test(character)) return IDEOGRAPH_EMS
  return emoji.test(character) ? EMOJI_EMS : UNMEASURED_EMS
}
