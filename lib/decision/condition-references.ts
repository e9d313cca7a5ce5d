import type { Condition } from './condition'

/** Every field and segment that a condition mentions, each once. */
export function listConditionReferences(condition: Condition): {
  fields: string[]
  segmentIds: string[]
} {
  const fields = new Set<string>()
  const segmentIds = new Set<string>()
  const visit = (node: Condition): void => {
    switch (node.kind) {
      case 'all':
      case 'any':
        node.of.forEach(visit)
        return
      case 'not':
        visit(node.of)
        return
      case 'compare':
        fields.add(node.field)
        return
      case 'segment':
        segmentIds.add(node.segmentId)
    }
  }
  visit(condition)
  return { fields: [...fields], segmentIds: [...segmentIds] }
}
