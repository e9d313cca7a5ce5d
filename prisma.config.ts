import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { defineConfig } from 'prisma/config'

if (existsSync('.env')) loadEnvFile('.env')

// Without a database, `prisma generate` still wants a well-formed address.
const placeholderUrl = 'postgresql://postgres@127.0.0.1:5432/intarsia'

export default defineConfig({
  schema: 'prisma/schema',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env['DATABASE_URL'] || placeholderUrl },
})
