import type { DecisionRecord } from '@/lib/decision/decision-record'

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')

/** A plausible decision for tests: number `n` (below 2^48) at `decidedAtMs`; UUIDv7 as in life. */
export function makeDecision(
  n: number,
  decidedAtMs: number,
  overrides: Partial<DecisionRecord> = {},
): DecisionRecord {
  const time = hex(decidedAtMs, 12)
  return {
    v: 1,
    id: `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${hex(n, 12)}`,
    workspaceId: 'workspace-1',
    campaignId: 'campaign-1',
    placementId: `placement-${n % 3}`,
    size: '300x250',
    revision: 1,
    policyVersion: 1,
    feedVersion: 0,
    seed: n >>> 0,
    decidedAtMs,
    arm: n % 5 === 0 ? 'holdout' : 'dynamic',
    reason: 'test',
    assets: { headline: `headline-${n % 4}`, image: `image-${n % 7}` },
    propensities: { headline: 0.25, image: 1 / 7 },
    propensity: 1 / 28,
    cell: { device: n % 2 ? 'mobile' : 'desktop' },
    fields: { 'device.class': n % 2 ? 'mobile' : 'desktop' },
    segmentIds: n % 3 === 0 ? ['segment-1', 'segment-2'] : [],
    firedRuleIds: [],
    purposes: ['basicAds', 'measurement'],
    landingUrl: 'https://shop.example/',
    isSimulated: false,
    ...overrides,
  }
}
