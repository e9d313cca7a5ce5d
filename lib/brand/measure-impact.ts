import type { BrandKit } from './brand-kit'
import type { BrandImpact } from './brand-kit-api'
import { type BrandAsset, checkAsset } from './check-asset'

const MAX_EXAMPLES = 3

/** So many assets between two pauses. */
const STRETCH = 50

/**
 * How many of some assets a kit would flag, and for what. A large kit over a large library takes a
 * while: `pause` lets others go on in between.
 */
export async function measureImpact(
  kit: BrandKit,
  assets: readonly (BrandAsset & { readonly name: string })[],
  pause: () => Promise<void>,
): Promise<BrandImpact> {
  const names = new Map(assets.map(({ id, name }) => [id, name]))
  const nameOf = (id: string) => names.get(id) ?? null
  const rules = new Map<string, BrandImpact['rules'][number]>()
  let [blocked, warned] = [0, 0]
  for (const [index, asset] of assets.entries()) {
    if (index % STRETCH === STRETCH - 1) await pause()
    const findings = checkAsset(kit, asset, { nameOf })
    if (findings.some(({ severity }) => severity === 'block')) blocked += 1
    else if (findings.length > 0) warned += 1
    // An asset counts once for a rule that it breaks in several ways.
    const byRule = new Map(findings.map((finding) => [finding.ruleId, finding]))
    for (const { ruleId, kind, severity, message } of byRule.values()) {
      const rule = rules.get(ruleId) ?? { ruleId, kind, severity, count: 0, examples: [] }
      rules.set(ruleId, rule)
      rule.count += 1
      const { id: assetId, name } = asset
      if (rule.examples.length < MAX_EXAMPLES) rule.examples.push({ assetId, name, message })
    }
  }
  return {
    checked: assets.length,
    blocked,
    warned,
    rules: [...rules.values()].sort((one, other) => other.count - one.count),
  }
}
