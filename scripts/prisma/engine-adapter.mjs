import { randomUUID } from 'node:crypto'
import { PrismaPg } from '@prisma/adapter-pg'
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { parseDatabaseUrl } from './engine-database.mjs'

// adapter-pg ships a factory that is aware of migrations, but nothing in the 7.x CLI uses it, and
// three things in it do not work, which this file mends:
// - it knows no mapping for Postgres' internal type "char", which the engine's catalogue queries
//   return: such columns pass it as bpchar and are relabelled as characters afterwards;
// - it cuts scripts at every semicolon, even inside a function's body: here Postgres reads them
//   whole, in one implicit transaction, as with the native engine;
// - it drops the shadow database while its own pool is connected to it: here the pool goes first.
const internalCharOid = 18
const paddedCharOid = 1042
const nowhere = 'postgresql://invalid:5432/none'

class EngineClient extends pg.Client {
  constructor(config) {
    super(config)
    // Dropping the shadow database by force may end a connection that is just closing: nobody
    // waits for it any more, and its error must not end the engine.
    this.on('error', () => undefined)
  }
}

/** A connection or transaction with the first two of those things mended. */
function mend(queryable) {
  const { queryRaw, startTransaction } = queryable
  queryable.queryRaw = (params) => queryWithChars(queryable, queryRaw, params)
  queryable.executeScript = async (script) => {
    await queryable.client.query(script).catch((error) => queryable.onError(error))
  }
  if (startTransaction) {
    queryable.startTransaction = async (level) =>
      mend(await startTransaction.call(queryable, level))
  }
  return queryable
}

/** Queries through a view of the connection that notes this one query's "char" columns. */
async function queryWithChars(queryable, queryRaw, params) {
  const charPositions = []
  const view = Object.create(queryable, {
    performIO: {
      value: async (query) => {
        const result = await queryable.performIO(query)
        result.fields.forEach((field, position) => {
          if (field.dataTypeID !== internalCharOid) return
          field.dataTypeID = paddedCharOid
          charPositions.push(position)
        })
        return result
      },
    },
  })
  const result = await queryRaw.call(view, params)
  for (const position of charPositions) result.columnTypes[position] = ColumnTypeEnum.Character
  return result
}

/** The adapter factory through which the engine reaches this database and its shadow databases. */
export function createEngineAdapter(databaseUrl = nowhere) {
  const config = { ...parseConnection(databaseUrl), Client: EngineClient }
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
