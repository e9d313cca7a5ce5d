import { z } from 'zod'

export const scalarSchema = z.union([z.string().max(256), z.number(), z.boolean()])
export type Scalar = z.infer<typeof scalarSchema>

export const operatorSchema = z.enum([
  'equals',
  'notEquals',
  'in',
  'notIn',
  'greaterThan',
  'atLeast',
  'lessThan',
  'atMost',
  'contains',
  'startsWith',
  'endsWith',
  'exists',
  'notExists',
])
export type Operator = z.infer<typeof operatorSchema>

/**
 * A test of the context. `field` is a dotted name from the field catalogue
 * (`device.class`, `weather.condition`, `profile.tier` …). A field that is absent
 * from the context makes every comparison false except `notExists`.
 */
export type Condition =
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition }
  | { kind: 'compare'; field: string; operator: Operator; value: Scalar | Scalar[] | null }
  | { kind: 'segment'; segmentId: string }

export const fieldNameSchema = z
  .string()
  .max(120)
  .regex(/^[a-z][a-zA-Z0-9]*(\.[a-zA-Z0-9_-]+)+$/, 'A field is a dotted name such as device.class')

const compareSchema = z.object({
  kind: z.literal('compare'),
  field: fieldNameSchema,
  operator: operatorSchema,
  value: z.union([scalarSchema, z.array(scalarSchema).max(200), z.null()]),
})
const segmentSchema = z.object({ kind: z.literal('segment'), segmentId: z.string().min(1).max(40) })

const nestedConditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('all'), of: z.array(nestedConditionSchema).max(50) }),
    z.object({ kind: z.literal('any'), of: z.array(nestedConditionSchema).max(50) }),
    z.object({ kind: z.literal('not'), of: nestedConditionSchema }),
    compareSchema,
    segmentSchema,
  ]),
)

const MAX_DEPTH = 12

/** Walks level by level, so that a hostile depth is refused before anything recurses into it. */
function isDeeperThan(depth: number, root: unknown): boolean {
  let level = [root]
  for (let step = 0; step < depth; step++) {
    level = level.flatMap((node) =>
      typeof node === 'object' && node !== null && 'of' in node ? node.of : [],
    )
    if (level.length === 0) return false
  }
  return true
}

export const conditionSchema: z.ZodType<Condition> = z.preprocess((value, context) => {
  if (!isDeeperThan(MAX_DEPTH, value)) return value
  context.addIssue({ code: 'custom', message: `Conditions nest at most ${MAX_DEPTH} deep` })
  return z.NEVER
}, nestedConditionSchema)
