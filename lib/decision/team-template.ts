import { z } from 'zod'
import { adSizeSchema } from './ad-size'

/** What a team's template can make room for. `image` also shows a video, or a background alone. */
export const templateSlotKindSchema = z.enum([
  'image',
  'background',
  'logo',
  'headline',
  'body',
  'cta',
  'disclaimer',
])
export type TemplateSlotKind = z.infer<typeof templateSlotKindSchema>

/** The room that a text is fitted into, in CSS pixels. */
export const templateBoxSchema = z.object({
  widthPx: z.number().int().min(20).max(970),
  lines: z.number().int().min(1).max(12),
  minPx: z.number().min(6).max(120),
  maxPx: z.number().min(6).max(120),
  isBold: z.boolean(),
})
export type TemplateBox = z.infer<typeof templateBoxSchema>

/** A place that an ad fills. `open` and `close` are sanitised HTML around its content. */
export const templateSlotSchema = z.object({
  kind: templateSlotKindSchema,
  open: z.string(),
  close: z.string(),
  /** Of a picture: the classes of its `img`, as the style sheet knows them. */
  classNames: z.string(),
  hiddenIn: z.array(adSizeSchema),
  /** Of copy: its room, and where that differs in one size. */
  box: templateBoxSchema.nullable(),
  boxes: z.partialRecord(adSizeSchema, templateBoxSchema),
  /** Shown where the campaign has no slot of this kind; empty leaves the element out. */
  defaultText: z.string(),
  defaultTexts: z.partialRecord(adSizeSchema, z.string()),
})
export type TemplateSlot = z.infer<typeof templateSlotSchema>

/** One version of a template, which never changes. */
export const teamTemplateRefSchema = z.object({
  templateId: z.string().min(1).max(40),
  version: z.number().int().min(1),
})
export type TeamTemplateRef = z.infer<typeof teamTemplateRefSchema>

/**
 * A team's own template as it is served: sanitised, scoped, and cut at its slots, so that nothing
 * parses HTML or CSS any more. Made by `compileTemplate` only (lib/templates).
 */
export const teamTemplateSchema = teamTemplateRefSchema.extend({
  version: z.number().int().min(0),
  name: z.string(),
  css: z.string(),
  pieces: z.array(z.union([z.string(), templateSlotSchema])),
})
export type TeamTemplate = z.infer<typeof teamTemplateSchema>

export function listTemplateSlots({ pieces }: Pick<TeamTemplate, 'pieces'>): TemplateSlot[] {
  return pieces.filter((piece) => typeof piece !== 'string')
}
