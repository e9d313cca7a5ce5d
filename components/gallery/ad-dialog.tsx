import type { ReactNode } from 'react'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import type { AdSize } from '@/lib/decision/ad-size'
import type { Snapshot } from '@/lib/decision/snapshot'
import { AdDetails } from './ad-details'

export interface OpenAd {
  readonly key: string
  readonly name: string
  readonly assets: Readonly<Record<string, string>>
}

interface AdDialogProps {
  snapshot: Snapshot
  sizes: readonly AdSize[]
  ad: OpenAd | null
  chance: number | null
  onClose: () => void
  /** What is known about it beside its elements. */
  children?: ReactNode
}

export function AdDialog({ snapshot, sizes, ad, chance, onClose, children }: AdDialogProps) {
  return (
    <Dialog open={ad !== null} onOpenChange={(isOpen) => !isOpen && onClose()}>
      {ad && (
        <DialogContent size="xl" title={ad.name} description="In every size the campaign uses.">
          <AdDetails snapshot={snapshot} sizes={sizes} assets={ad.assets} chance={chance} />
          {children}
        </DialogContent>
      )}
    </Dialog>
  )
}
