import { z } from 'zod'
import { assetStateSchema } from '@/lib/assets/asset-state'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { assetKindSchema } from '@/lib/decision/snapshot'
import { auditFindingSchema } from './audit-finding'

const count = z.number().int().min(0)

/** `all`: the least that any viewer finds. `none`: whoever is in no segment. */
export const auditQuerySchema = z.object({
  segment: z.string().max(40).default('all'),
  locale: z.string().max(35).default('all'),
})
export type AuditQuery = z.infer<typeof auditQuerySchema>

export const cellStateSchema = z.enum(['good', 'waiting', 'poor', 'missing', 'no_room'])
export type CellState = z.infer<typeof cellStateSchema>

export const coverageCellSchema = z.object({
  size: adSizeSchema,
  /**
   * `good`: something approved looks right. `waiting`: something would, once approved. `poor`: only
   * cut or enlarged ones. `missing`: nothing. `no_room`: the layout has no place for the kind.
   */
  state: cellStateSchema,
  /** Assets that look right, those of them that may be shown now, and those cut or enlarged. */
  good: count,
  ready: count,
  limited: count,
  /** About how many characters are shown; null for what is no copy. */
  characterLimit: z.number().int().nullable(),
  /** Viewers who find as little as this, of all that were counted; a few by name. */
  viewers: z.object({ count, of: count, examples: z.array(z.string()) }),
})
export type CoverageCell = z.infer<typeof coverageCellSchema>

export const fitStateSchema = z.enum(['good', 'limited', 'missing', 'no_room'])

export const inventoryRowSchema = z.object({
  slot: z.string(),
  slotLabel: z.string(),
  assetId: z.string(),
  kind: assetKindSchema,
  name: z.string(),
  text: z.string().nullable(),
  locale: z.string(),
  state: assetStateSchema,
  isPaused: z.boolean(),
  /** Whether it counts: shown now, meant to be, or neither. */
  standing: z.enum(['ready', 'planned', 'out']),
  /** One of each ad size, in their order. */
  fits: z.array(z.object({ state: fitStateSchema, reason: z.string() })),
})
export type InventoryRow = z.infer<typeof inventoryRowSchema>

/** What a campaign's assets can do, and what they can't. */
export const auditSchema = z.object({
  campaignId: z.string(),
  auditedAt: z.iso.datetime(),
  sizes: z.array(z.object({ size: adSizeSchema, isPlaced: z.boolean() })),
  /** False: nothing is placed yet, so all sizes count. */
  hasPlacements: z.boolean(),
  score: z.object({
    value: z.number().int().min(0).max(100),
    parts: z.array(
      z.object({
        key: z.enum(['coverage', 'choice', 'readiness', 'reuse', 'combinations']),
        weight: z.number(),
        share: z.number(),
        detail: z.string(),
      }),
    ),
  }),
  /** Of all findings, those left out of the list included. */
  counts: z.object({ error: count, warning: count, info: count }),
  findings: z.array(auditFindingSchema),
  omittedFindingCount: count,
  coverage: z.object({
    audiences: z.array(z.object({ id: z.string().nullable(), label: z.string() })),
    locales: z.array(z.object({ tag: z.string(), label: z.string(), isAsked: z.boolean() })),
    omittedLocaleCount: count,
    rows: z.array(
      z.object({
        slot: z.string(),
        label: z.string(),
        kind: assetKindSchema,
        cells: z.array(coverageCellSchema),
      }),
    ),
  }),
  inventory: z.array(inventoryRowSchema),
  weights: z.array(
    z.object({
      size: adSizeSchema,
      limitBytes: count,
      heaviestBytes: count,
      typicalBytes: count,
      requestCount: count,
      heaviestLoadMs: count,
      typicalLoadMs: count,
      heaviest: z.object({ slot: z.string(), assetId: z.string() }).nullable(),
    }),
  ),
  modularity: z.object({
    slots: z.array(
      z.object({ slot: z.string(), label: z.string(), distinctCount: count, readyCount: count }),
    ),
    elementCount: count,
    everywhereCount: count,
    boundCount: count,
    combinations: z.object({ total: z.number(), allowed: z.number().nullable() }),
  }),
})
export type Audit = z.infer<typeof auditSchema>
