import { cn } from '@/components/ui/cn'
import type { DiffLine } from '@/lib/templates/diff-lines'

const AROUND = 2
const MARKS = { same: ' ', removed: '−', added: '+' } as const
const WORDS = { same: '', removed: 'Taken out: ', added: 'New: ' } as const

/** What changed in a source, with the lines around it. */
export function SourceDiff({ label, lines }: { label: string; lines: readonly DiffLine[] }) {
  const shown = lines.filter((_, index) =>
    lines
      .slice(Math.max(0, index - AROUND), index + AROUND + 1)
      .some(({ kind }) => kind !== 'same'),
  )
  return (
    <div>
      <p className="text-muted mb-1 text-xs font-medium">{label}</p>
      {shown.length === 0 ? (
        <p className="text-muted text-xs">The same.</p>
      ) : (
        <ul className="border-border overflow-hidden rounded-md border font-mono text-xs">
          {shown.map(({ kind, text }, index) => (
            <li
              key={index}
              className={cn(
                'flex gap-2 px-2 py-0.5',
                kind === 'removed' && 'bg-danger-subtle',
                kind === 'added' && 'bg-positive-subtle',
              )}
            >
              <span aria-hidden className="select-none">
                {MARKS[kind]}
              </span>
              <span className="min-w-0 wrap-anywhere whitespace-pre-wrap">
                <span className="sr-only">{WORDS[kind]}</span>
                {text}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
