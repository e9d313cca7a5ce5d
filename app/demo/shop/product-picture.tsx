import type { Product } from './products'

export function ProductPicture({ product, className }: { product: Product; className?: string }) {
  const [body, trim, ground] = product.colors
  return (
    <svg viewBox="0 0 320 240" role="img" aria-label={product.name} className={className}>
      <rect width="320" height="240" fill={ground} />
      <path d="M0 190 Q80 150 160 180 T320 168 V240 H0Z" fill={trim} opacity="0.55" />
      <path d="M0 212 Q110 182 200 206 T320 200 V240 H0Z" fill={body} opacity="0.35" />
      {product.slug === 'trail-boots' ? (
        <path
          d="M120 58h58v70l52 26q16 8 16 26v12H118q-6 0-6-8z M112 192h134v12H112z"
          fill={body}
        />
      ) : (
        <path
          d="M132 52q28 20 56 0l44 22 18 62-30 8-10-32v92H110v-92l-10 32-30-8 18-62z"
          fill={body}
        />
      )}
      <path d="M158 68v120" stroke={trim} strokeWidth="4" strokeDasharray="2 9" fill="none" />
    </svg>
  )
}
