import type { AdContext } from './context'
import type { PreparedSnapshot } from './prepare-snapshot'

const NO_SEGMENTS: readonly string[] = []

/**
 * The campaign's segments this context belongs to, in the campaign's order (the first is the
 * primary one). Segments are defined by fields alone: a `segment` condition inside a segment is
 * false, so there are no cycles. Segments over `profile.*` need consent, without which the
 * context holds no such field.
 */
export function resolveSegments(prepared: PreparedSnapshot, context: AdContext): string[] {
  const values = prepared.fields.read(context.fields)
  const segmentIds: string[] = []
  for (const segment of prepared.segments) {
    if (segment.matches(values, NO_SEGMENTS)) segmentIds.push(segment.id)
  }
  return segmentIds
}
