import { checkCopyText, COPY_MAX_LENGTH, type CopyKind } from '@/lib/assets/asset'
import { countCharacters, normalizePlainText } from '@/lib/assets/plain-text'

export interface CopyLine {
  readonly text: string
  readonly length: number
  readonly maxLength: number
  /** What keeps it from being added, in plain words. */
  readonly fault: string | null
}

/** What was typed, one piece of copy a line; empty lines are left out. */
export function readCopyLines(kind: CopyKind, typed: string): CopyLine[] {
  const texts = typed.split(/\r?\n/).map(normalizePlainText).filter(Boolean)
  return texts.map((text, index) => {
    const checked = checkCopyText(kind, text)
    const isRepeated = texts.indexOf(text) < index
    return {
      text,
      length: countCharacters(text),
      maxLength: COPY_MAX_LENGTH[kind],
      fault:
        checked.kind === 'invalid'
          ? checked.message
          : isRepeated
            ? 'This line is here twice.'
            : null,
    }
  })
}
