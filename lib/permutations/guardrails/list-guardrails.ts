import { listAdmissionGuardrails } from './admission'
import { listBrandGuardrails } from './brand-rules'
import { listContrastGuardrails } from './contrast'
import { listDisclaimerGuardrails } from './disclaimers'
import { listFitGuardrails, listWeightGuardrails } from './fit-and-weight'
import type { Guardrail, ProofSubject } from './guardrail'
import { listLogoGuardrails } from './logo'
import { listPairGuardrails } from './pairs'

/** Everything that has to hold of every combination of a campaign. */
export function listGuardrails(subject: ProofSubject): Guardrail[] {
  return [
    ...listAdmissionGuardrails(subject),
    ...listBrandGuardrails(subject),
    ...listPairGuardrails(subject),
    ...listDisclaimerGuardrails(subject),
    ...listContrastGuardrails(subject),
    ...listLogoGuardrails(subject),
    ...listWeightGuardrails(subject),
    ...listFitGuardrails(subject),
  ]
}
