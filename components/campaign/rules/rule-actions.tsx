'use client'

import { ChevronDown, ChevronUp, Copy, EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import type { RuleDraft } from './use-rules'

interface RuleActionsProps {
  rule: RuleDraft
  onMove: (by: -1 | 1) => void
  onEdit: () => void
  onDuplicate: () => void
  onDelete: () => void
}

export function RuleActions({ rule, ...on }: RuleActionsProps) {
  return (
    <>
      <span className="max-md:hidden">
        <IconButton size="sm" label={`Edit ${rule.name}`} onClick={on.onEdit}>
          <Pencil aria-hidden />
        </IconButton>
      </span>
      <DropdownMenu>
        <DropdownMenuTrigger asChild>
          <IconButton size="sm" label={`More for ${rule.name}`}>
            <EllipsisVertical aria-hidden />
          </IconButton>
        </DropdownMenuTrigger>
        <DropdownMenuContent align="end">
          <DropdownMenuItem icon={<Pencil aria-hidden />} onSelect={on.onEdit}>
            Edit
          </DropdownMenuItem>
          <DropdownMenuItem icon={<ChevronUp aria-hidden />} onSelect={() => on.onMove(-1)}>
            Move up
          </DropdownMenuItem>
          <DropdownMenuItem icon={<ChevronDown aria-hidden />} onSelect={() => on.onMove(1)}>
            Move down
          </DropdownMenuItem>
          <DropdownMenuItem icon={<Copy aria-hidden />} onSelect={on.onDuplicate}>
            Duplicate
          </DropdownMenuItem>
          <DropdownMenuItem danger icon={<Trash2 aria-hidden />} onSelect={on.onDelete}>
            Delete
          </DropdownMenuItem>
        </DropdownMenuContent>
      </DropdownMenu>
    </>
  )
}
