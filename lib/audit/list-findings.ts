import { type AuditFinding, findingSeveritySchema } from './audit-finding'
import type { AuditGround } from './audit-ground'
import type { AuditInput } from './audit-input'
import type { Coverage } from './count-coverage'
import { findBrandFaults } from './find-brand-faults'
import { findBrokenGuardrails } from './find-broken-guardrails'
import { findDuplicates } from './find-duplicates'
import { findFitFaults } from './find-fit-faults'
import { findGaps } from './find-gaps'
import { findLanguageLeaks } from './find-language-leaks'
import { findMissingAltTexts } from './find-missing-alt-texts'
import { findReadiness } from './find-readiness'
import { findRights } from './find-rights'
import type { Twins } from './find-twins'
import { findOverweight, type SizeWeight } from './weigh-sizes'

/** Everything that could be better, the most severe first. */
export function listFindings(
  ground: AuditGround,
  coverage: Coverage,
  { kit, broken }: Pick<AuditInput, 'kit' | 'broken'>,
  twins: readonly Twins[],
  weights: readonly SizeWeight[],
): AuditFinding[] {
  const order = findingSeveritySchema.options
  return [
    ...findGaps(ground, coverage),
    ...findFitFaults(ground),
    ...findOverweight(ground, weights),
    ...findRights(ground),
    ...findBrandFaults(ground, kit),
    ...findBrokenGuardrails(broken),
    ...findLanguageLeaks(ground, coverage),
    ...findReadiness(ground),
    ...findDuplicates(ground, twins),
    ...findMissingAltTexts(ground),
  ].toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}
