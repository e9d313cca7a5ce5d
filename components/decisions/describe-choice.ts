import { formatChange } from '@/components/ui/format-number'
import type { ExplainedChoiceView } from '@/lib/learning/belief-api'
import { phraseContextValue } from '@/lib/learning/context-words'

type Term = ExplainedChoiceView['terms'][number]

interface Named {
  readonly segments: readonly { readonly id: string; readonly name: string }[]
  nameElement(slot: string, assetId: string): string
}

/** Terms that change the rate by less than this are not worth a sentence. */
const MIN_EFFECT = 0.01
const MAX_TERMS = 3

const change = (ratio: number) => formatChange(ratio, 0)
const range = ({ lower, upper }: Term) => `90 %: ${change(lower)} to ${change(upper)}`

/**
 * Why the learner chose an element, in sentences: first whether it was its best guess or a trial,
 * then the terms of its model that mattered most.
 */
export function describeChoice(
  { effect, isBestGuess, terms }: ExplainedChoiceView,
  named: Named,
): string[] {
  const verdict = isBestGuess
    ? `The learner’s best guess beside the rest of this ad: ${change(effect)} against the average of what could be shown.`
    : `A trial: another element was thought better beside the rest of this ad, but not surely. This one was put at ${change(effect)} against the average.`
  const strongest = terms
    .filter((term) => Math.abs(term.effect) >= MIN_EFFECT)
    .toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, MAX_TERMS)
  if (strongest.length === 0) {
    return [verdict, 'No single reason stands out yet: it has seen too little of it.']
  }
  return [verdict, ...strongest.map((term) => describeTerm(term, named))]
}

function describeTerm(term: Term, { segments, nameElement }: Named): string {
  const amount = `${change(term.effect)} (${range(term)})`
  switch (term.kind) {
    case 'main':
      return `By itself, wherever it is shown: ${amount}.`
    case 'interaction': {
      const where = phraseContextValue(term.feature, term.value, segments)
      return `${where.slice(0, 1).toUpperCase()}${where.slice(1)} it does another ${amount}.`
    }
    case 'pair': {
      const other = nameElement(term.otherSlot, term.otherAssetId)
      const isClear = term.lower > 0 || term.upper < 0
      const [verb, seeming] = isClear ? ['Goes', ''] : ['go', 'Seems to ']
      return `${seeming}${verb} ${term.effect > 0 ? 'well' : 'less well'} with “${other}”: ${amount}.`
    }
  }
}
