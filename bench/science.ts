import type { WorldName } from '@/lib/learning/testing/simulated-world'
import { hasFixture } from '@/scripts/testing/fixtures'
import { measureCoverageTable } from './science/coverage-table'
import { followJobs, type OnDone } from './science/follow-jobs'
import {
  formatCoverageTable,
  formatHeadroom,
  formatMushrooms,
  formatScenario,
  formatUpworthy,
} from './science/format-tables'
import { measureHeadroom, type HeadroomTable } from './science/headroom-table'
import type { CoverageResult } from './science/measure-coverage'
import { measureMushrooms, type MushroomRow } from './science/mushroom-table'
import { MUSHROOM_FILE } from './science/play-mushroom-run'
import { measureScenario, type ScenarioRow } from './science/scenario-tables'
import { measureUpworthy, UPWORTHY_FILE, type UpworthyTable } from './science/upworthy-table'

/** What was measured, by section; one that was not asked for, or lacks its fixture, is absent. */
export interface ScienceBench {
  readonly strong64?: HeadroomTable
  readonly mild64?: HeadroomTable
  readonly strong10000?: HeadroomTable
  readonly mild10000?: HeadroomTable
  readonly upworthy?: UpworthyTable
  readonly mushrooms?: readonly MushroomRow[]
  readonly drift?: readonly ScenarioRow[]
  readonly delay?: readonly ScenarioRow[]
  readonly change?: readonly ScenarioRow[]
  readonly coverage?: readonly CoverageResult[]
}
export type ScienceSection = keyof ScienceBench

interface Section<T> {
  readonly fixture?: string
  readonly measure: (onDone: OnDone) => Promise<T>
  readonly format: (measured: T) => string
}

const headroom = (world: WorldName): Section<HeadroomTable> => ({
  measure: (onDone) => measureHeadroom(world, onDone),
  format: formatHeadroom,
})
const scenario = (kind: 'drift' | 'delay' | 'change'): Section<readonly ScenarioRow[]> => ({
  measure: (onDone) => measureScenario(kind, onDone),
  format: formatScenario,
})

const SECTIONS: { readonly [S in ScienceSection]: Section<NonNullable<ScienceBench[S]>> } = {
  coverage: { measure: measureCoverageTable, format: formatCoverageTable },
  mushrooms: { fixture: MUSHROOM_FILE, measure: measureMushrooms, format: formatMushrooms },
  upworthy: { fixture: UPWORTHY_FILE, measure: measureUpworthy, format: formatUpworthy },
  drift: scenario('drift'),
  delay: scenario('delay'),
  change: scenario('change'),
  strong64: headroom('strong64'),
  mild64: headroom('mild64'),
  strong10000: headroom('strong10000'),
  mild10000: headroom('mild10000'),
}
export const SCIENCE_SECTIONS = Object.keys(SECTIONS) as ScienceSection[]

/**
 * The long simulations behind docs/science.md, on all cores. `onTable` gets each section's table,
 * in Markdown, as soon as it is measured.
 */
export async function benchScience(
  sections: readonly ScienceSection[],
  onTable: (section: ScienceSection, table: string) => void,
): Promise<ScienceBench> {
  let science: ScienceBench = {}
  const measureSection = async <S extends ScienceSection>(name: S) => {
    const { fixture, measure, format }: Section<NonNullable<ScienceBench[S]>> = SECTIONS[name]
    if (fixture && !hasFixture(fixture)) {
      console.log(`  ${name}: needs ../shared/fixtures/${fixture}`)
      return
    }
    const measured = await followJobs(name, measure)
    science = { ...science, [name]: measured }
    onTable(name, format(measured))
  }
  console.log()
  for (const name of SCIENCE_SECTIONS) if (sections.includes(name)) await measureSection(name)
  return science
}
