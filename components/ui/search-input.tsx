'use client'

import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { cn } from './cn'
import { Input } from './input'

interface SearchInputProps {
  value: string
  /** Called when typing pauses. */
  onValueChange: (value: string) => void
  /** What is searched: the accessible name and placeholder, such as "Search assets". */
  label: string
  delayMs?: number
  className?: string
}

export function SearchInput({
  value,
  onValueChange,
  label,
  delayMs = 250,
  className,
}: SearchInputProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(
    () => () => {
      clearTimeout(timer.current)
    },
    [],
  )
  const send = (text: string, afterMs: number) => {
    setDraft(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      onValueChange(text)
      setDraft(null)
    }, afterMs)
  }
  const text = draft ?? value
  return (
    <div className={cn('relative w-full max-w-64 max-md:max-w-none', className)}>
      <Search
        aria-hidden
        className="text-muted pointer-events-none absolute top-1/2 left-2.5 size-4 -translate-y-1/2"
      />
      <Input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          send(event.target.value, delayMs)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') send(text, 0)
        }}
        className="px-8 [&::-webkit-search-cancel-button]:hidden"
      />
      {text && (
        <button
          type="button"
          aria-label="Clear search"
          onClick={() => {
            send('', 0)
          }}
          className="text-muted hover:text-foreground absolute top-1/2 right-1 inline-flex size-6 -translate-y-1/2 items-center justify-center rounded-sm"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      )}
    </div>
  )
}
