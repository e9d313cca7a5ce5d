import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Approval, evaluateApprovals } from '@/lib/approvals/evaluate-approvals'
import { ROLE_PERMISSIONS } from '@/lib/workspaces/permission'
import {
  assetActionSchema,
  type AssetEvent,
  type AssetState,
  assetStateSchema,
  nextAssetState,
} from './asset-state'

const EVENTS: readonly AssetEvent[] = [...assetActionSchema.options, 'edit', 'expire']
const all = ROLE_PERMISSIONS.marketer

function listSteps(isApproved: boolean): string[] {
  return assetStateSchema.options.flatMap((state) =>
    EVENTS.flatMap((event) => {
      const next = nextAssetState(state, event, all, isApproved)
      return next.kind === 'ok' ? [`${state} ${event} ${next.state}`] : []
    }),
  )
}

describe('nextAssetState', () => {
  it('allows exactly these steps where the approvals are there', () => {
    expect(listSteps(true)).toEqual([
      'draft submit in_review',
      'draft archive archived',
      'draft edit approved',
      'in_review withdraw draft',
      'in_review approve approved',
      'in_review request_changes changes_requested',
      'in_review reject rejected',
      'in_review archive archived',
      'in_review edit draft',
      'approved withdraw approved',
      'approved approve approved',
      'approved request_changes changes_requested',
      'approved reject rejected',
      'approved archive archived',
      'approved edit approved',
      'approved expire expired',
      'changes_requested submit in_review',
      'changes_requested archive archived',
      'changes_requested edit changes_requested',
      'rejected submit in_review',
      'rejected archive archived',
      'rejected edit draft',
      'expired submit in_review',
      'expired archive archived',
      'expired edit draft',
      'archived restore approved',
    ])
  })

  it('allows the same steps where they are not, but none leads to approved', () => {
    const withApprovals = listSteps(true).map((step) => step.split(' ').slice(0, 2).join(' '))
    const without = listSteps(false)
    expect(without.map((step) => step.split(' ').slice(0, 2).join(' '))).toEqual(withApprovals)
    expect(without.filter((step) => step.endsWith(' approved'))).toEqual([])
    const differing = without.filter((step) => !listSteps(true).includes(step))
    expect(differing).toEqual([
      'draft edit draft',
      'in_review approve in_review',
      'approved withdraw in_review',
      'approved approve in_review',
      'approved edit draft',
      'archived restore draft',
    ])
  })

  it('lets who may only edit submit, but neither decide nor touch what is approved', () => {
    const editor = ['read', 'asset.edit'] as const
    const kindOf = (state: AssetState, event: AssetEvent) =>
      nextAssetState(state, event, editor, true).kind
    for (const event of ['approve', 'request_changes', 'reject'] as const) {
      expect(kindOf('in_review', event)).toBe('forbidden')
    }
    expect(kindOf('approved', 'archive')).toBe('forbidden')
    expect(kindOf('approved', 'withdraw')).toBe('forbidden')
    expect(kindOf('in_review', 'withdraw')).toBe('ok')
    expect(kindOf('draft', 'submit')).toBe('ok')
    expect(kindOf('draft', 'archive')).toBe('ok')
  })

  it('lets an analyst do nothing', () => {
    for (const state of assetStateSchema.options) {
      for (const action of assetActionSchema.options) {
        expect(nextAssetState(state, action, ROLE_PERMISSIONS.analyst, true).kind).not.toBe('ok')
      }
    }
  })
})

describe('an asset in review', () => {
  const policies = fc.constantFrom(
    ...[
      { brand: 1, legal: 0 },
      { brand: 1, legal: 1 },
      { brand: 2, legal: 1 },
    ],
  )
  const step = fc.record({
    event: fc.constantFrom(...EVENTS),
    approverId: fc.constantFrom('ann', 'bob', 'cy'),
    approverRole: fc.constantFrom('brand' as const, 'legal' as const),
    expiresAtMs: fc.option(fc.integer({ min: 0, max: 40 })),
    content: fc.constantFrom('a', 'b'),
  })

  it('is never approved without the approvals of its content, whatever happens to it', () => {
    fc.assert(
      fc.property(policies, fc.array(step, { maxLength: 40 }), (policy, steps) => {
        let state: AssetState = 'draft'
        let content = 'a'
        let approvals: Approval[] = []
        steps.forEach(({ event, approverId, approverRole, expiresAtMs, ...edit }, nowMs) => {
          if (nextAssetState(state, event, all, true).kind !== 'ok') return
          if (event === 'edit') content = edit.content
          if (event === 'approve') {
            const own = { contentSha256: content, market: '*', isSelfApproval: false }
            approvals.push({ ...own, approverId, approverRole, expiresAtMs })
          }
          if (event === 'request_changes' || event === 'reject') approvals = []
          const isApproved = evaluateApprovals(policy, approvals, content, nowMs) !== null
          const next = nextAssetState(state, event, all, isApproved)
          if (next.kind === 'ok') state = next.state
          if (next.kind !== 'ok' || state !== 'approved') return
          const people = (role: string) =>
            new Set(
              approvals
                .filter((one) => one.approverRole === role && one.contentSha256 === content)
                .filter((one) => (one.expiresAtMs ?? Infinity) > nowMs)
                .map((one) => one.approverId),
            ).size
          expect(people('brand')).toBeGreaterThanOrEqual(policy.brand)
          expect(people('legal')).toBeGreaterThanOrEqual(policy.legal)
        })
      }),
      { numRuns: 2000 },
    )
  })
})
