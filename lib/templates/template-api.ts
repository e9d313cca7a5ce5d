import { z } from 'zod'
import { plainTextSchema } from '@/lib/assets/plain-text'
import { adSizeSchema } from '@/lib/decision/ad-size'
import { teamTemplateSchema } from '@/lib/decision/team-template'
import { templateFindingSchema, templateSourceSchema } from './template-source'

const nameSchema = plainTextSchema('The name', 80)
const descriptionSchema = z.string().trim().max(300)
const noteSchema = z.string().trim().max(200)

export const createTemplateSchema = templateSourceSchema.extend({
  name: nameSchema,
  description: descriptionSchema.default(''),
  note: noteSchema.default(''),
})
export type CreateTemplate = z.infer<typeof createTemplateSchema>

export const renameTemplateSchema = z.object({ name: nameSchema, description: descriptionSchema })
export type RenameTemplate = z.infer<typeof renameTemplateSchema>

export const saveTemplateVersionSchema = templateSourceSchema.extend({
  /** The version that was edited: 409 when there is a newer one. */
  baseVersion: z.number().int().min(1),
  note: noteSchema.default(''),
})
export type SaveTemplateVersion = z.infer<typeof saveTemplateVersionSchema>

export const templateSummarySchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  isArchived: z.boolean(),
  updatedAt: z.iso.datetime(),
  newestVersion: z.number().int(),
  /** The newest version, as it is served. */
  template: teamTemplateSchema,
  /** Campaigns whose draft shows a version of it. */
  usedBy: z.array(z.object({ id: z.string(), name: z.string(), version: z.number().int() })),
})
export type TemplateSummary = z.infer<typeof templateSummarySchema>

export const templateListSchema = z.object({ items: z.array(templateSummarySchema) })
export const templateListQuerySchema = z.object({
  archived: z.stringbool().default(false),
})

export const templateVersionInfoSchema = z.object({
  version: z.number().int(),
  note: z.string(),
  restoredFrom: z.number().int().nullable(),
  /** Null where it was made with an API key, or by somebody who has left. */
  authorName: z.string().nullable(),
  createdAt: z.iso.datetime(),
})
export type TemplateVersionInfo = z.infer<typeof templateVersionInfoSchema>

export const templateVersionSchema = templateVersionInfoSchema.extend({
  ...templateSourceSchema.shape,
  template: teamTemplateSchema,
})
export type TemplateVersionDetail = z.infer<typeof templateVersionSchema>

export const templateDetailSchema = templateSummarySchema.extend({
  ...templateSourceSchema.shape,
  /** The newest first. */
  versions: z.array(templateVersionInfoSchema),
})
export type TemplateDetail = z.infer<typeof templateDetailSchema>

export const templateLintSchema = z.object({
  findings: z.array(templateFindingSchema),
  hasErrors: z.boolean(),
  loads: z.array(
    z.object({
      size: adSizeSchema,
      documentBytes: z.number().int(),
      limitBytes: z.number().int(),
      requests: z.number().int(),
    }),
  ),
})

export const sampleNameSchema = z.enum(['usual', 'long', 'rtl', 'defaults'])
export type SampleName = z.infer<typeof sampleNameSchema>

export const templatePreviewSchema = templateSourceSchema.extend({
  size: adSizeSchema,
  sample: sampleNameSchema.default('usual'),
})

export const templatePreviewResponseSchema = z.object({
  /** The whole HTML document of the ad. */
  document: z.string(),
  weightBytes: z.number().int(),
  findings: z.array(templateFindingSchema),
})
