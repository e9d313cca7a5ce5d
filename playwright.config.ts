import { defineConfig } from '@playwright/test'

const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium'

/** Several people's journeys on one machine: each with a port of its own. */
const port = process.env['E2E_PORT'] ?? '3100'
const origin = `http://127.0.0.1:${port}`

const userAgent =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36'

// The studio of the browser tests: the production build on a fresh, seeded database.
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  timeout: 120_000,
  expect: { timeout: 15_000 },
  workers: 1,
  retries: 0,
  use: {
    baseURL: origin,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 20_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: chromium,
      args: [
        '--no-sandbox',
        '--disable-background-networking',
        '--disable-dev-shm-usage',
        // A browser that says it is automated is kept out of every count, as it should be.
        '--disable-blink-features=AutomationControlled',
        `--user-agent=${userAgent}`,
      ],
    },
  },
  webServer: {
    command: 'node scripts/e2e-studio.mjs',
    env: { PORT: port },
    url: `${origin}/api/health/ready`,
    timeout: 180_000,
    // While writing a journey: `PORT=3100 node scripts/e2e-studio.mjs`, then E2E_REUSE=1 npx playwright test.
    reuseExistingServer: process.env['E2E_REUSE'] === '1',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 15_000 },
  },
})
