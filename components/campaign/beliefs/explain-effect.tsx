import { Explain } from '@/components/ui/explain'

/** What an effect and its interval are, with the formula. */
export function ExplainEffect() {
  return (
    <Explain term="Effect">
      <p>
        How much more (or less) often an ad succeeds with this element than with the average element
        of its slot, for the viewers and the other elements of late. The bar is the range in which
        the truth lies 9 times out of 10: green if all of it is above the average, red if all of it
        is below. “Best” is the chance that no other element of the slot does better.
      </p>
      <p>
        The formula: ln(p ÷ (1 − p)) = start + context + Σ element + Σ element in this context + Σ
        pair of elements. All of them are learnt together, with what is not known of each; 400 draws
        from that make the range.
      </p>
      <p>
        So an element is not blamed for the viewers or the company it was shown in, as a plain click
        rate would.
      </p>
    </Explain>
  )
}
