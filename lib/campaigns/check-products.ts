import { countTiles } from '@/lib/creatives/pick-products'
import type { CampaignDraft } from './campaign-draft'
import type { CampaignIssue } from './step'

/** Products have a picture, and there are enough of them for every size that shows them. */
export function checkProducts({ design, placements, pilot }: CampaignDraft): CampaignIssue[] {
  const { products } = design
  if (!products || !pilot) return []
  const sizes = [...new Set(placements.map(({ size }) => size))]
  const most = Math.max(0, ...sizes.map((size) => countTiles(design, size)))
  if (most === 0) return []
  const issue = (message: string): CampaignIssue => ({ step: 'assets', path: 'products', message })
  const missing = products.filter(({ renditions }) => renditions.length === 0)
  const few = products.length < most
  return [
    ...missing.map(({ name }) =>
      issue(`“${name}” has no picture yet. Wait until it is fetched, or take the product out.`),
    ),
    ...(few
      ? [issue(`This layout shows ${most} products. Choose at least so many, or none.`)]
      : []),
  ]
}
