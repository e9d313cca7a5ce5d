import type { DecisionRecord } from '@/lib/decision/decision-record'
import { describeReason } from '@/lib/decision/decision-reason'
import type { Snapshot } from '@/lib/decision/snapshot'
import { writeAsciiJson } from './ascii-json'

const ruleTexts = new WeakMap<Snapshot, ReadonlyMap<string, string>>()
// The consent gate answers the same list for the same signals.
const consentTexts = new WeakMap<readonly string[], string>()
const armTexts = new Map<string, string>()
const MAX_REMEMBERED_REASONS = 100

/** The reasons of a decision as a JSON array of sentences: the arm's, the rules', the consent's. */
export function writeReasonsJson(
  { reason, firedRuleIds }: Pick<DecisionRecord, 'reason' | 'firedRuleIds'>,
  snapshot: Snapshot,
  consentReasons: readonly string[],
): string {
  let json = `[${writeArmReason(reason)}`
  const rules = ruleTextsOf(snapshot)
  for (const id of firedRuleIds) {
    const text = rules.get(id)
    if (text !== undefined) json += `,${text}`
  }
  return `${json}${writeConsentReasons(consentReasons)}]`
}

function writeArmReason(reason: string): string {
  const known = armTexts.get(reason)
  if (known !== undefined) return known
  const text = writeAsciiJson(describeReason(reason))
  if (armTexts.size < MAX_REMEMBERED_REASONS) armTexts.set(reason, text)
  return text
}

function ruleTextsOf(snapshot: Snapshot): ReadonlyMap<string, string> {
  const known = ruleTexts.get(snapshot)
  if (known) return known
  const texts = new Map(
    snapshot.rules.map(({ id, name }) => [id, writeAsciiJson(`The rule “${name}” applied.`)]),
  )
  ruleTexts.set(snapshot, texts)
  return texts
}

function writeConsentReasons(reasons: readonly string[]): string {
  const known = consentTexts.get(reasons)
  if (known !== undefined) return known
  const text = reasons.map((reason) => `,${writeAsciiJson(reason)}`).join('')
  consentTexts.set(reasons, text)
  return text
}
