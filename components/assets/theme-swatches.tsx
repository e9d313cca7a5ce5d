import { cn } from '@/components/ui/cn'
import type { Theme } from '@/lib/assets/theme'

/** A theme as it would look: words on the background, and a button. */
export function ThemeSwatches({ theme, className }: { theme: Theme; className?: string }) {
  return (
    <span
      aria-hidden
      className={cn('flex flex-col items-center justify-center gap-2 p-2', className)}
      style={{ background: theme.backgroundColor, color: theme.textColor }}
    >
      <span className="text-base font-semibold">Aa</span>
      <span
        className="text-2xs rounded-sm px-2 py-0.5 font-medium"
        style={{ background: theme.accentColor, color: theme.accentTextColor }}
      >
        Aa
      </span>
    </span>
  )
}
