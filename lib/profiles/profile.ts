import { z } from 'zod'
import { scalarSchema } from '@/lib/decision/condition'

const RESERVED_NAMES = new Set(['__proto__', 'constructor', 'prototype'])
/** As in lib/privacy/gate-context.ts, which would drop them from every decision. */
const IDENTIFIER_NAMES = new Set(['id', 'visitorId', 'externalId', 'customerId', 'email', 'phone'])

export const attributeNameSchema = z
  .string()
  .trim()
  .regex(
    /^[a-z][a-zA-Z0-9_]{0,39}$/,
    'An attribute starts with a small letter; then letters, digits and _',
  )
  .refine((name) => !RESERVED_NAMES.has(name), 'Choose another name')
  .refine(
    (name) => !IDENTIFIER_NAMES.has(name),
    'Identifiers never reach an ad: leave this column out, or name it after what it means',
  )

export const attributesSchema = z.record(attributeNameSchema, scalarSchema)
export type Attributes = z.infer<typeof attributesSchema>

/** What may be known of a customer: never their identifier, only its hash. */
export interface CustomerProfile {
  /** SHA-256 (hex) of the trimmed, lower-cased identifier. */
  externalIdHash: string
  attributes: Attributes
  hasConsent: boolean
}

export const attributeSummarySchema = z.object({
  name: z.string(),
  type: z.enum(['string', 'number', 'boolean']),
  /** Profiles that have it. */
  profileCount: z.number().int(),
  /** The most frequent values, for text and truth values. */
  examples: z.array(z.string()),
  min: z.number().nullable(),
  max: z.number().nullable(),
})
export type AttributeSummary = z.infer<typeof attributeSummarySchema>

export const profileSummarySchema = z.object({
  profileCount: z.number().int(),
  /** Those who agreed to personalised advertising: only they are ever told apart. */
  consentedCount: z.number().int(),
  attributes: z.array(attributeSummarySchema),
})
export type ProfileSummary = z.infer<typeof profileSummarySchema>
