'use client'

import { useCallback, useState } from 'react'
import { LoadMore } from '@/components/assets/load-more'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { SearchInput } from '@/components/ui/search-input'
import { Sheet, SheetClose, SheetContent } from '@/components/ui/sheet'
import { Skeleton } from '@/components/ui/skeleton'
import { MAX_PRODUCTS } from '@/lib/decision/snapshot'
import type { Product } from '@/lib/products/product'
import { ProductFacts, ProductPicture } from './product-row'
import { useProductList } from './use-products'

interface ProductPickerSheetProps {
  isOpen: boolean
  chosenKeys: readonly string[]
  onAdd: (product: Product) => void
  onRemove: (key: string) => void
  onClose: () => void
}

/** Chooses products of the shop's feed for one campaign. */
export function ProductPickerSheet({ isOpen, onClose, ...props }: ProductPickerSheetProps) {
  return (
    <Sheet open={isOpen} onOpenChange={(open) => !open && onClose()}>
      {isOpen && (
        <SheetContent
          size="lg"
          title="Choose products"
          description={`Up to ${MAX_PRODUCTS}, from the stock feed. Ads show the first that are in stock.`}
          footer={
            <>
              <span role="status" className="text-muted mr-auto self-center text-sm tabular-nums">
                {props.chosenKeys.length} of {MAX_PRODUCTS} chosen
              </span>
              <SheetClose asChild>
                <Button variant="primary">Done</Button>
              </SheetClose>
            </>
          }
        >
          <ProductPickerList {...props} />
        </SheetContent>
      )}
    </Sheet>
  )
}

type ListProps = Omit<ProductPickerSheetProps, 'isOpen' | 'onClose'>

function ProductPickerList({ chosenKeys, onAdd, onRemove }: ListProps) {
  const [search, setSearch] = useState('')
  const list = useProductList(search)
  const { fetchNextPage } = list
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage])
  const isFull = chosenKeys.length >= MAX_PRODUCTS
  return (
    <div className="space-y-3">
      <SearchInput label="Search products" value={search} onValueChange={setSearch} />
      {list.isPending ? (
        <div aria-busy className="space-y-2">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </div>
      ) : list.isError && list.products.length === 0 ? (
        <ErrorState
          title="The products could not be loaded"
          body={list.error.message}
          onRetry={() => void list.refetch()}
        />
      ) : list.products.length === 0 ? (
        <EmptyState
          title={search ? 'No product fits' : 'No shop has sent products yet'}
          body={
            search
              ? 'Search for a part of its name, or the beginning of its id.'
              : 'Open the stock feed and send it your Merchant Center file, with titles, prices and pictures.'
          }
          action={!search && <ButtonLink href="/sources#feeds">Open the stock feed</ButtonLink>}
        />
      ) : (
        <div className="border-border overflow-hidden rounded-md border">
          <ul className="divide-border divide-y">
            {list.products.map((product) => {
              const isChosen = chosenKeys.includes(product.key)
              return (
                <li
                  key={product.key}
                  className={cn(
                    'hover:bg-subtle/60 relative flex items-center gap-3 px-3 py-2',
                    isChosen && 'bg-accent-subtle hover:bg-accent-subtle',
                  )}
                >
                  <Checkbox
                    aria-label={product.title}
                    checked={isChosen}
                    disabled={isFull && !isChosen}
                    onCheckedChange={(checked) =>
                      checked ? onAdd(product) : onRemove(product.key)
                    }
                    className="static after:absolute after:inset-0"
                  />
                  <ProductPicture picture={product.picture} />
                  <ProductFacts product={product} />
                </li>
              )
            })}
          </ul>
          <LoadMore
            shown={list.products.length}
            hasMore={list.hasNextPage}
            loading={list.isFetchingNextPage}
            failed={list.isFetchNextPageError}
            onMore={more}
          />
        </div>
      )}
    </div>
  )
}
