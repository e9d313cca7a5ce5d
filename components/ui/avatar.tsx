import { cn } from './cn'

/** Initials; decoration beside a name that is written out. */
export function Avatar({ name, className }: { name: string; className?: string }) {
  const words = name.split(/[\s@._-]+/).filter(Boolean)
  const initials = [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.charAt(0).toUpperCase() ?? '')
    .join('')
  return (
    <span
      aria-hidden
      className={cn(
        'bg-accent-subtle text-accent text-2xs inline-flex size-6 shrink-0 items-center justify-center rounded-md font-semibold',
        className,
      )}
    >
      {initials}
    </span>
  )
}
