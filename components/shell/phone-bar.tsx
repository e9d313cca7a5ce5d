'use client'

import { Menu } from 'lucide-react'
import Link from 'next/link'
import { useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Sheet, SheetContent, SheetTrigger } from '@/components/ui/sheet'
import { Logo } from './logo'
import { Rail } from './rail'
import type { StudioShellProps } from './studio-shell'

export function PhoneBar(props: Omit<StudioShellProps, 'children'>) {
  const [open, setOpen] = useState(false)
  return (
    <header className="border-border bg-surface sticky top-0 z-30 flex h-12 items-center gap-2 border-b px-2 lg:hidden print:hidden">
      <Sheet open={open} onOpenChange={setOpen}>
        <SheetTrigger asChild>
          <IconButton label="Open the menu">
            <Menu aria-hidden />
          </IconButton>
        </SheetTrigger>
        <SheetContent side="left" size="sm" title="Menu">
          <Rail
            {...props}
            showLogo={false}
            onNavigate={() => {
              setOpen(false)
            }}
          />
        </SheetContent>
      </Sheet>
      <Link href="/campaigns" className="rounded-md px-1 py-1">
        <Logo />
      </Link>
    </header>
  )
}
