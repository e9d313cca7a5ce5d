import type { BrandKit } from '@/lib/brand/brand-kit'
import { type AuditFinding, findingSeveritySchema } from './audit-finding'
import type { AuditGround } from './audit-ground'
import type { Coverage } from './count-coverage'
import { findBrandFaults } from './find-brand-faults'
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
  kit: BrandKit,
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
    ...findLanguageLeaks(ground, coverage),
    ...findReadiness(ground),
    ...findDuplicates(ground, twins),
    ...findMissingAltTexts(ground),
  ].toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity))
}
