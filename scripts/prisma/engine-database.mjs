import pg from 'pg'

/** A Postgres URL taken apart; the database of a URL without a path is `postgres`, as in libpq. */
export function parseDatabaseUrl(databaseUrl) {
  const url = new URL(databaseUrl)
  return { url, database: decodeURIComponent(url.pathname.slice(1)) || 'postgres' }
}

export async function checkConnection(databaseUrl) {
  await withClient(databaseUrl, (client) => client.query('select 1'))
}

export async function createDatabase(databaseUrl) {
  const { database } = parseDatabaseUrl(databaseUrl)
  await withClient(maintenanceUrl(databaseUrl), (client) =>
    client.query(`create database ${client.escapeIdentifier(database)}`),
  )
  return { databaseName: database }
}

export async function dropDatabase(databaseUrl) {
  const { database } = parseDatabaseUrl(databaseUrl)
  await withClient(maintenanceUrl(databaseUrl), (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(database)} with (force)`),
  )
}

/** A driver's connection error as Prisma's code and sentence; the CLI decides by the code. */
export function describeConnectionError(error, databaseUrl) {
  const { url, database } = parseDatabaseUrl(databaseUrl)
  if (error.code === '3D000')
    return { code: 'P1003', message: `Database \`${database}\` does not exist` }
  if (error.code === '28P01' || error.code === '28000') {
    return {
      code: 'P1000',
      message: `Authentication failed against database server, the provided database credentials for \`${url.username}\` are not valid.`,
    }
  }
  const server = `${url.hostname}:${url.port || 5432}`
  return {
    code: 'P1001',
    message: `Can't reach database server at \`${server}\` (${error.code ?? error.message})`,
  }
}

function maintenanceUrl(databaseUrl) {
  const url = new URL(databaseUrl)
  url.pathname = '/postgres'
  return url.toString()
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}
