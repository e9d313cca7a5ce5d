import { z } from 'zod'
import { countBytes } from '@/lib/creatives/fragment'

/** Bounds of what is parsed at all: generous for an ad of at most 250 kB with its pictures. */
export const TEMPLATE_LIMITS = {
  htmlBytes: 40_000,
  cssBytes: 40_000,
  elements: 400,
  depth: 24,
  bracketDepth: 24,
  /** More than a person reads before mending the first ones. */
  findings: 200,
} as const

const textOf = (maxBytes: number) =>
  z
    .string()
    .max(maxBytes)
    .refine((text) => countBytes(text) <= maxBytes, `Use at most ${maxBytes / 1000} kB.`)

export const templateSourceSchema = z.object({
  html: textOf(TEMPLATE_LIMITS.htmlBytes),
  css: textOf(TEMPLATE_LIMITS.cssBytes),
})
export type TemplateSource = z.infer<typeof templateSourceSchema>

export const templateFindingSchema = z.object({
  /** Stable name of the rule that found it. */
  rule: z.string(),
  /** Errors keep a version from being saved. */
  severity: z.enum(['error', 'warning']),
  source: z.enum(['html', 'css']),
  /** From 1. */
  line: z.number().int(),
  column: z.number().int(),
  message: z.string(),
  fix: z.string(),
})
export type TemplateFinding = z.infer<typeof templateFindingSchema>

/** Where something stands in a source. */
export interface Spot {
  readonly line: number
  readonly column: number
}

export const START: Spot = { line: 1, column: 1 }
