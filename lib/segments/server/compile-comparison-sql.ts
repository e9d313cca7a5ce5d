import { toNumber } from '@/lib/decision/compile-comparison'
import type { Operator, Scalar } from '@/lib/decision/condition'
import { toStorableText } from '@/lib/events/storable-text'
import { Prisma } from '@/prisma/generated/client'

type Operand = Scalar | readonly Scalar[] | null
type CompileOperator = (value: Prisma.Sql, operand: Operand) => Prisma.Sql

const { sql } = Prisma
export const SQL_TRUE = sql`true`
export const SQL_FALSE = sql`false`

// The decimals of lib/decision/compile-comparison.ts, and what rounds to infinity or to zero as a
// double: Postgres refuses such texts where JavaScript converts them.
const DECIMAL = '^[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)([eE][+-]?[0-9]{1,3})?$'
const INFINITE_FROM = (2n ** 1024n - 2n ** 970n).toString()
const ZERO_UP_TO = `${(5n ** 1075n).toString()}e-1075`

function textOf(value: Prisma.Sql): Prisma.Sql {
  return sql`(CASE WHEN jsonb_typeof(${value}) = 'string' THEN ${value} #>> '{}' END)`
}

/** The number that a text is, as a double; null for all else. */
function parsedTextOf(value: Prisma.Sql): Prisma.Sql {
  const text = textOf(value)
  return sql`(CASE WHEN ${text} ~ ${DECIMAL} THEN CASE
    WHEN abs(${text}::numeric) >= ${INFINITE_FROM}::numeric
      THEN CASE WHEN ${text} LIKE '-%' THEN '-Infinity'::float8 ELSE 'Infinity'::float8 END
    WHEN abs(${text}::numeric) <= ${ZERO_UP_TO}::numeric THEN 0::float8
    ELSE ${text}::float8 END END)`
}

function numberOf(value: Prisma.Sql): Prisma.Sql {
  return sql`(CASE jsonb_typeof(${value}) WHEN 'number' THEN (${value})::float8
    WHEN 'string' THEN ${parsedTextOf(value)} END)`
}

function isPresent(value: Prisma.Sql): Prisma.Sql {
  return sql`COALESCE(jsonb_typeof(${value}) IN ('string', 'number', 'boolean'), false)`
}

/** What Postgres can't hold is in no profile either, so it equals nothing. */
function isStorable(operand: Scalar): boolean {
  return typeof operand !== 'string' || toStorableText(operand) === operand
}

function equalsAny(value: Prisma.Sql, operands: readonly Scalar[]): Prisma.Sql {
  const exact = operands.filter(isStorable).flatMap((operand) => {
    const number = typeof operand === 'string' ? toNumber(operand) : Number.NaN
    return Number.isFinite(number) ? [operand, number] : [operand]
  })
  const literals = operands.filter((operand) => typeof operand === 'number')
  const isExact = sql`${value} = ANY(${exact.map((one) => JSON.stringify(one))}::text[]::jsonb[])`
  if (literals.length === 0) return sql`COALESCE(${isExact}, false)`
  const isParsed = sql`${parsedTextOf(value)} = ANY(${literals.map(String)}::text[]::float8[])`
  return sql`COALESCE(${isExact} OR ${isParsed}, false)`
}

const compileEquals: CompileOperator = (value, operand) =>
  operand === null || isList(operand) ? SQL_FALSE : equalsAny(value, [operand])
const compileIn: CompileOperator = (value, operand) =>
  isList(operand) ? equalsAny(value, operand) : SQL_FALSE

function compileOpposite(compile: CompileOperator): CompileOperator {
  return (value, operand) => {
    const test = compile(value, operand)
    return test === SQL_FALSE ? SQL_FALSE : sql`(${isPresent(value)} AND NOT ${test})`
  }
}

function compileOrder(operator: '>' | '>=' | '<' | '<='): CompileOperator {
  return (value, operand) => {
    const bound = toNumber(operand)
    if (Number.isNaN(bound)) return SQL_FALSE
    return sql`COALESCE(${numberOf(value)} ${Prisma.raw(operator)} ${String(bound)}::float8, false)`
  }
}

function compileText(holds: (text: Prisma.Sql, part: Prisma.Sql) => Prisma.Sql): CompileOperator {
  return (value, operand) => {
    const parts = (isList(operand) ? operand : [operand]).filter(
      (part): part is string => typeof part === 'string' && part !== '' && isStorable(part),
    )
    if (parts.length === 0) return SQL_FALSE
    const test = holds(textOf(value), sql`part`)
    return sql`EXISTS (SELECT FROM unnest(${parts}::text[]) AS part WHERE ${test})`
  }
}

function isList(operand: Operand): operand is readonly Scalar[] {
  return Array.isArray(operand)
}

const operators: Record<Operator, CompileOperator> = {
  equals: compileEquals,
  notEquals: compileOpposite(compileEquals),
  in: compileIn,
  notIn: compileOpposite(compileIn),
  greaterThan: compileOrder('>'),
  atLeast: compileOrder('>='),
  lessThan: compileOrder('<'),
  atMost: compileOrder('<='),
  contains: compileText((text, part) => sql`strpos(${text}, ${part}) > 0`),
  startsWith: compileText((text, part) => sql`starts_with(${text}, ${part})`),
  endsWith: compileText((text, part) => sql`right(${text}, length(${part})) = ${part}`),
  exists: (value) => isPresent(value),
  notExists: (value) => sql`NOT ${isPresent(value)}`,
}

/**
 * One comparison of an attribute in `profile.attributes` as an SQL truth value, never null, that
 * holds exactly where `compileComparison` does (but finds no half of a surrogate pair in a text).
 */
export function compileComparisonSql(
  attribute: string,
  operator: Operator,
  operand: Operand,
): Prisma.Sql {
  return operators[operator](sql`(attributes -> ${attribute}::text)`, operand)
}
