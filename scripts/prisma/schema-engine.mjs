#!/usr/bin/env node
// Stands in for Prisma's native `schema-engine`, which the CLI would download (and cannot, where its
// host is closed): speaks the same JSON-RPC over stdio and lets the engine's official WebAssembly
// build do the work. The CLI finds it by PRISMA_SCHEMA_ENGINE_BINARY; `run.mjs` sets that.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { createEngineAdapter } from './engine-adapter.mjs'
import {
  checkConnection,
  createDatabase,
  describeConnectionError,
  dropDatabase,
} from './engine-database.mjs'
import { loadEngine } from './load-engine.mjs'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string' },
    'extension-types': { type: 'string' },
    'enabled-preview-features': { type: 'string' },
    version: { type: 'boolean' },
  },
})
const databaseUrl = options.datasource ? JSON.parse(options.datasource).url : undefined

// The CLI shows the messages logged before a failure; Node's own words on stderr it would drop.
process.on('uncaughtException', (error) => {
  logLine('ERROR', { message: error.stack, error_code: null })
  process.exit(1)
})

if (options.version) await printVersion()
else if (positionals[0] === 'cli') await runCommand(positionals[1])
else serveRequests()

async function printVersion() {
  console.log(`schema-engine-wasm ${(await loadEngine()).version()}`)
}

/** The one-shot commands; the CLI reads a failure from the log lines on stderr. */
async function runCommand(name) {
  const commands = {
    'can-connect-to-database': checkConnection,
    'create-database': createDatabase,
    'drop-database': dropDatabase,
  }
  try {
    await commands[name]?.(databaseUrl)
  } catch (error) {
    const { code, message } = describeConnectionError(error, databaseUrl)
    logLine('INFO', { message: 'schema-engine-wasm' })
    logLine('ERROR', { error_code: code, message })
    process.exitCode = 1
  }
}

function logLine(level, fields) {
  const line = {
    timestamp: new Date().toISOString(),
    level,
    fields,
    target: 'schema_engine::logger',
  }
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

/** Answers requests until stdin ends and the last answer is out. */
function serveRequests() {
  const session = createSession()
  const requests = createInterface({ input: process.stdin, crlfDelay: Infinity })
  let pendingCount = 0
  let isClosed = false
  const exitWhenDone = () => {
    if (isClosed && pendingCount === 0) process.exit(0)
  }
  requests.on('close', () => {
    isClosed = true
    exitWhenDone()
  })
  requests.on('line', async (line) => {
    const request = line.trim() ? JSON.parse(line) : {}
    // Lines without a method are the CLI's replies to our `print`.
    if (!request.method) return
    pendingCount += 1
    send({ id: request.id, ...(await answer(session, request)) })
    pendingCount -= 1
    exitWhenDone()
  })
}

function createSession() {
  const adapter = bindMigrationAwareSqlAdapterFactory(createEngineAdapter(databaseUrl))
  let engine
  return { errors: adapter.errorRegistry, getEngine: () => (engine ??= startEngine(adapter)) }
}

async function startEngine(adapter) {
  const { SchemaEngine } = await loadEngine()
  const datamodels = (options.datamodels ?? []).map((file) => [file, readFileSync(file, 'utf8')])
  return SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => undefined,
    adapter,
  )
}

async function answer(session, { method, params }) {
  try {
    if (method === 'createDatabase') return { result: await createDatabase(databaseUrl) }
    const engine = await session.getEngine()
    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params)
    if (method === 'diff' && result?.stdout != null) print(result.stdout)
    return { result: result ?? null }
  } catch (error) {
    return { error: describeError(error, session.errors) }
  }
}

/** The native engine prints a diff by asking the CLI to; the WebAssembly build returns it. */
function print(content) {
  send({ id: 'print', method: 'print', params: { content } })
}

/** An error of the driver arrives as the number under which the adapter keeps it. */
function describeError(error, errors) {
  const number = /external error.*?(\d+)/i.exec(error.message ?? '')?.[1]
  const isOfDriver = error.code === undefined && number !== undefined
  const cause = isOfDriver ? errors.consumeError(Number(number))?.error : undefined
  return {
    code: 4466,
    message: 'An error happened.',
    data: {
      is_panic: error instanceof WebAssembly.RuntimeError,
      message: cause?.message ?? error.message,
      error_code: error.code ?? null,
      meta: error.meta ?? null,
    },
  }
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}
