import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { findTool, stopChild } from '@/scripts/process/node-child'
import { createMigratedDatabase } from '@/scripts/testing/test-database'
import { findCores, holdToCores } from './serve/hold-to-core'
import { medianOf } from './median'
import { load, type LoadResult } from './serve/load'
import { seedServing } from './serve/seed-serving'
import { startTarget, type Target } from './start-target'
import { takeTypicalAnswer } from './serve/typical-answer'

const ROUNDS = 7
const ROUND_SECONDS = 2
const WARM_UP_SECONDS = 4

export interface ServeBench {
  /** Throughput against bare node:http sending as many bytes. */
  readonly lightVsBare: number
  /** Null without a build of the studio. */
  readonly nextVsBare: number | null
  readonly p99VsBare: number
  readonly barePerSecond: number
  readonly lightPerSecond: number
  readonly nextPerSecond: number | null
  readonly bareP99Ms: number
  readonly lightP99Ms: number
  /** What a request takes of a core; null outside Linux. */
  readonly bareCpuMicros: number | null
  readonly lightCpuMicros: number | null
  readonly bodyBytes: number
}

interface Targets {
  readonly bare: Target
  readonly light: Target
  readonly next: Target | null
}

/**
 * The serve route in the light process (in front of Next where there is a build) and behind Next,
 * against bare node:http answering with the same headers and as many bytes: three processes, asked
 * in turn from 64 connections, on a scratch database beside `databaseUrl`. Ratios are the median of
 * those of each round. Where `taskset` is there, each server has one core and the load another.
 */
export async function benchServe(databaseUrl: string): Promise<ServeBench> {
  const database = await createMigratedDatabase(databaseUrl)
  const cores = findCores()
  const targets: Target[] = []
  try {
    const placementId = await seedServing(database.url, 'https://shop.example/boots')
    const environment = {
      DATABASE_URL: database.url,
      INTARSIA_SECRET: randomBytes(48).toString('base64'),
      NEXTAUTH_SECRET: randomBytes(48).toString('base64'),
    }
    const start = async (args: (port: number) => string[], ready: string, more = {}) => {
      const target = await startTarget(args, ready, { ...environment, ...more })
      targets.push(target)
      holdToCores(target.child.pid, cores?.server)
      return target
    }
    const hasBuild = existsSync(path.join(projectRoot, '.next/BUILD_ID'))
    const program = hasBuild ? 'scripts/web.ts' : 'scripts/serve.ts'
    const light = await start(() => ['--import', 'tsx', program], '/api/health/ready')
    const next = hasBuild
      ? await start((port) => [findTool('next'), 'start', '-p', String(port)], '/api/health/ready')
      : null
    const adPath = `/api/serve/${placementId}?category=shoes`
    const answer = await takeTypicalAnswer(light.url + adPath)
    const bare = await start(() => ['--import', 'tsx', 'bench/serve/bare-server.ts'], '/', {
      BARE_ANSWER: JSON.stringify(answer),
    })
    holdToCores(process.pid, cores?.load)
    const bodyBytes = Buffer.byteLength(answer.body)
    return { ...summarise(await measure({ bare, light, next }, adPath)), bodyBytes }
  } finally {
    holdToCores(process.pid, cores?.all)
    await Promise.all(targets.map(({ child }) => stopChild(child)))
    await database.drop()
  }
}

type Round = Readonly<Record<'bare' | 'light', LoadResult>> & { readonly next: LoadResult | null }

async function measure({ bare, light, next }: Targets, path: string): Promise<Round[]> {
  const loadAll = async (seconds: number): Promise<Round> => ({
    bare: await load(bare, path, seconds),
    light: await load(light, path, seconds),
    next: next && (await load(next, path, seconds)),
  })
  await loadAll(WARM_UP_SECONDS)
  const rounds: Round[] = []
  for (let round = 0; round < ROUNDS; round += 1) rounds.push(await loadAll(ROUND_SECONDS))
  return rounds
}

function summarise(rounds: readonly Round[]): Omit<ServeBench, 'bodyBytes'> {
  const median = (read: (round: Round) => number) => medianOf(rounds.map(read)) ?? Number.NaN
  const ofNext = (read: (next: LoadResult, bare: LoadResult) => number) =>
    medianOf(rounds.map(({ next, bare }) => next && read(next, bare)))
  return {
    lightVsBare: median(({ light, bare }) => light.requestsPerSecond / bare.requestsPerSecond),
    nextVsBare: ofNext((next, bare) => next.requestsPerSecond / bare.requestsPerSecond),
    p99VsBare: median(({ light, bare }) => light.p99Ms / bare.p99Ms),
    barePerSecond: median(({ bare }) => bare.requestsPerSecond),
    lightPerSecond: median(({ light }) => light.requestsPerSecond),
    nextPerSecond: ofNext((next) => next.requestsPerSecond),
    bareP99Ms: median(({ bare }) => bare.p99Ms),
    lightP99Ms: median(({ light }) => light.p99Ms),
    bareCpuMicros: medianOf(rounds.map(({ bare }) => bare.cpuMicros)),
    lightCpuMicros: medianOf(rounds.map(({ light }) => light.cpuMicros)),
  }
}
