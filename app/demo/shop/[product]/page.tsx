import { notFound } from 'next/navigation'
import { ProductPicture } from '@/app/demo/shop/product-picture'
import { PRODUCTS } from '@/app/demo/shop/products'
import { BuyButton } from './buy-button'

export default async function ProductPage({ params }: { params: Promise<{ product: string }> }) {
  const { product: slug } = await params
  const product = PRODUCTS.find((candidate) => candidate.slug === slug)
  if (!product) notFound()
  return (
    <main className="grid gap-8 md:grid-cols-2">
      <ProductPicture product={product} className="w-full rounded-lg" />
      <div className="space-y-4">
        <h1 className="font-serif text-3xl">{product.name}</h1>
        <p>{product.line}</p>
        <ul className="text-muted list-disc pl-5 text-sm">
          {product.details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </ul>
        <p className="text-xl font-medium">€{product.priceEur}</p>
        <BuyButton priceEur={product.priceEur} />
      </div>
    </main>
  )
}
