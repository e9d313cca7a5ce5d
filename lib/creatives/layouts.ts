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

const inFonts = new WeakMap<Layout, WeakMap<DesignFonts, Layout>>()

export function layoutOf({ template, team, fonts }: LayoutChoice, size: AdSize): Layout {
  const layout = team ? teamLayoutOf(team, size) : LAYOUTS[template][size]
  return fonts ? setInFonts(layout, fonts) : layout
}

/** The same object for the same two, so that it is made once. */
function setInFonts(layout: Layout, fonts: DesignFonts): Layout {
  const byFonts = inFonts.get(layout) ?? new WeakMap<DesignFonts, Layout>()
  inFonts.set(layout, byFonts)
  const known = byFonts.get(fonts)
  if (known) return known
  const made: Layout = {
    ...layout,
    fontRatios: { heading: fonts.heading.widthRatio, body: fonts.body.widthRatio },
    ...(layout.wide && { wide: setInFonts(layout.wide, fonts) }),
  }
  byFonts.set(fonts, made)
  return made
}
