import { describe, expect, it } from 'vitest'
import { checkApprover, type Reviewer } from './check-approver'

const both = { brand: 1, legal: 1 }
const ann: Reviewer = { userId: 'ann', roles: ['brand'], isOnlyMember: false }

describe('checkApprover', () => {
  it('lets somebody approve as what they are and what is needed', () => {
    expect(checkApprover(both, ann, ['bob', null])).toEqual({
      ...{ kind: 'ok', roles: ['brand'], isSelfApproval: false },
    })
    expect(checkApprover({ brand: 0, legal: 1 }, ann, ['bob']).kind).toBe('refused')
    expect(checkApprover(both, { ...ann, roles: [] }, ['bob']).kind).toBe('refused')
  })

  it('lets nobody approve what they uploaded or changed', () => {
    expect(checkApprover(both, ann, ['ann', 'bob']).kind).toBe('refused')
    expect(checkApprover(both, ann, ['bob', 'ann']).kind).toBe('refused')
  })

  it('lets the only member do so, as every role, and says it', () => {
    expect(checkApprover(both, { ...ann, isOnlyMember: true }, ['ann'])).toEqual({
      ...{ kind: 'ok', roles: ['brand', 'legal'], isSelfApproval: true },
    })
  })
})
