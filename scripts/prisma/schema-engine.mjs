#!/usr/bin/env node
// Drop-in replacement for Prisma's native `schema-engine` binary: speaks the same
// JSON-RPC-over-stdio protocol and delegates to @prisma/schema-engine-wasm.
import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import path from 'node:path'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as bg from '@prisma/schema-engine-wasm/schema_engine_bg'

const require = createRequire(import.meta.url)
const wasmPath = path.join(path.dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
globalThis.PRISMA_WASM_PANIC_REGISTRY ??= { message: '', set_message(m) { this.message = `RuntimeError: ${m}` }, get() { return this.message } }
const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), { './schema_engine_bg.js': bg })
bg.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()

const { values: opt, positionals } = parseArgs({
  allowPositionals: true, strict: false,
  options: { datamodels: { type: 'string', multiple: true }, datasource: { type: 'string' }, 'extension-types': { type: 'string' }, 'enabled-preview-features': { type: 'string' }, version: { type: 'boolean' } },
})
if (opt.version) { console.log(`schema-engine-wasm ${bg.version()}`); process.exit(0) }
const datasource = opt.datasource ? JSON.parse(opt.datasource) : {}
const log = (level, fields) => process.stderr.write(JSON.stringify({ timestamp: new Date().toISOString(), level, fields, target: 'schema_engine::logger' }) + '\n')
const fail = (code, message) => { log('INFO', { message: 'schema-engine-wasm' }); log('ERROR', { error_code: code, message }); process.exit(1) }

function parts(u) { const url = new URL(u); const db = decodeURIComponent(url.pathname.slice(1)) || 'postgres'; return { url, db } }
async function withClient(u, f) { const c = new pg.Client({ connectionString: u }); await c.connect(); try { return await f(c) } finally { await c.end().catch(() => {}) } }
function connError(e, u) {
  const { url, db } = parts(u)
  if (e.code === '3D000') return ['P1003', `Database \`${db}\` does not exist`]
  if (e.code === '28P01' || e.code === '28000') return ['P1000', `Authentication failed against database server, the provided database credentials for \`${url.username}\` are not valid.`]
  return ['P1001', `Can't reach database server at \`${url.hostname}:${url.port || 5432}\` (${e.code ?? e.message})`]
}
async function createDatabase(u) {
  const { url, db } = parts(u); const admin = new URL(url); admin.pathname = '/postgres'
  await withClient(admin.toString(), (c) => c.query(`CREATE DATABASE ${c.escapeIdentifier(db)}`))
  return { databaseName: db }
}

if (positionals[0] === 'cli') {
  try {
    if (positionals[1] === 'can-connect-to-database') await withClient(datasource.url, (c) => c.query('select 1'))
    else if (positionals[1] === 'create-database') await createDatabase(datasource.url)
    else if (positionals[1] === 'drop-database') { const { url, db } = parts(datasource.url); const admin = new URL(url); admin.pathname = '/postgres'; await withClient(admin.toString(), (c) => c.query(`DROP DATABASE IF EXISTS ${c.escapeIdentifier(db)} WITH (FORCE)`)) }
    process.exit(0)
  } catch (e) { fail(...connError(e, datasource.url)) }
}

