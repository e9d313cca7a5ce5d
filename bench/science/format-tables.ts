import { HEADLINE_STRATEGIES, type HeadlineStrategy } from '@/lib/learning/testing/replay-headlines'
import { CONTESTANT_NAMES, titleOf, type HeadroomTable } from './headroom-table'
import type { MeanInterval } from './mean-interval'
import type { CoverageResult, Misses } from './measure-coverage'
import type { MushroomRow } from './mushroom-table'
import type { ScenarioRow } from './scenario-tables'
import type { UpworthyTable } from './upworthy-table'

/** A Markdown table. */
function formatRows(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [header, header.map(() => '---'), ...rows]
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')
}

const show = (interval: MeanInterval | undefined, digits: number, scale = 1) =>
  interval
    ? `${(interval.mean * scale).toFixed(digits)} ± ${(interval.halfWidth * scale).toFixed(digits)}`
    : '–'

export function formatHeadroom(table: HeadroomTable): string {
  const names = CONTESTANT_NAMES.filter((name) => table[name])
  return formatRows(
    ['headroom', 'rounds 1 to 100,000', 'rounds 1 to 10,000', 'rounds 90,001 to 100,000 alone'],
    names.map((name) => [
      titleOf(name),
      ...(['at100k', 'at10k', 'final'] as const).map((at) => show(table[name]?.[at], 3)),
    ]),
  )
}

const HEADLINE_TITLES: Readonly<Record<HeadlineStrategy, string>> = {
  even: 'an even split',
  abRunnerUp: 'A/B until the leader beats the runner-up (z, 95 %, 20 looks), then commit',
  abAnyDifference: 'A/B until any difference (chi-square, 95 %, 20 looks), then commit',
  beta: 'Beta Thompson sampling, learning from every impression',
  ours: 'ours, learning 50 times in a test',
}

export function formatUpworthy({ sound, all, soundTests, allTests }: UpworthyTable): string {
  return formatRows(
    ['clicks lost, %', `${soundTests} sound tests`, `all ${allTests} tests`],
    HEADLINE_STRATEGIES.map((strategy) => [
      HEADLINE_TITLES[strategy],
      show(sound[strategy], 2, 100),
      show(all[strategy], 2, 100),
    ]),
  )
}

export function formatMushrooms(rows: readonly MushroomRow[]): string {
  return formatRows(
    ['mistakes after', ...rows.map(({ mushrooms }) => mushrooms.toLocaleString('en'))],
    [
      ['ours', ...rows.map(({ ours }) => show(ours, 0))],
      ['always the more frequent class', ...rows.map(({ majority }) => show(majority, 0))],
      ['uniform', ...rows.map(({ uniform }) => uniform.mean.toFixed(0))],
    ],
  )
}

const FIGURE_TITLES: Readonly<Record<string, string>> = {
  before: 'before the change',
  after: 'after it, to the end',
  end: 'last tenth',
  early: 'rounds 1 to 10,000',
  whole: 'rounds 1 to 100,000',
  beforeAddition: 'before the asset joins',
  afterAddition: '10,000 rounds after',
  beforeRemoval: 'before it leaves',
  afterRemoval: '10,000 rounds after',
  foundAfter: 'rounds until it was found',
}

export function formatScenario(rows: readonly ScenarioRow[]): string {
  const names = Object.keys(rows[0]?.figures ?? {})
  return formatRows(
    ['headroom', ...names.map((name) => FIGURE_TITLES[name] ?? name)],
    rows.map(({ who, figures }) => [
      who,
      ...names.map((name) => show(figures[name], name === 'foundAfter' ? 0 : 3)),
    ]),
  )
}

export function formatCoverageTable(results: readonly CoverageResult[]): string {
  const percent = (share: number) => (share * 100).toFixed(share < 0.01 ? 2 : 1)
  const showMisses = ({ share, lower, upper }: Misses) =>
    `${percent(share)} (${percent(lower)} to ${percent(upper)})`
  return formatRows(
    ['ever wrong, % of runs', 'runs', 'allowed', 'at any time', 'for one look, peeked'],
    results.map(({ scenario, runs, alpha, always, once }) => [
      ...[scenario, runs.toLocaleString('en'), percent(alpha)],
      ...[showMisses(always), showMisses(once)],
    ]),
  )
}
