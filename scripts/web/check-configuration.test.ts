import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { projectNode, projectRoot } from '@/scripts/bootstrap/project.mjs'

const strong = 'b0TqM3yW8sLr5XvJ2hNcP7eKdF1uZgA4'

function start(script: string, environment: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(projectNode, ['--import', 'tsx', script], {
    cwd: projectRoot,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production', ...environment },
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { status, output: `${stdout}${stderr}` }
}

describe.each(['scripts/web.ts', 'scripts/serve.ts', 'scripts/worker.ts'])(
  '%s in production',
  { timeout: 60_000 },
  (script) => {
    it('does not start without secrets, and says which', () => {
      const { status, output } = start(script, {})
      expect(status).toBe(1)
      for (const name of ['DATABASE_URL', 'INTARSIA_SECRET', 'NEXTAUTH_SECRET']) {
        expect(output).toContain(`${name} is missing`)
      }
      expect(output).not.toMatch(/^ {4}at /m)
    })

    it('does not start with a weak one', () => {
      const { status, output } = start(script, {
        DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/nothing',
        INTARSIA_SECRET: strong,
        NEXTAUTH_SECRET: 'changeme-8fjw093kfmsl210sldkf93mf',
      })
      expect(status).toBe(1)
      expect(output).toContain('NEXTAUTH_SECRET contains a placeholder word')
      expect(output).not.toContain('changeme')
    })
  },
)
