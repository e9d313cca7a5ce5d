'use client'

import { FileDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuTrigger,
} from '@/components/ui/dropdown-menu'
import { Progress } from '@/components/ui/progress'
import type { AdSize } from '@/lib/decision/ad-size'
import { drawSheet, type SheetAd } from './draw-sheet'
import { MAX_SHEET_ADS } from './lay-out-sheet'
import { saveFile, toPng, writePdf } from './save-sheet'

interface TearSheetMenuProps {
  title: string
  size: AdSize
  count: number
  /** The first ads that are shown, at most as many as asked. */
  listAds: (limit: number) => SheetAd[]
}

/** Draws the ads that are shown, in this browser, and saves them as a document or a picture. */
export function TearSheetMenu({ title, size, count, listAds }: TearSheetMenuProps) {
  const [done, setDone] = useState<number | null>(null)
  const abort = useRef<AbortController | null>(null)
  const total = Math.min(count, MAX_SHEET_ADS)
  const save = async (form: 'pages' | 'picture') => {
    const controller = new AbortController()
    abort.current = controller
    setDone(0)
    try {
      const ads = listAds(MAX_SHEET_ADS)
      const { signal } = controller
      const canvases = await drawSheet({ title, size, ads, onProgress: setDone, signal }, form)
      const [first] = canvases
      const name = `${fileNameOf(title)}-${size}`
      if (form === 'pages') saveFile(await writePdf(canvases, title), `${name}.pdf`)
      else if (first) saveFile(await toPng(first), `${name}.png`)
      if (count > MAX_SHEET_ADS) toast(`The first ${MAX_SHEET_ADS} ads are on the tear sheet.`)
    } catch (error) {
      if (!controller.signal.aborted) {
        toast.error(error instanceof Error ? error.message : 'The tear sheet could not be made.')
      }
    } finally {
      setDone(null)
    }
  }
  if (done !== null) {
    return (
      <div className="flex items-center gap-3">
        <Progress
          className="w-44"
          value={total === 0 ? null : done / total}
          label="Tear sheet"
          detail={`${done} of ${total} ads`}
        />
        <Button size="sm" onClick={() => abort.current?.abort()}>
          Cancel
        </Button>
      </div>
    )
  }
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button icon={<FileDown aria-hidden />} disabled={count === 0}>
          Tear sheet
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <DropdownMenuItem onSelect={() => void save('pages')}>PDF, in pages</DropdownMenuItem>
        <DropdownMenuItem onSelect={() => void save('picture')}>PNG, one picture</DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  )
}

function fileNameOf(title: string): string {
  return title.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'ads'
}
