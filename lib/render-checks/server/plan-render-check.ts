import { createHash } from 'node:crypto'
import { sampleProducts } from '@/lib/creatives/pick-products'
import { renderDecision } from '@/lib/creatives/render-decision'
import type { Database } from '@/lib/db/client'
import type { AdSize } from '@/lib/decision/ad-size'
import type { Snapshot } from '@/lib/decision/snapshot'
import { assetsOfRow } from '@/lib/gallery/ad-key'
import { loadGallerySnapshot } from '@/lib/gallery/server/load-gallery-snapshot'
import { ProblemError } from '@/lib/http/problem'
import { createCombinationIndex } from '@/lib/permutations/combination-index'
import { coverPairs } from '@/lib/permutations/cover-pairs'
import { createSpace } from '@/lib/permutations/space'
import { spaceInputOf } from '@/lib/permutations/space-input'
import {
  CHECK_VERSION,
  type RenderCell,
  renderFindingSchema,
  type RenderPlan,
} from '@/lib/render-checks/render-check'
import type { Actor } from '@/lib/workspaces/permission'

/** A browser draws so many in a few minutes. */
const MAX_ADS = 400

/**
 * The ads of the draft that a browser has to draw, so that every two elements that can meet are
 * seen together in every size, with what is known of those that were drawn before.
 */
export async function planRenderCheck(
  db: Database,
  actor: Actor,
  campaignId: string,
): Promise<RenderPlan> {
  const loaded = await loadGallerySnapshot(db, actor.workspaceId, campaignId, 'draft', Date.now())
  if (loaded.kind === 'invalid') return loaded
  if (loaded.kind !== 'ok') throw new ProblemError('unprocessable', 'There is no draft to draw.')
  const { snapshot, sizes } = loaded
  const space = createSpace(spaceInputOf(snapshot))
  const cover = coverPairs(space.domains, space.excluded, MAX_ADS)
  const rows = [...(space.benchmark ? [space.benchmark] : []), ...cover.rows]
  const ads = rows.map((row) => assetsOfRow(space, row))
  const cells = listCells(snapshot, ads, sizes)
  const known = await db.renderCheck.findMany({
    where: { workspaceId: actor.workspaceId, key: { in: [...cells.keys()] } },
    select: { key: true, findings: true },
  })
  const findings = new Map(
    known.map((row) => [row.key, renderFindingSchema.array().parse(row.findings)]),
  )
  return {
    kind: 'ok',
    snapshot,
    cells: [...cells].map(([key, cell]) => ({ key, ...cell, findings: findings.get(key) ?? null })),
    ads: ads.length,
    pairs: cover.coveredPairs,
    isComplete: cover.isComplete,
    reachable: createCombinationIndex(space).count.toString(),
  }
}

/** Each ad once in each size; ads that look alike in a size are one. */
function listCells(
  snapshot: Snapshot,
  ads: readonly Record<string, string>[],
  sizes: readonly AdSize[],
) {
  // Where links lead changes nothing that is seen.
  const unlinked = { ...snapshot, landingUrl: 'https://example.com/' }
  const cells = new Map<string, Omit<RenderCell, 'key' | 'findings'>>()
  for (const size of sizes) {
    const products = sampleProducts(snapshot.design, size)
    for (const assets of ads) {
      // Products give way to the picture when too few are in stock.
      for (const shown of products ? [{ products }, {}] : [{}]) {
        const cell = { size, assets, ...shown }
        const { html } = renderDecision(unlinked, cell)
        const key = createHash('sha256').update(`${CHECK_VERSION}\n${size}\n${html}`).digest('hex')
        if (!cells.has(key)) cells.set(key, cell)
      }
    }
  }
  return cells
}
