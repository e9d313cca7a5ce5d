import type { DatabaseSession } from '@/lib/db/client'
import {
  type TeamTemplate,
  type TeamTemplateRef,
  teamTemplateSchema,
} from '@/lib/decision/team-template'
import { notFound } from '@/lib/http/problem'
import type {
  TemplateDetail,
  TemplateSummary,
  TemplateVersionDetail,
  TemplateVersionInfo,
} from '@/lib/templates/template-api'
import type { Prisma } from '@/prisma/generated/client'

type TemplateRow = Prisma.TemplateGetPayload<object>
type VersionRow = Prisma.TemplateVersionGetPayload<object>

/** The workspace's templates by name; the archived ones instead on demand. */
export async function listTemplates(
  db: DatabaseSession,
  workspaceId: string,
  isArchived: boolean,
): Promise<TemplateSummary[]> {
  const rows = await db.template.findMany({
    where: { workspaceId, archivedAt: isArchived ? { not: null } : null },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  const newest = await db.templateVersion.findMany({
    where: {
      workspaceId,
      OR: rows.map(({ id, newestVersion }) => ({ templateId: id, version: newestVersion })),
    },
  })
  const usage = await findUsage(db, workspaceId)
  const compiledOf = new Map(newest.map((version) => [version.templateId, version]))
  return rows.flatMap((row) => {
    const version = compiledOf.get(row.id)
    return version ? [toSummary(row, version, usage)] : []
  })
}

/** Throws not_found for a template of another workspace. */
export async function getTemplate(
  db: DatabaseSession,
  workspaceId: string,
  templateId: string,
): Promise<TemplateDetail> {
  const row = await db.template.findFirst({ where: { id: templateId, workspaceId } })
  if (!row) throw notFound('template')
  const versions = await db.templateVersion.findMany({
    where: { templateId, workspaceId },
    orderBy: { version: 'desc' },
    omit: { html: true, css: true, compiled: true },
  })
  const newest = await findVersion(db, workspaceId, templateId, row.newestVersion)
  const names = await findAuthors(db, workspaceId, versions)
  return {
    ...toSummary(row, newest, await findUsage(db, workspaceId, templateId)),
    ...{ html: newest.html, css: newest.css },
    versions: versions.map((version) => toInfo(version, names)),
  }
}

/** Throws not_found for a version that there is not. */
export async function getTemplateVersion(
  db: DatabaseSession,
  workspaceId: string,
  templateId: string,
  version: number,
): Promise<TemplateVersionDetail> {
  const row = await findVersion(db, workspaceId, templateId, version)
  const names = await findAuthors(db, workspaceId, [row])
  const template = teamTemplateSchema.parse(row.compiled)
  return { ...toInfo(row, names), html: row.html, css: row.css, template }
}

/** The compiled form of a version that a campaign names; null if the workspace has no such version. */
export async function findTeamTemplate(
  db: DatabaseSession,
  workspaceId: string,
  { templateId, version }: TeamTemplateRef,
): Promise<TeamTemplate | null> {
  const row = await db.templateVersion.findFirst({ where: { templateId, version, workspaceId } })
  return row && teamTemplateSchema.parse(row.compiled)
}

async function findVersion(
  db: DatabaseSession,
  workspaceId: string,
  templateId: string,
  version: number,
): Promise<VersionRow> {
  const row = await db.templateVersion.findFirst({ where: { templateId, version, workspaceId } })
  if (!row) throw notFound('version of the template')
  return row
}

type Usage = TemplateSummary['usedBy'][number] & { readonly templateId: string }

/** Campaigns whose draft shows a template, in any version. */
async function findUsage(
  db: DatabaseSession,
  workspaceId: string,
  templateId: string | null = null,
): Promise<Usage[]> {
  return db.$queryRaw<Usage[]>`
    SELECT id, name, design->'team'->>'templateId' AS "templateId",
      (design->'team'->>'version')::int AS version
    FROM campaign
    WHERE workspace_id = ${workspaceId} AND status <> 'ended'
      AND design->'team'->>'templateId' IS NOT NULL
      AND (${templateId}::text IS NULL OR design->'team'->>'templateId' = ${templateId})
    ORDER BY name, id`
}

async function findAuthors(
  db: DatabaseSession,
  workspaceId: string,
  versions: readonly Pick<VersionRow, 'createdById'>[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(versions.flatMap(({ createdById }) => createdById ?? []))]
  const users = await db.user.findMany({
    where: { id: { in: ids }, memberships: { some: { workspaceId } } },
    select: { id: true, name: true },
  })
  return new Map(users.map(({ id, name }) => [id, name]))
}

function toSummary(row: TemplateRow, newest: VersionRow, usage: readonly Usage[]): TemplateSummary {
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    isArchived: row.archivedAt !== null,
    updatedAt: row.updatedAt.toISOString(),
    newestVersion: row.newestVersion,
    template: teamTemplateSchema.parse(newest.compiled),
    usedBy: usage
      .filter(({ templateId }) => templateId === row.id)
      .map(({ id, name, version }) => ({ id, name, version })),
  }
}

function toInfo(
  row: Pick<VersionRow, 'version' | 'note' | 'restoredFrom' | 'createdById' | 'createdAt'>,
  names: ReadonlyMap<string, string>,
): TemplateVersionInfo {
  const { version, note, restoredFrom, createdById, createdAt } = row
  const authorName = names.get(createdById ?? '') ?? null
  return { version, note, restoredFrom, authorName, createdAt: createdAt.toISOString() }
}
