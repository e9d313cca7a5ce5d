import { existsSync, readFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { WORKSPACE_COOKIE } from '@/lib/auth/workspace-cookie'
import { type Caller, openRemoteRoutes } from '@/scripts/testing/http-studio'
import { sendBytes, writeRequest } from '@/scripts/testing/raw-http'
import { createHostileWorkspace } from './hostile-workspace'
import { fillSignIn, signIn } from './studio'

const FIXTURES = '../shared/fixtures/attack'

interface Attack {
  payload?: string
  url?: string
}

/** Every `step`th of the real ones, where they are at hand. */
function readAttacks(file: string, step: number): string[] {
  if (!existsSync(`${FIXTURES}/${file}`)) return []
  const attacks = JSON.parse(readFileSync(`${FIXTURES}/${file}`, 'utf8')) as Attack[]
  return attacks.filter((_, at) => at % step === 0).map(({ payload, url }) => payload ?? url ?? '')
}

const SCRIPTS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  `'><svg/onload=alert(1)>`,
  '</title></textarea></script><script>alert(1)</script>',
  '" autofocus onfocus=alert(1) x="',
  '<iframe srcdoc="<script>parent.alert(1)</script>">',
  'javascript:alert(1)//',
  ...readAttacks('xss/xss.dev.json', 60).map((text) => text.trim().slice(0, 80)),
].filter(Boolean)
/** What those would have grown into. */
const GROWN =
  'img[src="x"], [onerror], [onload], [onfocus], [href^="javascript:" i], [srcdoc^="<script"]'
const REDIRECTS = [
  '//evil.example/%2e%2e',
  '/\\evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  ...readAttacks('open-redirect/open_redirect.dev.json', 3),
]
const INNER_ADDRESSES = ['http://127.0.0.1:1/a.png', ...readAttacks('ssrf/ssrf_urls.dev.json', 1)]

/** Everything by which a page shows that a text of ours became more than a text. */
function watchForScripts(page: Page): string[] {
  const signs: string[] = []
  page.on('dialog', (dialog) => {
    signs.push(`${page.url()} opened a dialog`)
    void dialog.dismiss()
  })
  page.on('console', (message) => {
    // What the policy stopped was on its way to run. Of our own tag it stops nothing but this: a
    // nonce does not count beside an attribute that contains `<script`.
    const text = message.text()
    if (/Content Security Policy/.test(text) && !text.includes('/tag.js')) {
      signs.push(`${page.url()}: ${text}`)
    }
  })
  return signs
}

async function readCaller(page: Page, workspaceId?: string): Promise<Caller> {
  const cookies = await page.context().cookies()
  const session = cookies.map(({ name, value }) => `${name}=${value}`)
  const workspace = workspaceId === undefined ? [] : [`${WORKSPACE_COOKIE}=${workspaceId}`]
  return { cookie: [...session, ...workspace].join('; ') }
}

test('stored scripts stay text on every screen, in the ad and where it is explained', async ({
  page,
  baseURL,
}) => {
  const origin = baseURL ?? ''
  await signIn(page)
  const routes = openRemoteRoutes(origin)
  const { workspaceId, ...shown } = await createHostileWorkspace(
    routes,
    (workspace) => readCaller(page, workspace),
    SCRIPTS,
  )
  await page.context().addCookies([{ name: WORKSPACE_COOKIE, value: workspaceId, url: origin }])
  const signs = watchForScripts(page)
  const [first = ''] = SCRIPTS
  const search = SCRIPTS.map((text) => encodeURIComponent(text))
  const { campaignId, placementId, decisionId, token } = shown
  const steps = ['objectives', 'objectives/document', 'assets', 'segments', 'sources', 'rules']
  const pages = [
    '/campaigns',
    ...[...steps, 'pilot', 'scale', 'preview'].map((step) => `/campaigns/${campaignId}/${step}`),
    `/library?search=${search[1]}`,
    '/library',
    '/audiences',
    '/sources',
    '/placements',
    '/reports',
    `/reports/${campaignId}`,
    `/reports/${campaignId}/decisions`,
    `/decisions/${decisionId}`,
    '/settings',
    '/settings/api-keys',
    '/settings/audit-log',
    '/account',
    `/why?t=${token}`,
    ...search.slice(0, 4).map((text) => `/demo/${placementId}?visitor=${text}&category=${text}`),
    `/why?t=${search[1]}&v=${search[2]}&done=${search[0]}`,
    `/sign-in?callbackUrl=${search[6]}&error=${search[1]}`,
    `/invitations/${search[1]}`,
    `/nowhere/${search[1]}`,
  ]
  for (const address of pages) {
    await page.goto(address, { waitUntil: 'load' })
    await page.waitForTimeout(150)
    const counts = page.frames().map((frame) => frame.locator(GROWN).count())
    expect(await Promise.all(counts), address).toEqual(counts.map(() => 0))
    if (address === '/campaigns') await expect(page.getByText(first).first()).toBeVisible()
  }
  expect(signs).toEqual([])
})

test('no address from outside leads away from the studio, nor makes it fetch', async ({
  page,
  baseURL,
}) => {
  const { origin, port } = new URL(baseURL ?? '')
  const isOurs = (location: string) => new URL(location, origin).origin === origin
  const ask = (path: string, headers = {}) =>
    sendBytes(Number(port), writeRequest(`GET ${path}`, { host: new URL(origin).host, ...headers }))
  for (const wanted of REDIRECTS) {
    const written = encodeURIComponent(wanted)
    const raw = encodeURI(wanted.startsWith('/') ? wanted : `/${wanted}`)
    for (const path of [
      raw,
      `/sign-in?callbackUrl=${written}`,
      `/campaigns?callbackUrl=${written}`,
      `/api/auth/signin?callbackUrl=${written}`,
      `/api/auth/callback/credentials?callbackUrl=${written}`,
    ]) {
      const { status, head } = await ask(path)
      expect(status, path).toBeLessThan(500)
      const location = /^location: (.*?)\r?$/im.exec(head)?.[1]
      if (location !== undefined) expect(isOurs(location), `${path} → ${location}`).toBe(true)
    }
  }
  for (const address of INNER_ADDRESSES) {
    const { status } = await ask(`/_next/image?url=${encodeURIComponent(address)}&w=64&q=75`)
    expect(status, address).toBe(400)
  }
  const skip = { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' }
  expect((await ask('/campaigns', skip)).status).toBe(307)

  await page.goto(`/sign-in?callbackUrl=${encodeURIComponent('//evil.example/')}`)
  await fillSignIn(page)
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in')
  expect(isOurs(page.url())).toBe(true)
})
