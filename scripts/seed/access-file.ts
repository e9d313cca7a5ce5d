import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { feedKindSchema } from '@/lib/feeds/feed'

/** How people and programs reach the demonstration workspace. Holds secrets of this machine only. */
export const accessSchema = z.object({
  url: z.url(),
  email: z.string(),
  password: z.string(),
  /** May read, and report conversions. */
  apiKey: z.string(),
  workspaceId: z.string(),
  campaignId: z.string(),
  draftCampaignId: z.string(),
  /** The placement of the test page: a 300x250. */
  placementId: z.string(),
  placements: z.array(
    z.object({ id: z.string(), size: adSizeSchema, pageCategory: z.string().nullable() }),
  ),
  /** With these secrets pushes can be signed. */
  feeds: z.array(z.object({ id: z.string(), kind: feedKindSchema, secret: z.string() })),
})
export type Access = z.infer<typeof accessSchema>

/** Null when there is no such file or it is not one of ours. */
export function readAccess(file: string): Access | null {
  if (!existsSync(file)) return null
  try {
    return accessSchema.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

export function writeAccess(file: string, access: Access): void {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 })
}
