/** The box shared by every text-like control. */
export const controlStyle =
  'w-full min-w-0 rounded-md border border-input bg-surface px-2.5 text-sm text-foreground placeholder:text-muted transition-colors hover:border-foreground/60 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-subtle disabled:opacity-80 aria-invalid:border-danger max-md:text-[16px]'

export const controlHeight = 'h-8 pointer-coarse:h-10'
