import { type CampaignProof, describeBroken, listBlocking } from './proof'
import type { CampaignIssue } from './step'

/** The id of the card on the rules step. */
export const GUARDRAILS_PATH = 'guardrails'

/** What keeps a campaign from being published, as things to mend. */
export function listProofIssues(proof: CampaignProof): CampaignIssue[] {
  return listBlocking(proof).map((guardrail) => ({
    step: 'rules',
    path: GUARDRAILS_PATH,
    message: describeBroken(guardrail),
  }))
}
