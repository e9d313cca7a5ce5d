import { Lightbulb } from 'lucide-react'

interface ChoiceReasonsProps {
  label: string
  /** The first one sums the others up. */
  reasons: readonly string[]
}

/** Why the learner chose what a slot shows. */
export function ChoiceReasons({ label, reasons: [verdict, ...terms] }: ChoiceReasonsProps) {
  return (
    <div className="border-border flex gap-2.5 border-b px-4 py-3 text-sm">
      <Lightbulb aria-hidden className="text-accent mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 space-y-1">
        <p>{verdict}</p>
        <ul aria-label={`Why this ${label.toLowerCase()}`} className="text-muted space-y-0.5">
          {terms.map((term) => (
            <li key={term} dir="auto" className="wrap-anywhere tabular-nums">
              {term}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}
