'use client'

import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { ProductPickerSheet } from '@/components/products/product-picker-sheet'
import { ProductFacts, ProductPicture } from '@/components/products/product-row'
import { useProducts } from '@/components/products/use-products'
import { Button } from '@/components/ui/button'
import { Callout } from '@/components/ui/callout'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { Explain } from '@/components/ui/explain'
import { IconButton } from '@/components/ui/icon-button'
import type { Design, SnapshotProduct } from '@/lib/decision/snapshot'
import type { Product } from '@/lib/products/product'

interface ProductsCardProps {
  design: Design
  disabled: boolean
  /** What keeps the products from being published. */
  issues: readonly string[]
  onDesignChange: (design: Design) => void
}

/** The products that a layout with room for them shows, in the order in which they are tried. */
export function ProductsCard({ design, disabled, issues, onDesignChange }: ProductsCardProps) {
  const [isPicking, setIsPicking] = useState(false)
  const chosen = design.products ?? []
  const keys = chosen.map(({ id }) => id)
  const known = useProducts(keys)
  const shown = chosen.map((product) => known.get(product.id) ?? toPlainProduct(product))
  const setProducts = (next: readonly SnapshotProduct[]) => {
    const { products: _before, ...rest } = design
    onDesignChange(next.length === 0 ? rest : { ...rest, products: [...next] })
  }
  const move = (from: number, by: -1 | 1) => {
    const moved = chosen[from]
    if (moved) setProducts(chosen.toSpliced(from, 1).toSpliced(from + by, 0, moved))
  }
  return (
    <section id="products" tabIndex={-1} className="scroll-mt-16">
      <Card
        title={
          <span className="flex items-center gap-1">
            Products
            <Explain term="Products in ads">
              The first products that are in stock stand where the picture is, at the price that the
              feed names at that moment. Where too few are in stock, the picture of the ad is shown
              instead; the static benchmark always shows the picture. A single product leads to its
              own page if that is on the site of the campaign’s landing page.
            </Explain>
          </span>
        }
        description="From your shop’s feed: stock and prices are those of the moment an ad is shown."
        actions={
          !disabled &&
          chosen.length > 0 && (
            <Button size="sm" onClick={() => setIsPicking(true)}>
              Choose products
            </Button>
          )
        }
      >
        <div className="space-y-3">
          {issues.map((message) => (
            <Callout key={message} tone="warning">
              {message}
            </Callout>
          ))}
          {chosen.length === 0 ? (
            <EmptyState
              className="py-6"
              title="No products chosen"
              body="This layout shows products with their prices. Until you choose some, it shows the picture."
              action={
                !disabled && <Button onClick={() => setIsPicking(true)}>Choose products</Button>
              }
            />
          ) : (
            <ol className="divide-border divide-y">
              {shown.map((product, index) => (
                <li key={product.key} className="flex items-center gap-3 py-2">
                  <ProductPicture picture={product.picture} />
                  <ProductFacts product={product} />
                  {!disabled && (
                    <span className="flex shrink-0">
                      <IconButton
                        size="sm"
                        label={`Show ${product.title} earlier`}
                        disabled={index === 0}
                        onClick={() => move(index, -1)}
                      >
                        <ChevronUp aria-hidden />
                      </IconButton>
                      <IconButton
                        size="sm"
                        label={`Show ${product.title} later`}
                        disabled={index === chosen.length - 1}
                        onClick={() => move(index, 1)}
                      >
                        <ChevronDown aria-hidden />
                      </IconButton>
                      <IconButton
                        size="sm"
                        label={`Take ${product.title} out`}
                        onClick={() => setProducts(chosen.toSpliced(index, 1))}
                      >
                        <Trash2 aria-hidden />
                      </IconButton>
                    </span>
                  )}
                </li>
              ))}
            </ol>
          )}
        </div>
      </Card>
      <ProductPickerSheet
        isOpen={isPicking}
        chosenKeys={keys}
        onAdd={(product) => setProducts([...chosen, toSnapshotProduct(product)])}
        onRemove={(key) => setProducts(chosen.filter(({ id }) => id !== key))}
        onClose={() => setIsPicking(false)}
      />
    </section>
  )
}

/** As it will be in the ads, but for formats that only browsers of others need. */
function toSnapshotProduct(product: Product): SnapshotProduct {
  const { key, title, link, priceMicros, currency, picture } = product
  return {
    ...{ id: key, name: title, landingUrl: link, priceMicros, currency },
    renditions: picture.kind === 'ready' ? picture.renditions : [],
  }
}

/** Until the feed has answered. */
function toPlainProduct(product: SnapshotProduct): Product {
  const { id, name, landingUrl, priceMicros, currency, renditions } = product
  return {
    ...{ key: id, title: name, link: landingUrl, priceMicros, currency, isInStock: true },
    picture: { kind: 'ready', renditions },
  }
}

/** A design whose products have the pictures that came since it was loaded. */
export function useFreshProducts(design: Design): Design {
  const waiting = (design.products ?? []).filter(({ renditions }) => renditions.length === 0)
  const known = useProducts(waiting.map(({ id }) => id))
  const fresh = waiting.flatMap(({ id }) => {
    const product = known.get(id)
    return product?.picture.kind === 'ready' ? [toSnapshotProduct(product)] : []
  })
  if (fresh.length === 0) return design
  return {
    ...design,
    products: design.products?.map((own) => fresh.find(({ id }) => id === own.id) ?? own),
  }
}
