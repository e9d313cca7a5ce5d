import { atLeast, atMost, line, type Figure } from './figure'
import type { AssetsBench } from './assets'
import type { DecisionBench } from './decision'
import type { EventsBench } from './events'
import type { LearnerBench } from './learner'
import type { LibraryBench } from './library'
import type { ProofBench } from './proof'
import type { ReportsBench } from './reports'
import { listScienceFigures } from './science/list-figures'
import type { ScienceBench } from './science'
import type { ServeBench } from './serve'
import type { TagBench } from './tag'

/** What was measured; a part that was not asked for, or failed, is absent. */
export interface BenchResults {
  readonly serve?: ServeBench
  readonly decision?: DecisionBench
  readonly events?: EventsBench
  readonly reports?: ReportsBench
  readonly library?: LibraryBench
  readonly assets?: AssetsBench
  readonly tag?: TagBench
  readonly learner?: LearnerBench
  readonly proof?: ProofBench
  readonly science?: ScienceBench
}

export type Part = keyof BenchResults

/** How many times faster than Prisma's `create` for each event (1,532 a second on two cores). */
const PRISMA_RATIO = 20
/** 50 × Umami and 10 × Revive, measured on two cores. */
const EVENTS_AT_64 = 11_250
/** Revive's counter on the same two cores. */
const EVENTS_AT_1 = 1_139

export const PART_TITLES: Readonly<Record<Part, string>> = {
  serve: 'Serving: GET /api/serve/:placement, JSON, 64 connections',
  decision: 'Decision: segments, 100 rules, policy draw and record, median',
  events: 'Events: durable, acknowledged after commit, deduplicated, rolled up meanwhile',
  reports: 'Reports: a whole report of a campaign of 10 million events, in the database',
  library: 'Library: 10,000 assets, what the server does for one request, p95',
  assets: 'Assets: an uploaded photograph and all of its renditions, two at a time',
  tag: 'Tag: public/tag.js as it travels',
  learner: 'Learner: 6 slots × 10 assets, 4 context features, one thread',
  proof: 'Proof: every guardrail of 6 slots × 10 assets with 12 pairs, counted, with witnesses',
  science: 'Science: simulated worlds and real data, on seeds that nothing was tuned on',
}

/** The lines of each part that was measured, with the targets it has to reach. */
export function listFigures(results: BenchResults): Partial<Record<Part, Figure[]>> {
  const { serve, decision, events, reports, library, assets, tag, learner, proof, science } =
    results
  return {
    ...(serve ? { serve: listServeFigures(serve) } : {}),
    ...(decision ? { decision: listDecisionFigures(decision) } : {}),
    ...(events ? { events: listEventFigures(events) } : {}),
    ...(reports ? { reports: listReportFigures(reports) } : {}),
    ...(library ? { library: listLibraryFigures(library) } : {}),
    ...(assets ? { assets: listAssetFigures(assets) } : {}),
    ...(tag ? { tag: [line('gzip', 'B', tag.gzipBytes, atMost(2_200))] } : {}),
    ...(learner ? { learner: listLearnerFigures(learner) } : {}),
    ...(proof ? { proof: listProofFigures(proof) } : {}),
    ...(science ? { science: listScienceFigures(science) } : {}),
  }
}

function listServeFigures(serve: ServeBench): Figure[] {
  return [
    line('bare node:http', '/s', serve.barePerSecond),
    line('light process', '/s', serve.lightPerSecond),
    line('through Next', '/s', serve.nextPerSecond),
    line('light against bare', '×', serve.lightVsBare, atLeast(0.5)),
    line('through Next against bare', '×', serve.nextVsBare),
    line('bare node:http, p99', 'ms', serve.bareP99Ms),
    line('light process, p99', 'ms', serve.lightP99Ms),
    line('p99 of light against bare', '×', serve.p99VsBare, atMost(3)),
    line('bare node:http, of a core', 'µs', serve.bareCpuMicros),
    line('light process, of a core', 'µs', serve.lightCpuMicros),
    line('body of an answer', 'B', serve.bodyBytes),
  ]
}

