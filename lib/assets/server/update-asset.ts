import { evaluateApprovals } from '@/lib/approvals/evaluate-approvals'
import { findActingUserId } from '@/lib/approvals/server/find-reviewer'
import { getApprovalPolicy, loadApprovals } from '@/lib/approvals/server/load-approvals'
import { type AssetResponse, isPictureKind, type UpdateAsset } from '@/lib/assets/asset'
import { type AssetChanges, findAssetChanges } from '@/lib/assets/asset-changes'
import { type AssetImpact, NO_IMPACT } from '@/lib/assets/asset-impact'
import { type AssetState, nextAssetState } from '@/lib/assets/asset-state'
import { colorsOfTheme } from '@/lib/assets/theme'
import { PROMPT_RECIPE } from '@/lib/assets/rendition-recipe'
import type { Database, DatabaseSession } from '@/lib/db/client'
import { ProblemError } from '@/lib/http/problem'
import type { AssetRendition } from '@/prisma/generated/client'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import type { BlobStore } from './blob-store'
import { getAssetRow } from './get-asset'
import { getBlobStore } from './get-blob-store'
import { hashAssetContent } from './hash-asset-content'
import { queueImageWork } from './image-queue'
import { readMasterPixels } from './read-master-pixels'
import { recordVersion } from './record-version'
import { renderRenditions } from './render-renditions'
import type { SettleAssets } from './settle-assets'
import type { Poster } from './store-poster'
import { storeRenditions } from './store-renditions'
import { type AssetRow, toAssetResponse, withRenditions } from './to-asset-response'

/**
 * Edits an asset. A new focal point crops the renditions of a picture, or of a video's poster, again. A change of content (not
 * of its name, tags, rights or notes) makes a new version and undoes its approval, in live
 * campaigns too: `impact` says what that takes out. Throws `conflict` for an archived asset or one
 * changed meanwhile.
 */
export async function updateAsset(
  db: Database,
  actor: Actor,
  assetId: string,
  input: UpdateAsset,
  settle: SettleAssets,
  store: BlobStore = getBlobStore(),
): Promise<AssetResponse & { impact: AssetImpact }> {
  const row = await getAssetRow(db, actor, assetId)
  checkEditable(row, actor)
  const changed = changesOf(row, input)
  if (Object.keys(changed).length === 0) return { ...toAssetResponse(row), impact: NO_IMPACT }
  const renditions = await renderAgain(row, changed, store)
  return saveAssetEdit(db, actor, row, changed, { settle, renditions })
}

interface EditParts {
  readonly settle: SettleAssets
  /** Those that take the place of the ones there are. */
  readonly renditions?: readonly Omit<AssetRendition, 'assetId'>[] | null
  /** A video's new poster, with its renditions. */
  readonly poster?: Poster
}

/** Saves what has changed of an asset, in one transaction with all that follows from it. */
export async function saveAssetEdit(
  db: Database,
  actor: Actor,
  row: AssetRow,
  changed: AssetChanges & { readonly posterSha256?: string },
  { settle, poster, renditions = poster?.renditions ?? null }: EditParts,
): Promise<AssetResponse & { impact: AssetImpact }> {
  checkEditable(row, actor)
  const contentSha256 = hashAssetContent({ ...row, ...changed })
  const isContent = contentSha256 !== row.contentSha256
  return db.$transaction(async (tx) => {
    const { count } = await tx.asset.updateMany({
      where: { id: row.id, workspaceId: actor.workspaceId, updatedAt: row.updatedAt },
      data: {
        ...changed,
        ...(isContent && {
          contentSha256,
          state: await stateOfContent(tx, actor, row, contentSha256),
          contentById: await findActingUserId(tx, actor),
          version: row.version + 1,
        }),
        ...(changed.theme && { dominantColors: colorsOfTheme(changed.theme) }),
        ...(poster && {
          ...poster.summary,
          dominantColors: [...poster.summary.dominantColors],
        }),
        ...(renditions && { renditionRecipe: PROMPT_RECIPE }),
      },
    })
    if (count === 0) throw new ProblemError('conflict', 'Somebody else changed this asset.')
    if (renditions) {
      await tx.assetRendition.deleteMany({ where: { assetId: row.id } })
      await tx.assetRendition.createMany({
        data: renditions.map((rendition) => ({ ...rendition, assetId: row.id })),
      })
    }
    await writeAuditEntry(tx, actor, 'asset.updated', row.id, { fields: Object.keys(changed) })
    const impact = await settle(tx, actor, [row.id])
    const edited = await tx.asset.findUniqueOrThrow({
      where: { id: row.id },
      include: withRenditions,
    })
    if (isContent) await recordVersion(tx, actor, row, edited)
    return { ...toAssetResponse(edited), impact }
  })
}

function checkEditable(row: AssetRow, actor: Actor): void {
  const allowed = nextAssetState(row.state, 'edit', actor.permissions, false)
  if (allowed.kind !== 'ok') throw new ProblemError('conflict', allowed.reason)
}

/** Approvals are bound to content: another content is not approved, unless it was so before. */
async function stateOfContent(
  tx: DatabaseSession,
  actor: Actor,
  row: AssetRow,
  contentSha256: string,
): Promise<AssetState> {
  const policy = await getApprovalPolicy(tx, actor.workspaceId)
  const approvals = (await loadApprovals(tx, actor.workspaceId, [row.id])).get(row.id) ?? []
  const isApproved = evaluateApprovals(policy, approvals, contentSha256, Date.now()) !== null
  const next = nextAssetState(row.state, 'edit', actor.permissions, isApproved)
  return next.kind === 'ok' ? next.state : row.state
}

function changesOf(row: AssetRow, input: UpdateAsset): AssetChanges {
  const found = findAssetChanges(row, input)
  if (found.kind === 'ok') return found.changes
  const { path, message } = found
  throw new ProblemError('invalid_request', message, [{ path, message }])
}

async function renderAgain(
  row: AssetRow,
  changed: AssetChanges,
  store: BlobStore,
): Promise<Omit<AssetRendition, 'assetId'>[] | null> {
  const { kind } = row
  // Of a video, its poster is cropped.
  const pictureSha256 = kind === 'video' ? row.posterSha256 : row.blobSha256
  const isMoved = changed.focalX !== undefined || changed.focalY !== undefined
  if (!isMoved || kind === 'logo' || !pictureSha256) return null
  const focal = { focalX: changed.focalX ?? row.focalX, focalY: changed.focalY ?? row.focalY }
  return queueImageWork(async () => {
    const pixels = await readMasterPixels(store, pictureSha256)
    const drawnKind = isPictureKind(kind) ? kind : 'image'
    return storeRenditions(store, await renderRenditions(pixels, drawnKind, focal))
  })
}
