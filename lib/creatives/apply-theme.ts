import type { Design, SnapshotAsset } from '@/lib/decision/snapshot'

const themed = new WeakMap<SnapshotAsset, WeakMap<Design, Design>>()

/** A design in the colours of a theme; the same object for the same two, so that it is made once. */
export function applyTheme(design: Design, theme: SnapshotAsset | undefined): Design {
  if (!theme?.theme) return design
  const byDesign = themed.get(theme) ?? new WeakMap<Design, Design>()
  themed.set(theme, byDesign)
  const known = byDesign.get(design)
  if (known) return known
  const made = { ...design, ...theme.theme }
  byDesign.set(design, made)
  return made
}
