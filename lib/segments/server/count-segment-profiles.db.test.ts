import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createDatabase, type Database } from '@/lib/db/client'
import { compileCondition } from '@/lib/decision/compile-condition'
import { type Condition, operatorSchema, type Scalar } from '@/lib/decision/condition'
import { upsertProfiles } from '@/lib/profiles/server/upsert-profiles'
import type { Actor } from '@/lib/workspaces/permission'
import { createTestDatabase, type TestDatabase } from '@/scripts/testing/test-database'
import { createTestWorkspace } from '@/scripts/testing/create-test-workspace'
import { countConditions, countSegmentProfiles } from './count-segment-profiles'

const ATTRIBUTES = ['tier', 'age', 'city', 'vip', 'mixed']
const TRICKY: Scalar[] = [
  ...[
    '',
    ' ',
    '12',
    '12.0',
    '+12',
    '-0',
    '0',
    '5.',
    '.5',
    '1e3',
    '1E3',
    '1e400',
    '-1e999',
    '1e-400',
  ],
  ...['3e-324', '2e-324', '0x1f', 'Infinity', 'NaN', '1_000', '٣', 'gold', 'Gold', 'go', 'a%_\\b'],
  ...['9007199254740993', '0.1', '1e308', '179769313486231580793e289', '😀', 'İ', "'; --", '12\n'],
  ...['1e-1000', '1e1000', 'true', 'null', '"12"', '\ufffd'],
  ...[0, -0, 12, -12, 0.1, 0.1 + 0.2, 1e-310, 5e-324, 1.7976931348623157e308, 2 ** 53, 1000, 0.5],
  true,
  false,
]
const scalar = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...TRICKY) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x) },
  { weight: 1, arbitrary: fc.double({ noNaN: true, noDefaultInfinity: true }).map(String) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
)
// What a profile can hold: mapCustomer leaves U+0000 out, and jsonb refuses halves of surrogates.
const attributes = fc.dictionary(
  fc.constantFrom(...ATTRIBUTES),
  scalar.filter((value) => typeof value !== 'string' || !/\0/.test(value)),
)
const operand = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 4 }),
  fc.constantFrom(null, '\0', 'go\0ld', '12\0'),
)
const compare = (fields: readonly string[]) =>
  fc.record({
    kind: fc.constant('compare' as const),
    field: fc.constantFrom(...fields),
    operator: fc.constantFrom(...operatorSchema.options),
    value: operand,
  })

function nest(leaf: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> {
  const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: fc.array(tie('condition'), { maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('not' as const), of: tie('condition') }),
    ),
  }))
  return condition
}
const profileFields = ATTRIBUTES.map((name) => `profile.${name}`)

let test: TestDatabase
let db: Database
let actor: Actor
let profiles: Record<string, Scalar>[]

beforeAll(async () => {
  test = await createTestDatabase()
  db = createDatabase(test.url)
  actor = await createTestWorkspace(db)
  const source = await createSource(actor)
  profiles = [
    ...TRICKY.flatMap((value): Record<string, Scalar>[] => [
      { mixed: value },
      { mixed: value, tier: 'gold', age: 30 },
    ]),
    ...fc.sample(attributes, { numRuns: 250, seed: 7 }),
  ]
  await upsertProfiles(db, actor.workspaceId, source, [
    ...profiles.map((values, index) => ({
      externalIdHash: `c${index}`,
      attributes: values,
      hasConsent: true,
    })),
    { externalIdHash: 'refused', attributes: {}, hasConsent: false },
  ])
  const stranger = await createTestWorkspace(db)
  await upsertProfiles(db, stranger.workspaceId, await createSource(stranger), [
    { externalIdHash: 'other', attributes: { tier: 'gold' }, hasConsent: true },
  ])
})
afterAll(async () => {
  await db.$disconnect()
  await test.drop()
})

async function createSource({ workspaceId }: Actor): Promise<string> {
  const data = { workspaceId, kind: 'csv', name: 'Shop', mapping: {} } as const
  return (await db.source.create({ data })).id
}

