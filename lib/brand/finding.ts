import { z } from 'zod'
import { type Guard, severitySchema } from './brand-kit'

export const brandRuleKindSchema = z.enum([
  'palette',
  'logo',
  'contrast',
  'banned_words',
  'required_words',
  'capitals',
  'exclamations',
  'reading_level',
  'claim',
])
export type BrandRuleKind = z.infer<typeof brandRuleKindSchema>

/** One rule of the brand kit that an asset breaks, in words a person can act on. */
export const findingSchema = z.object({
  /** The rule's own id, or its kind where a kit has only one of it. */
  ruleId: z.string(),
  kind: brandRuleKindSchema,
  severity: severitySchema,
  message: z.string(),
  /** What would mend it. */
  fix: z.string(),
  reason: z.string(),
  owner: z.string(),
})
export type Finding = z.infer<typeof findingSchema>

export function createFinding(
  kind: BrandRuleKind,
  { severity, reason, owner, id }: Guard & { readonly id?: string },
  message: string,
  fix: string,
): Finding {
  return { ruleId: id ?? kind, kind, severity, message, fix, reason, owner }
}
