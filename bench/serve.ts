import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { findTool, stopChild } from '@/scripts/process/node-child'
import { createMigratedDatabase } from '@/scripts/testing/test-database'
import { findCores, holdToCores } from './serve/hold-to-core'
import { load, type LoadResult, medianOf } from './serve/load'
import { seedServing } from './serve/seed-serving'
import { startTarget, type Target } from './start-target'
import { type Answer, takeTypicalAnswer } from './serve/typical-answer'

const ROUNDS = 5
const ROUND_SECONDS = 3
const WARM_UP_SECONDS = 3

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
  readonly bodyBytes: number
}

interface Urls {
  readonly bare: string
  readonly light: string
  readonly next: string | null
}

/**
 * The serve route in the light process (in front of Next where there is a build) and behind Next,
 * against bare node:http answering with the same headers and as many bytes: three processes, asked
 * in turn from 64 connections, the median of five rounds each, on a scratch database beside
 * `databaseUrl`. Where `taskset` is there, each server has one core and the load another.
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
      return target.url
    }
    const hasBuild = existsSync(path.join(projectRoot, '.next/BUILD_ID'))
    const program = hasBuild ? 'scripts/web.ts' : 'scripts/serve.ts'
    const light = await start(() => ['--import', 'tsx', program], '/api/health/ready')
    const next = hasBuild
      ? await start((port) => [findTool('next'), 'start', '-p', String(port)], '/api/health/ready')
      : null
    const adPath = `/api/serve/${placementId}?category=shoes`
    const answer = await takeTypicalAnswer(light + adPath)
    const bare = await start(() => ['--import', 'tsx', 'bench/serve/bare-server.ts'], '/', {
      BARE_ANSWER: JSON.stringify(answer),
    })
    holdToCores(process.pid, cores?.load)
    return await measure(
      { bare: bare + adPath, light: light + adPath, next: next && next + adPath },
      answer,
    )
  } finally {
    holdToCores(process.pid, cores?.all)
    await Promise.all(targets.map(({ child }) => stopChild(child)))
    await database.drop()
  }
}

async function measure(urls: Urls, answer: Answer): Promise<ServeBench> {
  const rounds: Record<keyof Urls, LoadResult[]> = { bare: [], light: [], next: [] }
  const entries = Object.entries(urls) as [keyof Urls, string | null][]
  for (const [, url] of entries) if (url) await load(url, WARM_UP_SECONDS)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, url] of entries) {
      if (!url) continue
      const result = await load(url, ROUND_SECONDS)
      if (result.failures > 0) throw new Error(`${result.failures} requests to ${url} failed`)
      rounds[name].push(result)
    }
  }
  const [bare, light] = [medianOf(rounds.bare), medianOf(rounds.light)]
  const next = urls.next ? medianOf(rounds.next) : null
  return {
    lightVsBare: light.requestsPerSecond / bare.requestsPerSecond,
    nextVsBare: next ? next.requestsPerSecond / bare.requestsPerSecond : null,
    p99VsBare: light.p99Ms / bare.p99Ms,
    barePerSecond: bare.requestsPerSecond,
    lightPerSecond: light.requestsPerSecond,
    nextPerSecond: next?.requestsPerSecond ?? null,
    bareP99Ms: bare.p99Ms,
    lightP99Ms: light.p99Ms,
    bodyBytes: Buffer.byteLength(answer.body),
  }
}
