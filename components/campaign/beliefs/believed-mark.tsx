import { EffectMark, type EffectScale } from '@/components/charts/effect-mark'
import { toneOfEffect } from './describe-belief'

interface BelievedMarkProps {
  effect: { readonly mean: number; readonly lower: number; readonly upper: number }
  scale: EffectScale
  className?: string
}

/** A believed effect with its interval, in the colour of what it says. */
export function BelievedMark({ effect, ...props }: BelievedMarkProps) {
  const { mean, lower, upper } = effect
  return <EffectMark {...props} value={mean} low={lower} high={upper} tone={toneOfEffect(effect)} />
}
