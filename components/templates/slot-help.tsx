'use client'

import { CircleHelp } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover'

const ROWS: readonly [string, string][] = [
  [
    'data-slot="headline"',
    'Filled by the campaign: headline, body, cta, disclaimer; on <img>: image, background, logo.',
  ],
  [
    'data-fit="268px 2 lines 14-22px"',
    'The room of a text. Another in one size: …; 728x90: 300px 1 line 13-18px',
  ],
  ['data-hide="320x50"', 'Sizes in which the slot is left out.'],
  [
    'data-default-320x50="Go"',
    'The default in one size; what stands in the element is that of all others.',
  ],
  ['[data-size="728x90"] .title', 'A style of one size. The ad itself is :root.'],
  [
    'var(--ad-accent)',
    'Colours of the design: background, text, accent, accent-text, link; also --ad-radius, and --ad-heading-font for titles. The brand’s fonts are inherited.',
  ],
]

export function SlotHelp() {
  return (
    <Popover>
      <PopoverTrigger asChild>
        <Button variant="ghost" size="sm" icon={<CircleHelp aria-hidden />}>
          Slots and sizes
        </Button>
      </PopoverTrigger>
      <PopoverContent className="w-96 max-w-[calc(100vw-32px)]">
        <dl className="space-y-2.5 text-sm">
          {ROWS.map(([code, words]) => (
            <div key={code}>
              <dt className="font-mono text-xs wrap-anywhere">{code}</dt>
              <dd className="text-muted">{words}</dd>
            </div>
          ))}
        </dl>
      </PopoverContent>
    </Popover>
  )
}
