import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parseDatabaseUrl } from './engine-database.mjs'

// adapter-pg ships a factory that is aware of migrations, but nothing in the 7.x CLI uses it, and
// three things in it do not work, which this file mends:
// - it knows no mapping for Postgres' internal type "char", which the engine's catalogue queries
//   return: the driver presents such columns as bpchar, and they are relabelled as characters;
// - it cuts scripts at every semicolon, even inside a function's body: here Postgres reads them
//   whole, in one implicit transaction, as with the native engine;
// - it drops the shadow database while its own pool is connected to it: here the pool goes first.
const internalCharOid = 18
const paddedCharOid = 1042
const nowhere = 'postgresql://invalid:5432/none'

/** The positions of "char" columns seen by the query that is under way. */
const charColumns = new AsyncLocalStorage()

class CatalogueClient extends pg.Client {
  query(...args) {
    const callback = args.at(-1)
    if (typeof callback === 'function') {
      return super.query(...args.slice(0, -1), (error, result) =>
        callback(error, presentChars(result)),
      )
    }
    const result = super.query(...args)
    return typeof result?.then === 'function' ? result.then(presentChars) : result
  }
}

function presentChars(result) {
  const seen = charColumns.getStore()
  for (const part of [result].flat()) {
    part?.fields?.forEach((field, position) => {
      if (field.dataTypeID !== internalCharOid) return
      field.dataTypeID = paddedCharOid
      seen?.add(position)
    })
  }
  return result
}

/** A connection or transaction with the first two of those things mended. */
function mend(queryable) {
  queryable.executeScript = async (script) => {
    await queryable.client.query(script).catch((error) => queryable.onError(error))
  }
  const queryRaw = queryable.queryRaw.bind(queryable)
  queryable.queryRaw = (params) => {
    const seen = new Set()
    return charColumns.run(seen, async () => {
      const result = await queryRaw(params)
      for (const position of seen) result.columnTypes[position] = ColumnTypeEnum.Character
      return result
    })
  }
  if (queryable.startTransaction) {
    const startTransaction = queryable.startTransaction.bind(queryable)
    queryable.startTransaction = async (level) => mend(await startTransaction(level))
  }
  return queryable
}

/** The adapter factory through which the engine reaches this database and its shadow databases. */
export function createEngineAdapter(databaseUrl = nowhere) {
  const config = { ...parseConnection(databaseUrl), Client: CatalogueClient }
  const schema = new URL(databaseUrl).searchParams.get('schema') ?? undefined
  const factory = createFactory(config, schema)
  factory.connectToShadowDb = () => connectToShadow(factory, config, schema)
  return factory
}

function createFactory(config, schema) {
  const factory = new PrismaPg(config, { schema })
  const connect = factory.connect.bind(factory)
  factory.connect = async () => mend(await connect())
  return factory
}

/** A database of its own for replaying the migrations, dropped with its connection. */
async function connectToShadow(factory, config, schema) {
  const database = `prisma_migrate_shadow_db_${randomUUID()}`
  const admin = await factory.connect()
  await admin.executeScript(`CREATE DATABASE "${database}"`)
  const shadow = await createFactory({ ...config, database }, schema).connect()
  const dispose = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await dispose()
    await admin.executeScript(`DROP DATABASE "${database}" WITH (FORCE)`)
    await admin.dispose()
  }
  return shadow
}

function parseConnection(databaseUrl) {
  const { url, database } = parseDatabaseUrl(databaseUrl)
  const isEncrypted = ['require', 'no-verify'].includes(url.searchParams.get('sslmode'))
  return {
    host: url.searchParams.get('host') ?? url.hostname,
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database,
    ssl: isEncrypted ? { rejectUnauthorized: false } : undefined,
  }
}
