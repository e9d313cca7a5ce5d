import { ProductPicture } from './product-picture'
import { PRODUCTS } from './products'

export default function ShopPage() {
  return (
    <main className="space-y-6">
      <h1 className="max-w-xl font-serif text-4xl leading-tight">
        Made for the weather you actually have
      </h1>
      <ul className="grid gap-6 sm:grid-cols-3">
        {PRODUCTS.map((product) => (
          <li key={product.slug}>
            <a href={`/demo/shop/${product.slug}`} className="group block space-y-2">
              <ProductPicture product={product} className="w-full rounded-lg" />
              <span className="flex justify-between gap-2 font-medium">
                <span className="group-hover:underline">{product.name}</span>
                <span>€{product.priceEur}</span>
              </span>
              <span className="text-muted block text-sm">{product.line}</span>
            </a>
          </li>
        ))}
      </ul>
    </main>
  )
}
