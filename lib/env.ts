import { z } from 'zod'
import { findSecretWeakness } from './secret-weakness'

const developmentSecret = 'for development only: npm run demo and npm run dev make their own'
const developmentDatabaseUrl = 'postgresql://postgres@127.0.0.1:5432/intarsia'

const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1')
const httpUrl = z.url({ protocol: /^https?$/, message: 'must be an http(s) URL' })
const count = (least: number) => z.coerce.number().int().min(least)
const addressList = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((address) => address.trim() || []))
  .pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])))
const secretNames = ['INTARSIA_SECRET', 'NEXTAUTH_SECRET'] as const

/** Every variable the program reads, as written in .env.example (a test compares the two). */
export const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, message: 'must be a postgresql:// URL' }),
  INTARSIA_SECRET: z.string(),
  NEXTAUTH_SECRET: z.string(),
  NEXTAUTH_URL: httpUrl.optional(),
  PUBLIC_URL: httpUrl.optional(),
  HOST: z.string().default('127.0.0.1'),
  PORT: count(1).max(65_535).default(3000),
  TRUST_PROXY: flag.default(false),
  STORAGE_DIR: z.string().default('.intarsia/storage'),
  STORAGE_DRIVER: z.enum(['local', 's3']).default('local'),
  STORAGE_S3_BUCKET: z.string().optional(),
  STORAGE_S3_ENDPOINT: httpUrl.optional(),
  STORAGE_S3_REGION: z.string().default('us-east-1'),
  STORAGE_S3_ACCESS_KEY_ID: z.string().optional(),
  STORAGE_S3_SECRET_ACCESS_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  JOBS_IN_WEB: flag.default(true),
  EVENT_RETENTION_DAYS: count(1).default(400),
  TOKEN_TTL_HOURS: z.coerce.number().positive().default(24),
  CONVERSION_WINDOW_DAYS: count(1).default(30),
  GEO_COUNTRY_HEADER: z.string().toLowerCase().optional(),
  GEO_REGION_HEADER: z.string().toLowerCase().optional(),
  TCF_VENDOR_ID: count(1).optional(),
  PRODUCT_PICTURE_ADDRESSES: addressList,
  OIDC_ISSUER: httpUrl.optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
})

const completeEnvSchema = envSchema
  .superRefine((env, context) => {
    const oidc = [env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET]
    if (oidc.some(Boolean) && !oidc.every(Boolean)) {
      const message =
        'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all or none'
      context.addIssue({ code: 'custom', path: ['OIDC_ISSUER'], message })
    }
    if (env.STORAGE_DRIVER === 's3' && !env.STORAGE_S3_BUCKET) {
      const message = 'is needed when STORAGE_DRIVER is s3'
      context.addIssue({ code: 'custom', path: ['STORAGE_S3_BUCKET'], message })
    }
    if (!env.STORAGE_S3_ACCESS_KEY_ID !== !env.STORAGE_S3_SECRET_ACCESS_KEY) {
      const message = 'and STORAGE_S3_SECRET_ACCESS_KEY go together: set both or none'
      context.addIssue({ code: 'custom', path: ['STORAGE_S3_ACCESS_KEY_ID'], message })
    }
    if (!env.PUBLIC_URL && env.NODE_ENV === 'production' && isWildcard(env.HOST)) {
      const message = `is needed when HOST is ${env.HOST}: the address people and ad tags use`
      context.addIssue({ code: 'custom', path: ['PUBLIC_URL'], message })
    }
  })
  .transform((env) => {
    const publicUrl = trimSlash(env.PUBLIC_URL ?? `http://${describeHost(env.HOST)}:${env.PORT}`)
    return { ...env, PUBLIC_URL: publicUrl, NEXTAUTH_URL: env.NEXTAUTH_URL ?? publicUrl }
  })

export type Env = z.infer<typeof completeEnvSchema>

/** A configuration that does not start; the message names each variable and how to mend it. */
export class InvalidEnvError extends Error {
  override name = 'InvalidEnvError'
}

/**
 * Validates an environment; empty strings count as unset. Secrets and DATABASE_URL have stand-ins
 * outside production, and while Next builds (nothing is served then).
 * @throws InvalidEnvError listing every variable that is missing, malformed or too weak.
 */
export function parseEnv(record: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== ''))
  const isServing =
    given['NODE_ENV'] === 'production' && given['NEXT_PHASE'] !== 'phase-production-build'
  const standIns = {
    DATABASE_URL: developmentDatabaseUrl,
    INTARSIA_SECRET: developmentSecret,
    NEXTAUTH_SECRET: developmentSecret,
  }
  const result = completeEnvSchema.safeParse(isServing ? given : { ...standIns, ...given })
  const lines = (result.error?.issues ?? []).map(
    ({ path, message }) =>
      `  ${path.join('.')} ${given[String(path[0])] ? message : describeMissing(message)}`,
  )
  if (isServing) lines.push(...listWeakSecrets(given))
  if (result.success && lines.length === 0) return result.data
  throw new InvalidEnvError(
    `The configuration does not hold:\n${lines.join('\n')}\nSee .env.example; make a secret with: openssl rand -base64 48`,
  )
}

let cached: Env | undefined

/** The validated environment of this process, read once. */
export function getEnv(): Env {
  cached ??= parseEnv(process.env)
  return cached
}

function describeMissing(message: string): string {
  return message.startsWith('is needed') ? message : 'is missing'
}

function listWeakSecrets(given: Record<string, string | undefined>): string[] {
  return secretNames.flatMap((name) => {
    const weakness = given[name] === undefined ? null : findSecretWeakness(given[name])
    return weakness ? [`  ${name} ${weakness}`] : []
  })
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::'
}

function describeHost(host: string): string {
  if (isWildcard(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

function trimSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
