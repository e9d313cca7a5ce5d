import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'
import { ProgramError } from '@/scripts/process/program'

const systemPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const advice = `The browser tests need Chromium, and none was found. Either
  install it:                        apt-get install chromium   (as root, Debian or Ubuntu)
  or let Playwright download its own: npx playwright install chromium
  or name one that is there:         CHROMIUM_PATH=/path/to/chromium npm test
Everything but the browser tests runs with: npm test -- format lint types unit db diff build`

/** The Chromium for the browser tests; installs Debian's when there is none and we may. */
export function ensureChromium(): string {
  const found = findChromium() ?? (installChromium() ? findChromium() : null)
  if (!found) throw new ProgramError(advice)
  return found
}

function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH']
  if (named) {
    if (existsSync(named)) return named
    throw new ProgramError(`CHROMIUM_PATH is ${named}, but there is no such file.`)
  }
  return [...systemPaths, chromium.executablePath()].find((file) => existsSync(file)) ?? null
}

function installChromium(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false
  console.log('Installing Chromium for the browser tests (apt-get) …')
  return [['update'], ['install', '-y', '--no-install-recommends', 'chromium']].every(
    (args) =>
      spawnSync('apt-get', ['-qq', ...args], {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0,
  )
}
