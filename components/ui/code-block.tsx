import { cn } from './cn'
import { CopyButton } from './copy-button'

interface CodeBlockProps {
  code: string
  /** What it is, such as "Tag for the page". */
  label: string
  wrap?: boolean
  className?: string
}

export function CodeBlock({ code, label, wrap = false, className }: CodeBlockProps) {
  return (
    <figure className={cn('border-border bg-subtle min-w-0 rounded-lg border', className)}>
      <figcaption className="border-border flex items-center justify-between gap-2 border-b py-1 pr-1 pl-3">
        <span className="text-muted truncate text-xs font-medium">{label}</span>
        <CopyButton text={code} label="Copy" />
      </figcaption>
      <pre
        tabIndex={0}
        aria-label={label}
        className={cn(
          'max-h-96 overflow-auto p-3 font-mono text-xs focus-visible:-outline-offset-2',
          wrap && 'break-all whitespace-pre-wrap',
        )}
      >
        <code>{code}</code>
      </pre>
    </figure>
  )
}
