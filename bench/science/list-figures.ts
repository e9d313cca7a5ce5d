import { WORLD_SHAPES, type WorldName } from '@/lib/learning/testing/simulated-world'
import { atLeast, atMost, line, type Figure } from '@/bench/figure'
import type { ScienceBench } from '@/bench/science'
import type { HeadroomTable } from './headroom-table'
import { BATCH_LOSS_TARGET, HEADROOM_TARGETS } from './settings'

/** The lines of the bench; every other figure stands in the tables and in the JSON. */
export function listScienceFigures(science: ScienceBench): Figure[] {
  const worlds = Object.keys(WORLD_SHAPES) as WorldName[]
  return [
    ...worlds.flatMap((world) => {
      const table = science[world]
      return table ? listHeadroomFigures(world, table) : []
    }),
    ...listUpworthyFigures(science.upworthy),
    ...listMushroomFigures(science.mushrooms),
    ...listCoverageFigures(science.coverage),
  ]
}

function listHeadroomFigures(world: WorldName, table: HeadroomTable): Figure[] {
  const target = HEADROOM_TARGETS[world]
  const fine = table.ours100?.at100k.mean ?? null
  const coarse = table.ours1000?.at100k.mean ?? null
  const rivals = [table.slotThompson, table.layoutThompson, table.cellThompson, table.epsilonGreedy]
  const bestRival = Math.max(...rivals.map((rival) => rival?.at100k.mean ?? 0))
  const best = line(`headroom, ${world}, best rival`, 'of 1', bestRival)
  if (target === undefined || fine === null || coarse === null) {
    return [line(`headroom, ${world}, batches of 1,000`, 'of 1', coarse), best]
  }
  return [
    line(`headroom, ${world}`, 'of 1', fine, atLeast(target)),
    best,
    line(`lost by batches of 1,000, ${world}`, 'of 1', fine - coarse, atMost(BATCH_LOSS_TARGET)),
  ]
}

function listUpworthyFigures(upworthy: ScienceBench['upworthy']): Figure[] {
  if (!upworthy) return []
  const { even, abAnyDifference, ours } = upworthy.sound
  return [
    line('Upworthy, clicks lost, even split', '%', even.mean * 100),
    line('Upworthy, clicks lost, A/B', '%', abAnyDifference.mean * 100),
    line('Upworthy, clicks lost, ours', '%', ours.mean * 100),
  ]
}

function listMushroomFigures(rows: ScienceBench['mushrooms']): Figure[] {
  const last = rows?.at(-1)
  if (!last) return []
  return [line(`mistakes of ${last.mushrooms} mushrooms`, 'rows', last.ours.mean)]
}

function listCoverageFigures(results: ScienceBench['coverage']): Figure[] {
  if (!results) return []
  const shares = results.filter(({ alpha }) => alpha === 0.05).map(({ always }) => always.share)
  const excessive = results.filter(({ always, alpha }) => always.lower > alpha)
  return [
    line('peeked runs ever wrong, worst of all', '%', 100 * Math.max(...shares), atMost(5)),
    line('scenarios wrong too often', 'rows', excessive.length, atMost(0)),
  ]
}
