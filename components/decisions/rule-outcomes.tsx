import { Check, Minus, SkipForward } from 'lucide-react'

interface RuleOutcome {
  readonly ruleId: string
  readonly name: string
  /** How it came out: applied, noEffect or skipped. */
  readonly outcome: string
  readonly text: string
}

const ICONS: Record<string, typeof Check> = {
  applied: Check,
  noEffect: Minus,
  skipped: SkipForward,
}

/** Rules whose condition held, by priority, and what came of each. */
export function RuleOutcomes({ rules }: { rules: readonly RuleOutcome[] }) {
  return (
    <ol className="space-y-2">
      {rules.map(({ ruleId, name, outcome, text }) => {
        const Icon = ICONS[outcome] ?? Check
        return (
          <li key={ruleId} className="flex gap-2 text-sm">
            <Icon aria-hidden className="text-accent mt-1 size-3.5 shrink-0" />
            <span className="min-w-0 break-words">
              <span className="font-medium">{name}</span>
              <span className="text-muted block">{text}</span>
            </span>
          </li>
        )
      })}
    </ol>
  )
}
