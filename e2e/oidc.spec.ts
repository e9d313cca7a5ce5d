import { type Browser, expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { startOidcProvider } from '@/scripts/testing/oidc-provider'
import { readAccess, signIn } from './studio'

const { email } = readAccess()
const accounts = {
  // Two logins of one person, and one that only claims to be.
  'the owner': { email: email.toUpperCase(), email_verified: true, name: 'The owner' },
  impostor: { email, email_verified: false, name: 'The owner' },
  'somebody unsaid': { email, name: 'The owner' },
}
let provider: { stop(): Promise<void> }

test.beforeAll(async ({ baseURL }) => {
  provider = await startOidcProvider(`${baseURL}/api/auth/callback/oidc`, accounts)
})
test.afterAll(() => provider.stop())

/** From the studio's page over the provider's login page and back. */
async function continueWithCompany(page: Page, login: string): Promise<void> {
  await page.getByRole('button', { name: 'Continue with the company' }).click()
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button', { name: 'Sign-in' }).click()
}

async function findUserId(page: Page): Promise<string | null> {
  const session: unknown = await (await page.request.get('/api/auth/session')).json()
  return z.object({ userId: z.string() }).safeParse(session).data?.userId ?? null
}

async function openFresh(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

/** The link that the owner sends to somebody. */
async function invite(browser: Browser, guest: string): Promise<string> {
  const owner = await openFresh(browser)
  await signIn(owner)
  const invitation: unknown = await owner.evaluate(async (invited) => {
    const headers = { 'content-type': 'application/json' }
    const body = JSON.stringify({ email: invited, role: 'analyst' })
    return (await fetch('/api/v1/invitations', { method: 'POST', headers, body })).json()
  }, guest)
  await owner.context().close()
  return z.object({ link: z.url() }).parse(invitation).link
}

test('a person who is known by a verified e-mail signs in, again and again, as the same person', async ({
  page,
  browser,
}) => {
  const asked = page.waitForRequest((request) => request.url().includes('code_challenge='))
  const answered = page.waitForRequest((request) => request.url().includes('/callback/oidc?'))
  await page.goto('/reports')
  await continueWithCompany(page, 'the owner')
  await expect(page.getByRole('heading', { level: 1, name: 'Reports' })).toBeVisible()

  const parameters = new URL((await asked).url()).searchParams
  expect(parameters.get('response_type')).toBe('code')
  expect(parameters.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce']) expect(parameters.get(name)?.length).toBeGreaterThan(20)

  const again = await openFresh(browser)
  await again.goto('/sign-in')
  await continueWithCompany(again, 'the owner')
  await expect(again.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible()
  const byPassword = await openFresh(browser)
  await signIn(byPassword)
  const ids = await Promise.all([page, again, byPassword].map(findUserId))
  expect(ids[0]).not.toBeNull()
  expect(new Set(ids).size).toBe(1)

  // The answer of the first sign-in, taken by somebody else or sent once more.
  const thief = await openFresh(browser)
  await thief.goto((await answered).url())
  await expect(thief.getByText('You could not be signed in')).toBeVisible()
  expect(await findUserId(thief)).toBeNull()
  await again.context().clearCookies({ name: /session-token/ })
  await again.goto((await answered).url())
  expect(await findUserId(again)).toBeNull()
})

for (const login of ['impostor', 'somebody unsaid', 'stranger@example.com']) {
  test(`${login} is not let in`, async ({ page }) => {
    await page.goto('/sign-in')
    await continueWithCompany(page, login)
    await expect(page.getByText('You could not be signed in')).toBeVisible()
    expect(await findUserId(page)).toBeNull()
    await page.goto('/campaigns')
    await expect(page).toHaveURL(/\/sign-in/)
  })
}

test('whoever was invited joins with the company’s login and no password', async ({ browser }) => {
  const link = await invite(browser, 'guest@example.com')
  const guest = await openFresh(browser)
  await guest.goto(link)
  await continueWithCompany(guest, 'guest@example.com')
  await guest.getByRole('button', { name: 'Join the workspace' }).click()
  await expect(guest.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible()

  // An invitation to one is none to another.
  const other = await openFresh(browser)
  await other.goto(await invite(browser, 'second@example.com'))
  await continueWithCompany(other, 'third@example.com')
  await expect(other.getByText('You could not be signed in')).toBeVisible()
})

test('two first sign-ins at once make one account', async ({ browser }) => {
  await invite(browser, 'racer@example.com')
  const pages = await Promise.all([1, 2, 3].map(() => openFresh(browser)))
  for (const page of pages) await page.goto('/sign-in')
  await Promise.all(pages.map((page) => continueWithCompany(page, 'racer@example.com')))
  for (const page of pages) await expect(page.getByText('You are in no workspace')).toBeVisible()
  const ids = await Promise.all(pages.map(findUserId))
  expect(ids[0]).not.toBeNull()
  expect(new Set(ids).size).toBe(1)
})
