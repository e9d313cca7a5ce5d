import { WORLD_SHAPES, type WorldName } from '@/lib/learning/testing/simulated-world'
import { hasFixture } from '@/scripts/testing/fixtures'
import { measureCoverageTable } from './science/coverage-table'
import {
  formatCoverageTable,
  formatHeadroom,
  formatMushrooms,
  formatScenario,
  formatUpworthy,
} from './science/format-tables'
import { measureHeadroom, type HeadroomTable } from './science/headroom-table'
import { measureMushrooms, type MushroomRow } from './science/mushroom-table'
import type { CoverageResult } from './science/measure-coverage'
import { MUSHROOM_FILE } from './science/play-mushroom-run'
import { measureScenario, type ScenarioRow } from './science/scenario-tables'
import { followJobs } from './science/follow-jobs'
import { UPWORTHY_FILE, measureUpworthy, type UpworthyTable } from './science/upworthy-table'

export interface ScienceBench {
  readonly headroom: Readonly<Partial<Record<WorldName, HeadroomTable>>>
  /** Null where ../shared/fixtures is missing. */
  readonly upworthy: UpworthyTable | null
  readonly mushrooms: readonly MushroomRow[] | null
  readonly drift: readonly ScenarioRow[]
  readonly delay: readonly ScenarioRow[]
  readonly change: readonly ScenarioRow[]
  readonly coverage: readonly CoverageResult[]
}

/** The long simulations behind docs/science.md, on all cores; progress is printed. */
export async function benchScience(): Promise<ScienceBench> {
  console.log()
  const headroom: Partial<Record<WorldName, HeadroomTable>> = {}
  for (const world of Object.keys(WORLD_SHAPES) as WorldName[]) {
    headroom[world] = await followJobs(`headroom, ${world}`, (onDone) =>
      measureHeadroom(world, onDone),
    )
  }
  const follow = (kind: 'drift' | 'delay' | 'change') =>
    followJobs(kind, (onDone) => measureScenario(kind, onDone))
  return {
    headroom,
    upworthy: hasFixture(UPWORTHY_FILE) ? await followJobs('Upworthy', measureUpworthy) : null,
    mushrooms: hasFixture(MUSHROOM_FILE) ? await followJobs('mushrooms', measureMushrooms) : null,
    drift: await follow('drift'),
    delay: await follow('delay'),
    change: await follow('change'),
    coverage: await followJobs('coverage', measureCoverageTable),
  }
}

/** The tables in Markdown, as docs/science.md has them. */
export function formatScience(science: ScienceBench): string {
  const { headroom, upworthy, mushrooms, drift, delay, change, coverage } = science
  const tables: [string, string | null][] = [
    ['Headroom in simulated worlds', formatHeadroom(headroom)],
    ['Upworthy, replayed', upworthy && formatUpworthy(upworthy)],
    ['Mushrooms', mushrooms && formatMushrooms(mushrooms)],
    ['Drift: all effects drawn anew after 50,000 rounds', formatScenario(drift)],
    ['Delayed rewards', formatScenario(delay)],
    ['An asset joins and leaves in flight', formatScenario(change)],
    ['Statistics that are looked at all the time', formatCoverageTable(coverage)],
  ]
  return tables
    .filter(([, table]) => table)
    .map(([title, table]) => `### ${title}\n\n${table}\n`)
    .join('\n')
}
