import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import { getEnv } from '@/lib/env'
import { projectRoot } from '@/scripts/bootstrap/project.mjs'
import { findTool, stopChild } from '@/scripts/process/node-child'
import { createMigratedDatabase } from '@/scripts/testing/test-database'
import { load, type LoadResult, medianOf } from './serve/load'
import { seedServing } from './serve/seed-serving'
import { startTarget, type Target } from './serve/start-target'

const ROUNDS = 3
const ROUND_SECONDS = 4
const WARM_UP_SECONDS = 3
const SAMPLES = 200

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

/**
 * The serve route in the light process (in front of Next where there is a build) and behind Next,
 * against bare node:http answering as many bytes: three processes, asked in turn from 64
 * connections in one run, the median of three rounds each, on a scratch database beside `databaseUrl`.
 */
export async function benchServe(databaseUrl = getEnv().DATABASE_URL): Promise<ServeBench> {
  const database = await createMigratedDatabase(databaseUrl)
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
      return target.url
    }
    const hasBuild = existsSync(path.join(projectRoot, '.next/BUILD_ID'))
    const program = hasBuild ? 'scripts/web.ts' : 'scripts/serve.ts'
    const light = await start(() => ['--import', 'tsx', program], '/api/health/ready')
    const next = hasBuild
      ? await start((port) => [findTool('next'), 'start', '-p', String(port)], '/api/health/ready')
      : null

    const adPath = `/api/serve/${placementId}?category=shoes`
    const bodyBytes = await measureBody(light + adPath)
    const body = Buffer.alloc(bodyBytes, 'x').toString('base64')
    const bare = await start(() => ['--import', 'tsx', 'bench/serve/bare-server.ts'], '/', {
      BARE_BODY: body,
    })
    const results = await measure([bare + adPath, light + adPath, next && next + adPath])
    return compare(results, bodyBytes)
  } finally {
    await Promise.all(targets.map(({ child }) => stopChild(child)))
    await database.drop()
  }
}

async function measureBody(url: string): Promise<number> {
  let bytes = 0
  for (let sample = 0; sample < SAMPLES; sample += 1) {
    bytes += (await (await fetch(url)).arrayBuffer()).byteLength
  }
  return Math.round(bytes / SAMPLES)
}

async function measure(urls: readonly (string | null)[]): Promise<(LoadResult | null)[]> {
  const rounds = urls.map((): LoadResult[] => [])
  for (const url of urls) if (url) await load(url, WARM_UP_SECONDS)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, url] of urls.entries()) {
      if (!url) continue
      const result = await load(url, ROUND_SECONDS)
      if (result.failures > 0) throw new Error(`${result.failures} requests to ${url} failed`)
      rounds[index]?.push(result)
    }
  }
  return rounds.map((results) => (results.length > 0 ? medianOf(results) : null))
}

function compare([bare, light, next]: (LoadResult | null)[], bodyBytes: number): ServeBench {
  if (!bare || !light) throw new Error('nothing was measured')
  return {
    lightVsBare: light.requestsPerSecond / bare.requestsPerSecond,
    nextVsBare: next ? next.requestsPerSecond / bare.requestsPerSecond : null,
    p99VsBare: light.p99Ms / bare.p99Ms,
    barePerSecond: bare.requestsPerSecond,
    lightPerSecond: light.requestsPerSecond,
    nextPerSecond: next?.requestsPerSecond ?? null,
    bareP99Ms: bare.p99Ms,
    lightP99Ms: light.p99Ms,
    bodyBytes,
  }
}

/** Size of the tag as it travels. */
export function benchTag(): { gzipBytes: number } {
  const tag = readFileSync(path.join(projectRoot, 'public/tag.js'))
  return { gzipBytes: gzipSync(tag, { level: 9 }).byteLength }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  console.log(JSON.stringify({ serve: await benchServe(), tag: benchTag() }, null, 2))
}
