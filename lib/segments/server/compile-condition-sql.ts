import type { Condition } from '@/lib/decision/condition'
import { listConditionReferences } from '@/lib/decision/condition-references'
import { isProfileField } from '@/lib/decision/field-index'
import { Prisma } from '@/prisma/generated/client'
import { compileComparisonSql, SQL_FALSE, SQL_TRUE } from './compile-comparison-sql'

const PROFILE_PREFIX = 'profile.'

/** Conditions of the segments that a condition may ask membership of. */
export type SegmentConditions = ReadonlyMap<string, Condition>

/**
 * A condition as an SQL truth value over `profile.attributes`: true where the customer is in, or
 * will be if the moment of the ad fits. So comparisons of anything but the profile are unknown
 * (Kleene's third value), and what is unknown to the end counts as in. Segments inside the
 * conditions of segments are false, as when serving.
 */
export function compileConditionSql(
  condition: Condition,
  segments: SegmentConditions = new Map(),
): Prisma.Sql {
  return compile(condition, segments, SQL_TRUE)
}

/** Whether anything in it, segments it asks for included, is decided only when the ad is shown. */
export function readsContext(condition: Condition, segments: SegmentConditions): boolean {
  const { fields, segmentIds } = listConditionReferences(condition)
  return (
    fields.some((field) => !isProfileField(field)) ||
    segmentIds.some((id) => {
      const segment = segments.get(id)
      return segment !== undefined && readsContext(segment, new Map())
    })
  )
}

/** `unknown` is what an unknown comparison stands for: true below an even number of nots. */
function compile(
  condition: Condition,
  segments: SegmentConditions,
  unknown: Prisma.Sql,
): Prisma.Sql {
  switch (condition.kind) {
    case 'all':
      return join(condition.of, ' AND ', SQL_TRUE, (part) => compile(part, segments, unknown))
    case 'any':
      return join(condition.of, ' OR ', SQL_FALSE, (part) => compile(part, segments, unknown))
    case 'not': {
      const opposite = unknown === SQL_TRUE ? SQL_FALSE : SQL_TRUE
      return Prisma.sql`NOT ${compile(condition.of, segments, opposite)}`
    }
    case 'compare': {
      const { field, operator, value } = condition
      return isProfileField(field)
        ? compileComparisonSql(field.slice(PROFILE_PREFIX.length), operator, value)
        : unknown
    }
    case 'segment': {
      const segment = segments.get(condition.segmentId)
      return segment ? compile(segment, new Map(), unknown) : SQL_FALSE
    }
  }
}

function join(
  parts: readonly Condition[],
  separator: string,
  ofNothing: Prisma.Sql,
  compilePart: (part: Condition) => Prisma.Sql,
): Prisma.Sql {
  return parts.length === 0
    ? ofNothing
    : Prisma.sql`(${Prisma.join(parts.map(compilePart), separator)})`
}
