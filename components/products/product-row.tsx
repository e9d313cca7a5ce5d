import { ImageOff, LoaderCircle } from 'lucide-react'
import Image from 'next/image'
import { Badge } from '@/components/ui/badge'
import { formatMicros } from '@/components/ui/format-number'
import type { Product } from '@/lib/products/product'

/** A product's picture, whole and small. */
export function ProductPicture({ picture }: { picture: Product['picture'] }) {
  const small =
    picture.kind === 'ready'
      ? picture.renditions.find(({ size, density }) => size === '300x250' && density !== 2)
      : undefined
  return (
    <span className="flex size-12 shrink-0 items-center justify-center overflow-hidden rounded-sm bg-white">
      {small ? (
        <Image
          unoptimized
          src={small.url}
          alt=""
          width={small.widthPx}
          height={small.heightPx}
          className="size-full object-contain"
        />
      ) : picture.kind === 'waiting' ? (
        <LoaderCircle aria-hidden className="size-4 text-neutral-500 motion-safe:animate-spin" />
      ) : (
        <ImageOff aria-hidden className="size-4 text-neutral-500" />
      )}
    </span>
  )
}

/** Title, price, stock and what is the matter with the picture. */
export function ProductFacts({ product }: { product: Product }) {
  const { title, key, priceMicros, currency, isInStock, picture } = product
  const price =
    priceMicros === null || currency === null ? null : formatMicros(priceMicros, currency)
  return (
    <span className="min-w-0 flex-1 text-sm">
      <span dir="auto" className="block truncate">
        {title}
      </span>
      <span className="text-muted flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
        <span className="tabular-nums">{price ?? 'No price in the feed'}</span>
        <span>{key}</span>
        {isInStock === false && <Badge tone="warning">Out of stock</Badge>}
        {isInStock === null && <Badge tone="outline">Stock not known</Badge>}
        {picture.kind === 'waiting' && <Badge tone="outline">Picture is being fetched</Badge>}
        {picture.kind === 'none' && <Badge tone="warning">No picture in the feed</Badge>}
        {picture.kind === 'failed' && (
          <Badge tone="warning">Picture failed: {picture.reason}</Badge>
        )}
      </span>
    </span>
  )
}
