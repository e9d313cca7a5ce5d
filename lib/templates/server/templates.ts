import type { Database, DatabaseSession } from '@/lib/db/client'
import { type TeamTemplate, teamTemplateSchema } from '@/lib/decision/team-template'
import { notFound, ProblemError } from '@/lib/http/problem'
import { inspectTemplate } from '@/lib/templates/inspect-template'
import type {
  CreateTemplate,
  RenameTemplate,
  SaveTemplateVersion,
  TemplateDetail,
} from '@/lib/templates/template-api'
import type { TemplateSource } from '@/lib/templates/template-source'
import type { Actor } from '@/lib/workspaces/permission'
import { writeAuditEntry } from '@/lib/workspaces/server/write-audit-entry'
import { getTemplate, getTemplateVersion } from './read-templates'

const MAX_TEMPLATES = 200
const MAX_VERSIONS = 500

/** Keeps a new template with its first version. Throws `unprocessable` with what is wrong with it. */
export async function createTemplate(
  db: Database,
  actor: Actor,
  { name, description, note, html, css }: CreateTemplate,
): Promise<TemplateDetail> {
  const { workspaceId } = actor
  return db.$transaction(async (tx) => {
    if ((await tx.template.count({ where: { workspaceId } })) >= MAX_TEMPLATES) {
      throw new ProblemError('unprocessable', `There are ${MAX_TEMPLATES} templates already.`)
    }
    const { id } = await tx.template.create({
      data: { workspaceId, name, description, newestVersion: 1 },
    })
    await writeVersion(tx, actor, { id, name, version: 1 }, { html, css, note })
    await writeAuditEntry(tx, actor, 'template.create', id, { version: 1 })
    return getTemplate(tx, workspaceId, id)
  })
}

export async function renameTemplate(
  db: Database,
  actor: Actor,
  templateId: string,
  data: RenameTemplate,
): Promise<TemplateDetail> {
  return change(db, actor, templateId, async (tx) => {
    await tx.template.update({ where: { id: templateId }, data })
    await writeAuditEntry(tx, actor, 'template.update', templateId)
  })
}

/** An archived template can't be chosen any more; campaigns that show it go on. */
export async function setTemplateArchived(
  db: Database,
  actor: Actor,
  templateId: string,
  isArchived: boolean,
): Promise<TemplateDetail> {
  return change(db, actor, templateId, async (tx, { archivedAt }) => {
    if ((archivedAt !== null) === isArchived) return
    const data = { archivedAt: isArchived ? new Date() : null }
    await tx.template.update({ where: { id: templateId }, data })
    const action = isArchived ? 'template.archive' : 'template.restore'
    await writeAuditEntry(tx, actor, action, templateId)
  })
}

/**
 * Keeps a source as the next version. Throws `conflict` when there is a newer one than was edited,
 * `unprocessable` with one issue for each error that was found.
 */
export async function saveTemplateVersion(
  db: Database,
  actor: Actor,
  templateId: string,
  { baseVersion, ...source }: SaveTemplateVersion,
): Promise<TemplateDetail> {
  return change(db, actor, templateId, async (tx, { name, newestVersion }) => {
    if (baseVersion !== newestVersion) {
      throw new ProblemError(
        'conflict',
        'Somebody saved a newer version meanwhile. Reload to see it; what you wrote can be copied first.',
      )
    }
    const version = nextVersion(newestVersion)
    await writeVersion(tx, actor, { id: templateId, name, version }, source)
    await writeAuditEntry(tx, actor, 'template.version', templateId, { version })
  })
}

/** The source of an earlier version becomes the newest one: history only grows. */
export async function restoreTemplateVersion(
  db: Database,
  actor: Actor,
  templateId: string,
  restoredFrom: number,
): Promise<TemplateDetail> {
  return change(db, actor, templateId, async (tx, { name, newestVersion }) => {
    const before = await getTemplateVersion(tx, actor.workspaceId, templateId, restoredFrom)
    if (restoredFrom === newestVersion) return
    const version = nextVersion(newestVersion)
    const source = { html: before.html, css: before.css, note: '', restoredFrom }
    await writeVersion(tx, actor, { id: templateId, name, version }, source)
    await writeAuditEntry(tx, actor, 'template.version', templateId, { version, restoredFrom })
  })
}

interface LockedTemplate {
  readonly name: string
  readonly newestVersion: number
  readonly archivedAt: Date | null
}

/** Two people saving at once take turns. */
async function change(
  db: Database,
  { workspaceId }: Actor,
  templateId: string,
  apply: (tx: DatabaseSession, template: LockedTemplate) => Promise<void>,
): Promise<TemplateDetail> {
  return db.$transaction(async (tx) => {
    const [template] = await tx.$queryRaw<LockedTemplate[]>`
      SELECT name, newest_version AS "newestVersion", archived_at AS "archivedAt"
      FROM template WHERE id = ${templateId} AND workspace_id = ${workspaceId} FOR UPDATE`
    if (!template) throw notFound('template')
    await apply(tx, template)
    return getTemplate(tx, workspaceId, templateId)
  })
}

function nextVersion(newest: number): number {
  if (newest < MAX_VERSIONS) return newest + 1
  throw new ProblemError(
    'unprocessable',
    `A template has ${MAX_VERSIONS} versions at most. Go on in a new one.`,
  )
}

async function writeVersion(
  tx: DatabaseSession,
  actor: Actor,
  { id: templateId, name, version }: { id: string; name: string; version: number },
  { html, css, note, restoredFrom }: TemplateSource & { note: string; restoredFrom?: number },
): Promise<void> {
  const compiled = compileOrRefuse({ html, css }, { templateId, version, name })
  await tx.templateVersion.create({
    data: {
      ...{ templateId, version, workspaceId: actor.workspaceId, html, css, note, compiled },
      restoredFrom: restoredFrom ?? null,
      createdById: actor.kind === 'user' ? actor.id : null,
    },
  })
  await tx.template.update({ where: { id: templateId }, data: { newestVersion: version } })
}

function compileOrRefuse(
  source: TemplateSource,
  name: Pick<TeamTemplate, 'templateId' | 'version' | 'name'>,
): TeamTemplate {
  const { findings, hasErrors, template } = inspectTemplate(source, name)
  if (!hasErrors) return teamTemplateSchema.parse(template)
  const errors = findings.filter(({ severity }) => severity === 'error')
  throw new ProblemError(
    'unprocessable',
    errors.length === 1
      ? 'One thing has to be mended before this version can be saved.'
      : `${errors.length} things have to be mended before this version can be saved.`,
    errors.slice(0, 50).map(({ source: part, line, column, message, fix }) => ({
      path: `${part}:${line}:${column}`,
      message: `${message} ${fix}`.trim(),
    })),
  )
}
