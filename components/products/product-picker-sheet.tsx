'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PickList } from '@/components/ui/pick-list'
import { SearchInput } from '@/components/ui/search-input'
import { Sheet, SheetClose, SheetContent } from '@/components/ui/sheet'
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
  return (
    <div className="space-y-3">
      <SearchInput label="Search products" value={search} onValueChange={setSearch} />
      <PickList
        query={list}
        items={list.products}
        noun="The products"
        empty={
          <EmptyState
            title={search ? 'No product fits' : 'No shop has sent products yet'}
            body={
              search
                ? 'Search for a part of its name, or the beginning of its id.'
                : 'Open the stock feed and send it your Merchant Center file, with titles, prices and pictures.'
            }
            action={!search && <ButtonLink href="/sources#feeds">Open the stock feed</ButtonLink>}
          />
        }
        keyOf={({ key }) => key}
        labelOf={({ title }) => title}
        chosenKeys={chosenKeys}
        isFull={chosenKeys.length >= MAX_PRODUCTS}
        onToggle={(product, isChosen) => (isChosen ? onAdd(product) : onRemove(product.key))}
      >
        {(product) => (
          <>
            <ProductPicture picture={product.picture} />
            <ProductFacts product={product} />
          </>
        )}
      </PickList>
    </div>
  )
}
