import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { InvalidEnvError, envSchema, parseEnv } from './env'

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgresql://intarsia:x@db.internal:5432/intarsia',
  INTARSIA_SECRET: 'b0TqM3yW8sLr5XvJ2hNcP7eKdF1uZgA4',
  NEXTAUTH_SECRET: 'Qk7RzV2mXw9LtB5nHc3YpD8sJf6GvE1a',
  PUBLIC_URL: 'https://studio.shop.test/',
}

/** Set by Node, npm, or by one of our programs for another: nobody's to set. */
const inner =
  /^(PATH|NODE_OPTIONS|npm_.*|NEXT_PHASE|INTARSIA_STARTER|BARE_ANSWER|TEST_DATABASE_(ADMIN_URL|TEMPLATE))$/
const project = path.resolve(import.meta.dirname, '..')

function listVariablesRead(): string[] {
  const folders = ['app', 'bench', 'components', 'e2e', 'lib', 'prisma', 'scripts']
  const files = [
    ...readdirSync(project),
    ...folders.flatMap((folder) =>
      readdirSync(path.join(project, folder), { encoding: 'utf8', recursive: true }).map((file) =>
        path.join(folder, file),
      ),
    ),
  ]
  return files
    .filter((file) => /(?<!\.d)\.(ts|tsx|mjs)$/.test(file) && !file.startsWith('prisma/generated'))
    .flatMap((file) => [
      ...readFileSync(path.join(project, file), 'utf8').matchAll(/process\.env(?:\.|\[')(\w+)/g),
    ])
    .map(([, name]) => String(name))
    .filter((name) => !inner.test(name))
}

describe('parseEnv', () => {
  it('fills in the defaults and derives the sign-in address from the public one', () => {
    expect(parseEnv(production)).toMatchObject({
      PUBLIC_URL: 'https://studio.shop.test',
      NEXTAUTH_URL: 'https://studio.shop.test',
      PORT: 3000,
      JOBS_IN_WEB: true,
      TRUST_PROXY: false,
      EVENT_RETENTION_DAYS: 400,
      CONVERSION_WINDOW_DAYS: 30,
      TOKEN_TTL_HOURS: 24,
    })
  })

  it('needs nothing outside production', () => {
    expect(parseEnv({ PORT: '4000' })).toMatchObject({ PUBLIC_URL: 'http://127.0.0.1:4000' })
  })

  it('needs no secret to build, only to serve', () => {
    const building = { NODE_ENV: 'production', NEXT_PHASE: 'phase-production-build' }
    expect(() => parseEnv(building)).not.toThrow()
  })

  it('treats an empty value as unset', () => {
    expect(parseEnv({ ...production, TCF_VENDOR_ID: '', HOST: '' })).toMatchObject({
      HOST: '127.0.0.1',
    })
  })

  it.each<[string, Record<string, string | undefined>, string]>([
    ['a missing secret', { INTARSIA_SECRET: undefined }, 'INTARSIA_SECRET is missing'],
    ['a short secret', { NEXTAUTH_SECRET: 'k3Jd' }, 'NEXTAUTH_SECRET is shorter than 32'],
    ['a repeated secret', { INTARSIA_SECRET: 'a'.repeat(40) }, 'INTARSIA_SECRET uses too few'],
    ['a placeholder', { INTARSIA_SECRET: 'changeme-8fjw093kfmsl210sldkf93mf' }, 'placeholder'],
    ['a missing database', { DATABASE_URL: undefined }, 'DATABASE_URL is missing'],
    ['another database', { DATABASE_URL: 'mysql://x/y' }, 'postgresql://'],
    ['half of OIDC', { OIDC_ISSUER: 'https://id.test' }, 'set all or none'],
    ['a script as address', { PUBLIC_URL: 'javascript:alert(1)' }, 'PUBLIC_URL must be an http(s)'],
    [
      'no address on all interfaces',
      { HOST: '0.0.0.0', PUBLIC_URL: undefined },
      'PUBLIC_URL is needed',
    ],
    ['a port out of range', { PORT: '70000' }, 'PORT'],
    ['a word as flag', { TRUST_PROXY: 'yes please' }, 'TRUST_PROXY'],
  ])('refuses %s', (_name, change, message) => {
    const parse = () => parseEnv({ ...production, ...change })
    expect(parse).toThrow(InvalidEnvError)
    expect(parse).toThrow(message)
  })

  it('names every problem at once and says how to make a secret', () => {
    const parse = () => parseEnv({ NODE_ENV: 'production' })
    for (const name of ['DATABASE_URL', 'INTARSIA_SECRET', 'NEXTAUTH_SECRET']) {
      expect(parse).toThrow(`${name} is missing`)
    }
    expect(parse).toThrow('openssl rand')
  })
})

describe('.env.example', () => {
  const lines = readFileSync(path.join(project, '.env.example'), 'utf8').split('\n')
  const assignments = lines
    .map((line) => /^#?([A-Z][A-Z0-9_]*)=(.*)$/.exec(line))
    .filter((match) => match !== null)
  const values = Object.fromEntries(assignments.map(([, name, value]) => [String(name), value]))

  it('lists exactly the variables that the program, its scripts and its tests read', () => {
    const names = new Set([...Object.keys(envSchema.shape), ...listVariablesRead()])
    expect(Object.keys(values).sort()).toEqual([...names].sort())
    expect(assignments).toHaveLength(Object.keys(values).length)
  })

  it('explains each of them in a comment above', () => {
    for (const [assignment] of assignments) {
      const above = lines[lines.indexOf(assignment) - 1] ?? ''
      expect(above, assignment).toMatch(/^# \S|^#?[A-Z_]+=/)
    }
  })

  it('would start once its secrets are filled in', () => {
    const { INTARSIA_SECRET, NEXTAUTH_SECRET } = production
    expect(() => parseEnv({ ...values, INTARSIA_SECRET, NEXTAUTH_SECRET })).not.toThrow()
    expect(() => parseEnv({ ...values, NODE_ENV: 'production' })).toThrow(
      'INTARSIA_SECRET is missing',
    )
  })
})
