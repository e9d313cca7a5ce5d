import { expect, type Page, test } from '@playwright/test'
import { createCustomers } from '@/scripts/seed/demo-customers'
import { readAccess } from './studio'

const SEGMENT = 'Bargain hunters'

/** A customer of the demonstration shop who agreed there and belongs to `SEGMENT`. */
function findBargainHunter(): string {
  const customer = createCustomers().find(
    ({ kind, hasConsent }) => kind === 'bargain' && hasConsent,
  )
  if (!customer) throw new Error('The demonstration shop has no such customer.')
  return customer.customerId
}

/** A visitor whom no process remembers may get a first ad without their profile: until it is warm. */
async function expectPersonal(page: Page, query: string): Promise<Page> {
  let why: Page | undefined
  await expect(async () => {
    await why?.close()
    why = await openWhy(page, query)
    await expect(why.getByText(SEGMENT, { exact: true })).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 30_000 })
  if (!why) throw new Error('No ad was explained.')
  return why
}

/** Shows the test page to the visitor and opens "Why this ad?" from the ad itself. */
async function openWhy(page: Page, query: string): Promise<Page> {
  await page.goto(`/demo/${readAccess().placementId}?${query}`)
  const ad = page.getByTestId('ad-slot').locator('iframe').contentFrame()
  const opened = page.context().waitForEvent('page')
  await ad.getByRole('link', { name: /why this ad/i }).click()
  const why = await opened
  await expect(why.getByRole('heading', { level: 1, name: 'Why this ad?' })).toBeVisible()
  return why
}

test('who turns personalised ads off is off, in another browser too', async ({ page, browser }) => {
  const agreed = `consent=1&visitor=${findBargainHunter()}`
  const before = await expectPersonal(page, agreed)
  await before.getByRole('button', { name: 'Turn personalised ads off' }).click()
  await expect(before.getByText('Personalisation is off.')).toBeVisible()

  const elsewhere = await browser.newPage()
  for (const browserPage of [page, elsewhere]) {
    const why = await openWhy(browserPage, agreed)
    await expect(why.getByText('Nothing known about you as a person was used')).toBeVisible()
    await expect(why.getByText(SEGMENT, { exact: true })).toBeHidden()
  }
  const again = await openWhy(page, agreed)
  await again.getByRole('button', { name: 'Allow personalised ads' }).click()
  await expect(again.getByText('Personalisation is on again')).toBeVisible()
  await expectPersonal(page, agreed)
  await expectPersonal(elsewhere, agreed)
  await elsewhere.close()
})

test('Global Privacy Control and a refusal keep what is known out of the ad', async ({
  browser,
}) => {
  const visitor = `visitor=${findBargainHunter()}`
  const withSignal = await browser.newPage({ extraHTTPHeaders: { 'sec-gpc': '1' } })
  const withoutSignal = await browser.newPage()
  for (const [page, consent] of [
    [withSignal, '1'],
    [withoutSignal, '0'],
  ] as const) {
    const why = await openWhy(page, `consent=${consent}&${visitor}`)
    await expect(why.getByText('Nothing known about you as a person was used')).toBeVisible()
    await expect(why.getByText(SEGMENT, { exact: true })).toBeHidden()
    await page.close()
  }
})
