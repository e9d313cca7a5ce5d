/**
 * Groups slots that are tied, directly or through others, given the neighbours of each. Both the
 * groups and the slots in them ascend.
 */
export function groupTiedSlots(neighbours: readonly (readonly number[])[]): number[][] {
  const groupOf = neighbours.map(() => -1)
  const groups: number[][] = []
  for (let slot = 0; slot < neighbours.length; slot++) {
    if (groupOf[slot] !== -1) continue
    const group = [slot]
    groupOf[slot] = groups.length
    for (const member of group) {
      for (const next of neighbours[member] ?? []) {
        if (groupOf[next] !== -1) continue
        groupOf[next] = groups.length
        group.push(next)
      }
    }
    groups.push(group.sort((left, right) => left - right))
  }
  return groups
}
