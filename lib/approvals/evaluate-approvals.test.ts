import { describe, expect, it } from 'vitest'
import { type Approval, evaluateApprovals, listMissingApprovals } from './evaluate-approvals'

const approval = (own: Partial<Approval> = {}): Approval => ({
  ...{ contentSha256: 'seen', market: '*', approverId: 'ann', approverRole: 'brand' },
  ...{ expiresAtMs: null, isSelfApproval: false },
  ...own,
})
const one = { brand: 1, legal: 0 }
const both = { brand: 1, legal: 1 }
const everywhere = (untilMs: number) => ({ everywhereUntilMs: untilMs, countries: [] })

describe('evaluateApprovals', () => {
  it('counts only approvals of this very content', () => {
    expect(evaluateApprovals(one, [approval()], 'seen', 0)).toEqual(everywhere(Infinity))
    expect(evaluateApprovals(one, [approval()], 'changed', 0)).toBeNull()
  })

  it('asks for every role and number of the policy, each person once', () => {
    const twice = [approval(), approval({ market: '*' })]
    expect(evaluateApprovals({ brand: 2, legal: 0 }, twice, 'seen', 0)).toBeNull()
    const two = [approval(), approval({ approverId: 'bob' })]
    expect(evaluateApprovals({ brand: 2, legal: 0 }, two, 'seen', 0)).not.toBeNull()
    expect(evaluateApprovals(both, two, 'seen', 0)).toBeNull()
    const legal = approval({ approverId: 'bob', approverRole: 'legal' })
    expect(evaluateApprovals(both, [approval(), legal], 'seen', 0)).not.toBeNull()
  })

  it('ends with the approval that is needed and ends first', () => {
    const ends = [10, 20, 30].map((expiresAtMs) =>
      approval({ approverId: String(expiresAtMs), expiresAtMs }),
    )
    expect(evaluateApprovals({ brand: 2, legal: 0 }, ends, 'seen', 0)).toEqual(everywhere(20))
    expect(evaluateApprovals({ brand: 2, legal: 0 }, ends, 'seen', 15)).toEqual(everywhere(20))
    expect(evaluateApprovals({ brand: 2, legal: 0 }, ends, 'seen', 20)).toBeNull()
  })

  it('puts together approvals for everywhere and for a country', () => {
    const legal = approval({ approverRole: 'legal', approverId: 'bob', market: 'DE' })
    expect(evaluateApprovals(both, [approval({ expiresAtMs: 5 }), legal], 'seen', 0)).toEqual({
      everywhereUntilMs: null,
      countries: [{ country: 'DE', untilMs: 5 }],
    })
  })

  it('needs nobody else where there is nobody else', () => {
    const own = approval({ isSelfApproval: true })
    expect(evaluateApprovals({ brand: 2, legal: 2 }, [own], 'seen', 0)).toEqual(
      everywhere(Infinity),
    )
  })
})

describe('listMissingApprovals', () => {
  it('says who is still to come', () => {
    const missing = (approvals: Approval[], market = '*') =>
      listMissingApprovals({ brand: 2, legal: 1 }, approvals, 'seen', market, 0)
    expect(missing([])).toEqual([
      { role: 'brand', count: 2 },
      { role: 'legal', count: 1 },
    ])
    const german = approval({ market: 'DE' })
    expect(missing([german])).toHaveLength(2)
    expect(missing([german], 'DE')).toEqual([
      { role: 'brand', count: 1 },
      { role: 'legal', count: 1 },
    ])
  })
})
