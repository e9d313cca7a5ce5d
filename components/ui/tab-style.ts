export const tabListStyle =
  'relative flex max-w-full gap-4 overflow-x-auto border-b border-border [scrollbar-width:none]'

export const tabStyle =
  'inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-sm font-medium text-muted transition-colors hover:text-foreground focus-visible:-outline-offset-2 data-[state=active]:border-accent data-[state=active]:text-foreground aria-[current=page]:border-accent aria-[current=page]:text-foreground'
