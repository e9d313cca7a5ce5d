import type { DatabaseSession } from '@/lib/db/client'
import type { ProductDetails } from '@/lib/products/product'

interface PushedProduct {
  readonly key: string
  readonly observedAt: string
  readonly product?: ProductDetails | undefined
}

/**
 * Keeps what a push says of products, each key once. What was observed before the stored does not
 * overwrite it; another picture is fetched anew, and the one before it is shown until then.
 */
export async function keepProducts(
  db: DatabaseSession,
  workspaceId: string,
  pushed: readonly PushedProduct[],
): Promise<void> {
  const products = pushed.flatMap(({ key, observedAt, product }) =>
    product ? [{ key, observedAt, ...product }] : [],
  )
  if (products.length === 0) return
  await db.$executeRaw`
    INSERT INTO product (workspace_id, key, title, link, image_url, observed_at)
    SELECT ${workspaceId}, u.key, u.title, u.link, u.image_url, u.observed_at
    FROM unnest(
      ${products.map(({ key }) => key)}::text[],
      ${products.map(({ title }) => title)}::text[],
      ${products.map(({ link }) => link ?? null)}::text[],
      ${products.map(({ imageUrl }) => imageUrl ?? null)}::text[],
      ${products.map(({ observedAt }) => observedAt)}::timestamptz[]
    ) AS u(key, title, link, image_url, observed_at)
    ON CONFLICT (workspace_id, key) DO UPDATE SET
      title = excluded.title, link = excluded.link, image_url = excluded.image_url,
      observed_at = excluded.observed_at,
      failure = CASE WHEN product.image_url IS DISTINCT FROM excluded.image_url
        THEN NULL ELSE product.failure END,
      failed_attempts = CASE WHEN product.image_url IS DISTINCT FROM excluded.image_url
        THEN 0 ELSE product.failed_attempts END,
      next_attempt_at = CASE WHEN product.image_url IS DISTINCT FROM excluded.image_url
        THEN now() ELSE product.next_attempt_at END
    WHERE product.observed_at <= excluded.observed_at`
}
