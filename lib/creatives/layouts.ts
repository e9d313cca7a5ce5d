import type { AdSize } from '@/lib/decision/ad-size'
import { classic } from './layouts/classic'
import { editorial } from './layouts/editorial'
import { grid } from './layouts/grid'
import { overlay } from './layouts/overlay'
import { split } from './layouts/split'
import { spotlight } from './layouts/spotlight'
import type { Design } from '@/lib/decision/snapshot'
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

export type LayoutChoice = Pick<Design, 'template' | 'team'>

export function layoutOf({ template, team }: LayoutChoice, size: AdSize): Layout {
  return team ? teamLayoutOf(team, size) : LAYOUTS[template][size]
}
