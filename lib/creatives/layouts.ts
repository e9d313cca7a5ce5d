import type { AdSize } from '@/lib/decision/ad-size'
import { classic } from './layouts/classic'
import { editorial } from './layouts/editorial'
import { grid } from './layouts/grid'
import { overlay } from './layouts/overlay'
import { split } from './layouts/split'
import { spotlight } from './layouts/spotlight'
import type { Design, DesignFonts } from '@/lib/decision/snapshot'
import { teamLayoutOf } from './team-layout'
import type { Layout, LayoutTable, TemplateName } from './template'

const LAYOUTS: Readonly<Record<TemplateName, LayoutTable>> = {
  classic,
  overlay,
  split,
  editorial,
  spotlight,
  grid,
}

export type LayoutChoice = Pick<Design, 'template' | 'team' | 'fonts'>

const inFonts = new WeakMap<Layout, Map<string, Layout>>()

export function layoutOf({ template, team, fonts }: LayoutChoice, size: AdSize): Layout {
  const layout = team ? teamLayoutOf(team, size) : LAYOUTS[template][size]
  return fonts ? setInFonts(layout, fonts) : layout
}

/** The same object for the same two, so that it is made once. */
function setInFonts(layout: Layout, fonts: DesignFonts): Layout {
  const key = `${fonts.heading.widthRatio}/${fonts.body.widthRatio}`
  const byKey = inFonts.get(layout) ?? new Map<string, Layout>()
  inFonts.set(layout, byKey)
  const known = byKey.get(key)
  if (known) return known
  const made: Layout = {
    ...layout,
    fontRatios: { heading: fonts.heading.widthRatio, body: fonts.body.widthRatio },
    ...(layout.wide && { wide: setInFonts(layout.wide, fonts) }),
  }
  byKey.set(key, made)
  return made
}