function countByEngine(condition: Condition, context: Record<string, Scalar> = {}): number {
  const holds = compileCondition(condition)
  return profiles.filter((values) => {
    const fields = Object.entries(values).map(([name, value]) => [`profile.${name}`, value])
    return holds({ ...context, ...(Object.fromEntries(fields) as Record<string, Scalar>) }, [])
  }).length
}

describe('countConditions', () => {
  it('counts whom the engine would put in, whatever the values', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(nest(compare(profileFields)), { minLength: 10, maxLength: 20 }),
        async (conditions) => {
          const counts = await countConditions(db, actor.workspaceId, conditions)
          expect(counts.map(({ matching }) => matching)).toEqual(
            conditions.map((condition) => countByEngine(condition)),
          )
        },
      ),
      { numRuns: 40 },
    )
  })

  it('agrees for each operator and each awkward value', { timeout: 120_000 }, async () => {
    for (const operator of operatorSchema.options) {
      const conditions = [...TRICKY, '\0'].flatMap((value): Condition[] => [
        { kind: 'compare', field: 'profile.mixed', operator, value },
        { kind: 'compare', field: 'profile.mixed', operator, value: [value, 'gold'] },
      ])
      const counts = await countConditions(db, actor.workspaceId, conditions)
      expect([operator, ...counts.map(({ matching }) => matching)]).toEqual([
        operator,
        ...conditions.map((condition) => countByEngine(condition)),
      ])
    }
  })

  it('counts a customer whom some moment of an ad would put in', { timeout: 120_000 }, async () => {
    const isMobile: Condition = {
      kind: 'compare',
      field: 'device.class',
      operator: 'equals',
      value: 'mobile',
    }
    const mobile = fc.constant(isMobile)
    await fc.assert(
      fc.asyncProperty(
        fc.array(nest(fc.oneof(mobile, compare(profileFields))), { minLength: 8, maxLength: 12 }),
        async (conditions) => {
          const counts = await countConditions(db, actor.workspaceId, conditions)
          counts.forEach((count, index) => {
            const condition = conditions[index] ?? isMobile
            const onPhone = countByEngine(condition, { 'device.class': 'mobile' })
            const elsewhere = countByEngine(condition, { 'device.class': 'tv' })
            expect(count.matching).toBeGreaterThanOrEqual(Math.max(onPhone, elsewhere))
            if (!count.ignoresContext) expect(count.matching).toBe(onPhone)
          })
        },
      ),
      { numRuns: 20 },
    )
    const gold: Condition = {
      kind: 'compare',
      field: 'profile.tier',
      operator: 'equals',
      value: 'gold',
    }
    const [both, none] = await countConditions(db, actor.workspaceId, [
      { kind: 'all', of: [gold, isMobile] },
      { kind: 'not', of: { kind: 'any', of: [gold, isMobile] } },
    ])
    expect(both).toMatchObject({ matching: countByEngine(gold), ignoresContext: true })
    expect(none?.matching).toBe(profiles.length - countByEngine(gold))
  })

  it('counts consented customers of its own workspace only', async () => {
    const everyone: Condition = { kind: 'all', of: [] }
    expect(await countSegmentProfiles(db, actor, everyone)).toEqual({
      matching: profiles.length,
      consented: profiles.length,
      total: profiles.length + 1,
      ignoresContext: false,
    })
  })

  it('finds nobody by half of a surrogate pair, which no profile can hold', async () => {
    for (const operator of ['equals', 'in', 'contains', 'endsWith'] as const) {
      const value = operator === 'in' ? ['\ud83d'] : '\ud83d'
      const half: Condition = { kind: 'compare', field: 'profile.mixed', operator, value }
      expect((await countSegmentProfiles(db, actor, half)).matching).toBe(0)
    }
  })

  it('refuses more comparisons than it can count', async () => {
    const one: Condition = { kind: 'segment', segmentId: 'x' }
    const fifty: Condition = { kind: 'all', of: Array.from({ length: 50 }, () => one) }
    const many: Condition = { kind: 'any', of: Array.from({ length: 7 }, () => fifty) }
    await expect(countSegmentProfiles(db, actor, many)).rejects.toMatchObject({
      code: 'unprocessable',
    })
  })
})
