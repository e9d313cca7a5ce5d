import { z } from 'zod'

/** The seven steps, in their order. */
export const STEPS = [
  'objectives',
  'assets',
  'segments',
  'sources',
  'rules',
  'pilot',
  'scale',
] as const
export const stepSchema = z.enum(STEPS)
export type Step = z.infer<typeof stepSchema>

/** Something to mend before publishing, with the field it is about. */
export const campaignIssueSchema = z.object({
  step: stepSchema,
  /** Dotted path of the field inside the step; also the id of its control on the step's page. */
  path: z.string(),
  message: z.string(),
})
export type CampaignIssue = z.infer<typeof campaignIssueSchema>

export const stepStateSchema = z.object({
  step: stepSchema,
  state: z.enum(['not_started', 'needs_attention', 'done']),
  /** One plain sentence: why it needs attention, or what is settled. */
  reason: z.string(),
})
export type StepState = z.infer<typeof stepStateSchema>

/** The page and anchor where an issue is mended. */
export function hrefOfIssue(campaignId: string, issue: CampaignIssue): string {
  return `/campaigns/${campaignId}/${issue.step}#${encodeURIComponent(issue.path)}`
}
