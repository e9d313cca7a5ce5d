import { Link2 } from 'lucide-react'

/** What pairs brought along or kept out beside what was shown. */
export function PairTexts({ pairs }: { pairs: readonly string[] }) {
  if (pairs.length === 0) return null
  return (
    <ul aria-label="Pairs that mattered" className="mt-2 space-y-2">
      {pairs.map((text) => (
        <li key={text} className="flex gap-2 text-sm">
          <Link2 aria-hidden className="text-accent mt-1 size-3.5 shrink-0" />
          <span dir="auto" className="text-muted min-w-0 break-words">
            {text}
          </span>
        </li>
      ))}
    </ul>
  )
}
