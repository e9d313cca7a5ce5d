/** Floating lists: Select, Combobox, DropdownMenu. */
export const menuStyle =
  'z-50 min-w-40 overflow-hidden rounded-lg border border-border bg-raised p-1 text-sm text-foreground shadow-popover animate-pop-in'

export const menuItemStyle =
  'relative flex min-h-8 w-full cursor-default items-center gap-2 rounded-md px-2 py-1.5 text-left outline-none select-none data-highlighted:bg-subtle data-disabled:pointer-events-none data-disabled:opacity-50 pointer-coarse:min-h-10 [&_svg]:size-4 [&_svg]:shrink-0'

export const menuLabelStyle = 'px-2 pt-2 pb-1 text-xs font-medium text-muted'
