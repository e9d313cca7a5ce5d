import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileConstraints } from '@/lib/decision/compile-constraints'
import type { Condition } from '@/lib/decision/condition'
import { createEligibilityState, takeEligibilityStep } from '@/lib/decision/eligibility-state'
import type { RuleEffect } from '@/lib/decision/snapshot'
import { policyWorldArbitrary } from '@/lib/decision/testing/policy-world-arbitrary'
import { createSpace, type SpaceInput } from './space'
import { listReachableAssets, truthOf } from './reachable-assets'
import { listReachable } from './testing/space-arbitrary'

const ALWAYS: Condition = { kind: 'all', of: [] }
const NEVER: Condition = { kind: 'any', of: [] }
const depends = (index: number): Condition => ({
  ...{ kind: 'compare', field: `page.f${index}`, operator: 'equals', value: true },
})

const worlds = policyWorldArbitrary({ maxSlots: 3, maxAssets: 3, maxPairs: 4 }).chain((world) => {
  const slots = world.candidates.map(({ slot, assetIds }) => ({ key: slot, assetIds }))
  const effect = fc.constantFrom(...slots).chain(({ key, assetIds }) =>
    fc.record({
      kind: fc.constantFrom('show' as const, 'exclude' as const),
      slot: fc.constant(key),
      assetIds: fc.subarray([...assetIds], { minLength: 1 }),
    }),
  )
  const rule = fc.record({
    effect,
    truth: fc.constantFrom<ReturnType<typeof truthOf>>('depends', 'depends', 'always', 'never'),
  })
  return fc.array(rule, { maxLength: 4 }).map((rules) => ({
    slots,
    constraints: world.constraints,
    benchmark: null,
    rules: rules.map(({ effect, truth }, index) => ({
      priority: index + 1,
      effect: effect as RuleEffect,
      condition: truth === 'always' ? ALWAYS : truth === 'never' ? NEVER : depends(index),
    })),
  }))
})

/** Every combination that the engine can draw when the rules of `holding` hold. */
function drawnBy({ slots, rules, constraints }: SpaceInput, holding: ReadonlySet<number>) {
  const candidates = slots.map(({ key, assetIds }) => {
    let state = createEligibilityState(key, assetIds)
    for (const [index, { effect }] of rules.entries()) {
      if (!holding.has(index) || effect.slot !== key) continue
      const rule = { effect, effectAssetIds: new Set(effect.assetIds) }
      state = takeEligibilityStep(state, rule).state
    }
    return state.candidates
  })
  const rows = compileConstraints(constraints, candidates).listRows(10_000)
  const width = slots.length
  return Array.from({ length: rows?.count ?? 0 }, (_, row) =>
    candidates.map(({ assetIds }, slot) => assetIds[rows?.picks[row * width + slot] ?? -1]).join(),
  )
}

function drawnInAnyContext(input: SpaceInput): Set<string> {
  const free = [...input.rules.keys()].filter(
    (index) => truthOf(input.rules[index]?.condition ?? NEVER) === 'depends',
  )
  const fixed = [...input.rules.keys()].filter(
    (index) => truthOf(input.rules[index]?.condition ?? NEVER) === 'always',
  )
  const all = Array.from({ length: 1 << free.length }, (_, bits) =>
    drawnBy(input, new Set([...fixed, ...free.filter((_, bit) => (bits >> bit) & 1)])),
  )
  return new Set(all.flat())
}

describe('createSpace', { timeout: 60_000 }, () => {
  it('holds what the engine can draw in any context, and nothing else but where a fixed rule is skipped', () => {
    let shrunk = 0
    fc.assert(
      fc.property(worlds, (input) => {
        const space = createSpace(input)
        const names = listReachable(space).map((row) =>
          space.slots.map(({ assetIds }, slot) => assetIds[row[slot] ?? -1]).join(),
        )
        const drawn = drawnInAnyContext(input)
        for (const name of drawn) expect(names).toContain(name)
        const hasFixed = input.rules.some(({ condition }) => truthOf(condition) === 'always')
        if (!hasFixed) expect(names.length).toBe(drawn.size)
        if (hasFixed && names.length === drawn.size) shrunk++
      }),
      { numRuns: 1_000 },
    )
    expect(shrunk).toBeGreaterThan(50)
  })

  it('keeps the static ad apart from what is drawn', () => {
    const slots = [{ key: 'headline', assetIds: ['a', 'b'] }]
    const empty = { slots, rules: [], constraints: [] }
    expect(listReachable(createSpace({ ...empty, benchmark: { headline: 'old' } }))).toHaveLength(3)
    expect(listReachable(createSpace({ ...empty, benchmark: { headline: 'a' } }))).toHaveLength(2)
    expect(createSpace({ ...empty, benchmark: {} }).benchmark).toBeNull()
  })
})

describe('listReachableAssets', () => {
  const slot = { key: 'headline', assetIds: ['a', 'b', 'c'] }
  const exclude = (condition: Condition, ...assetIds: string[]) => ({
    ...{ priority: 1, condition, effect: { kind: 'exclude' as const, slot: 'headline', assetIds } },
  })

  it('leaves out what a rule that always holds takes away', () => {
    expect([...listReachableAssets(slot, [exclude(ALWAYS, 'a', 'x')])]).toEqual(['b', 'c'])
    expect([...listReachableAssets(slot, [exclude(depends(1), 'a')])]).toEqual(['a', 'b', 'c'])
    expect([...listReachableAssets(slot, [exclude(NEVER, 'a')])]).toEqual(['a', 'b', 'c'])
  })

  it('knows that a rule which would empty its slot is skipped', () => {
    expect([...listReachableAssets(slot, [exclude(ALWAYS, 'a', 'b', 'c')])]).toHaveLength(3)
    const first = { ...exclude(depends(1), 'b', 'c'), priority: 0 }
    expect([...listReachableAssets(slot, [exclude(ALWAYS, 'a'), first])].sort()).toEqual([
      'a',
      'b',
      'c',
    ])
  })
})

describe('truthOf', () => {
  const free = depends(1)
  it.each<[string, Condition, ReturnType<typeof truthOf>]>([
    ['nothing to ask', ALWAYS, 'always'],
    ['any of nothing', NEVER, 'never'],
    ['not nothing', { kind: 'not', of: ALWAYS }, 'never'],
    ['a field', free, 'depends'],
    ['a field and never', { kind: 'all', of: [free, NEVER] }, 'never'],
    ['a field or always', { kind: 'any', of: [free, ALWAYS] }, 'always'],
    ['not a field', { kind: 'not', of: free }, 'depends'],
    ['a segment', { kind: 'segment', segmentId: 's' }, 'depends'],
  ])('%s', (_, condition, truth) => {
    expect(truthOf(condition)).toBe(truth)
  })
})