function listDecisionFigures({ medianMicros, drawMicros }: DecisionBench): Figure[] {
  const list = (bySize: DecisionBench['drawMicros'], what: string, limit: number) =>
    Object.entries(bySize).map(([permutations, micros]) => {
      const label = `${Number(permutations).toLocaleString('en')} permutations${what}`
      return line(label, 'µs', micros, atMost(limit))
    })
  return [...list(medianMicros, '', 10), ...list(drawMicros, ', the draw alone', 1)]
}

function listProofFigures(proof: ProofBench): Figure[] {
  return [
    line('1,000,000 combinations, median', 'ms', proof.medianMillis1M, atMost(1_000)),
    line('1,000,000 combinations, slowest of 40', 'ms', proof.slowestMillis1M, atMost(1_000)),
    line('guardrails', 'rows', proof.guardrails),
    line('of which violated', 'rows', proof.violated),
  ]
}

function listEventFigures(events: EventsBench): Figure[] {
  return [
    line('over HTTP, 64 connections', '/s', events.perSecond64, atLeast(EVENTS_AT_64)),
    line('over HTTP, 64 connections, p99', 'ms', events.p99Ms64),
    line('over HTTP, 1 connection', '/s', events.perSecond1, atLeast(EVENTS_AT_1)),
    line('in process, 64 waiting', '/s', events.inProcess64),
    line('in process, 512 waiting', '/s', events.inProcess512),
    line('Prisma create, one after the other', '/s', events.prismaCreatePerSecond),
    line('Prisma create, 512 at once', '/s', events.prismaCreatePerSecond512),
    line('in process against Prisma in turn', '×', events.inProcessVsPrisma, atLeast(PRISMA_RATIO)),
    line('in process against Prisma at once', '×', events.inProcessVsPrisma512),
    line('raw multi-row COPY', '/s', events.rawCopyPerSecond),
    line('in process against COPY', '×', events.inProcessVsCopy),
    line('over HTTP against COPY', '×', events.httpVsCopy),
    line('last event until reports had all', 'ms', events.rollupLagMs, atMost(2_000)),
  ]
}

function listReportFigures(reports: ReportsBench): Figure[] {
  return [
    line('p95', 'ms', reports.p95Millis10M, atMost(50)),
    line('median', 'ms', reports.medianMillis10M),
    line('rolled-up rows behind it', 'rows', reports.rollupRows),
  ]
}

function listLearnerFigures({ update, ...learner }: LearnerBench): Figure[] {
  return [
    line('compiling a cell, of a core', 'ms', learner.compileCpuMillis, atMost(25)),
    line('compiling a cell, until done', 'ms', learner.compileMillis),
    line('100,000 impressions, of a core', 'ms', update.later.cpuMillis, atMost(1_000)),
    line('100,000 impressions, until done', 'ms', update.later.millis),
    line('the first 100,000, of a core', 'ms', update.first.cpuMillis),
    line('the first 100,000, until done', 'ms', update.first.millis),
    line('memory taken meanwhile, at most', 'MB', update.peakGrowthBytes / 1e6),
    line('the posterior as it is stored', 'B', update.storedBytes),
  ]
}

function listLibraryFigures(library: LibraryBench): Figure[] {
  return [
    line('first page of 100, each order', 'ms', library.firstPageMs, atMost(200)),
    line('first page of a search', 'ms', library.searchMs, atMost(200)),
    line('first page of several filters', 'ms', library.filteredMs, atMost(200)),
    line('facets', 'ms', library.facetsMs, atMost(200)),
    line('all pages one after the other', 'ms', library.allPagesMs),
  ]
}

function listAssetFigures(assets: AssetsBench): Figure[] {
  return [
    line('photographs through the pipeline', '/s', assets.imagesPerSecond),
    line('decoded and encoded once, by bare sharp', '/s', assets.bareImagesPerSecond),
    line(
      `pipeline (${assets.renditionsPerImage} renditions) against bare`,
      '×',
      assets.pipelineVsBare,
    ),
    line('memory at its peak, the whole process', 'MB', assets.peakBytes / 1e6),
  ]
}
