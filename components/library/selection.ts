/** Some assets by name, or all that fit but for some. */
export type Selection =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<string> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<string> }

export const NOTHING: Selection = { kind: 'some', ids: new Set() }

export function isSelected(selection: Selection, id: string): boolean {
  return selection.kind === 'all' ? !selection.except.has(id) : selection.ids.has(id)
}

/** Of `total` that fit. */
export function countSelected(selection: Selection, total: number): number {
  return selection.kind === 'all' ? Math.max(0, total - selection.except.size) : selection.ids.size
}

export function toggle(selection: Selection, id: string): Selection {
  return setSelected(selection, [id], !isSelected(selection, id))
}

export function setSelected(
  selection: Selection,
  ids: readonly string[],
  isWanted: boolean,
): Selection {
  const named = new Set(selection.kind === 'all' ? selection.except : selection.ids)
  // Among all, it is the ones left out that are named.
  const isNamed = isWanted === (selection.kind === 'some')
  for (const id of ids) {
    if (isNamed) named.add(id)
    else named.delete(id)
  }
  return selection.kind === 'all' ? { kind: 'all', except: named } : { kind: 'some', ids: named }
}

/** Everything between two places of the list, both included, in either direction. */
export function selectRange(
  selection: Selection,
  listed: readonly { id: string }[],
  from: number,
  to: number,
): Selection {
  const between = listed.slice(Math.min(from, to), Math.max(from, to) + 1)
  return setSelected(
    selection,
    between.map(({ id }) => id),
    true,
  )
}
