import type { Option } from './option'

/** Options under their headings, both in first-seen order; ungrouped ones come under ''. */
export function groupOptions<O extends Option>(options: readonly O[]): [string, O[]][] {
  const groups = new Map<string, O[]>()
  for (const option of options) {
    const heading = option.group ?? ''
    const members = groups.get(heading)
    if (members) members.push(option)
    else groups.set(heading, [option])
  }
  return [...groups]
}