// adapter-pg 7.x was last shipped with a migration-aware factory but nothing in the 7.x CLI uses
// it any more, and two things in it are broken. (1) It has no mapping for Postgres' internal
// "char" type (oid 18), which the engine's catalog queries return: let the driver present it as
// bpchar, then relabel those columns as `Character`. (2) connectToShadowDb() drops the shadow
// database while its own pool is still connected to it: dispose first, then drop.
const charColumns = new AsyncLocalStorage()
class CatalogClient extends pg.Client {
  query(...args) {
    const seen = charColumns.getStore()
    const fix = (res) => {
      for (const x of [res].flat()) x?.fields?.forEach((f, i) => { if (f.dataTypeID === 18) { f.dataTypeID = 1042; seen?.add(i) } })
      return res
    }
    const cb = args.at(-1)
    if (typeof cb === 'function') return super.query(...args.slice(0, -1), (err, res) => cb(err, fix(res)))
    const r = super.query(...args)
    return typeof r?.then === 'function' ? r.then(fix) : r
  }
}
function patchQueryable(q) {
  const queryRaw = q.queryRaw.bind(q)
  q.queryRaw = (params) => {
    const seen = new Set()
    return charColumns.run(seen, async () => {
      const res = await queryRaw(params)
      for (const i of seen) res.columnTypes[i] = ColumnTypeEnum.Character
      return res
    })
  }
  // PrismaPg splits scripts at every `;`, which breaks function bodies: send the script whole
  // (simple protocol), as the native engine does.
  q.executeScript = async (script) => {
    await q.client.query(script).catch((error) => q.onError(error))
  }
  if (q.startTransaction) { const st = q.startTransaction.bind(q); q.startTransaction = async (l) => patchQueryable(await st(l)) }
  return q
}
function migrationFactory(config, options) {
  const make = (c) => { const f = new PrismaPg(c, options); const connect = f.connect.bind(f); f.connect = async () => patchQueryable(await connect()); return f }
  const factory = make(config)
  factory.connectToShadowDb = async () => {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    const admin = await factory.connect()
    await admin.executeScript(`CREATE DATABASE "${database}"`)
    const shadow = await make({ ...config, database }).connect()
    const dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => { await dispose(); await admin.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`); await admin.dispose() }
    return shadow
  }
  return factory
}
function pgConfig(u) {
  const { url, db } = parts(u ?? 'postgresql://invalid:5432/none')
  return { host: url.searchParams.get('host') ?? url.hostname, port: Number(url.port || 5432), user: decodeURIComponent(url.username), password: decodeURIComponent(url.password), database: db, ssl: ['require', 'no-verify'].includes(url.searchParams.get('sslmode')) ? { rejectUnauthorized: false } : undefined }
}

let enginePromise
let registry
function engine() {
  return (enginePromise ??= (async () => {
    const schema = datasource.url ? new URL(datasource.url).searchParams.get('schema') ?? undefined : undefined
    const factory = bindMigrationAwareSqlAdapterFactory(migrationFactory({ ...pgConfig(datasource.url), Client: CatalogClient }, { schema }))
    registry = factory.errorRegistry
    const datamodels = (opt.datamodels ?? []).map((f) => [f, readFileSync(f, 'utf8')])
    return bg.SchemaEngine.new({ datamodels: datamodels.length ? datamodels : undefined }, () => {}, factory)
  })())
}

const send = (m) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...m }) + '\n')
let printId = 0
async function dispatch(method, params) {
  if (method === 'createDatabase') { await createDatabase(datasource.url); return { databaseName: parts(datasource.url).db } }
  if (method === 'getDatabaseVersion') return (await engine()).version(params)
  const e = await engine()
  const r = await e[method](params)
  if (method === 'diff' && r?.stdout != null) send({ id: `print-${++printId}`, method: 'print', params: { content: r.stdout } })
  return r ?? null
}

const rl = createInterface({ input: process.stdin, crlfDelay: Infinity })
let pending = 0, closed = false
const maybeExit = () => { if (closed && pending === 0) process.exit(0) }
rl.on('line', async (line) => {
  if (!line.trim()) return
  const msg = JSON.parse(line)
  if (!msg.method) return // reply to our `print`
  pending++
  try { send({ id: msg.id, result: await dispatch(msg.method, msg.params) }) }
  catch (e) {
    const id = /external error.*?(\d+)/i.exec(e.message ?? '')?.[1]
    const cause = e.code === undefined && id !== undefined ? registry?.consumeError?.(Number(id))?.error : undefined
    send({ id: msg.id, error: { code: 4466, message: 'An error happened.', data: { is_panic: e instanceof WebAssembly.RuntimeError, message: cause?.message ?? e.message, error_code: e.code ?? null, meta: e.meta ?? null } } })
  } finally { pending--; maybeExit() }
})
rl.on('close', () => { closed = true; maybeExit() })
