import { expect, test } from '@playwright/test'
import { readAccess, signIn } from './studio'

test('an ad by the tag is seen, clicked and converts; the report shows it and explain shows why', async ({
  page,
  context,
}) => {
  const { placementId } = readAccess()
  const decision = page.waitForResponse((response) =>
    response.url().includes(`/api/serve/${placementId}`),
  )
  const impression = page.waitForResponse((response) =>
    response.url().includes('/api/events/impression'),
  )
  const viewable = page.waitForResponse((response) =>
    response.url().includes('/api/events/viewable'),
  )
  await page.goto(`/demo/${placementId}`)
  const { decisionId } = (await (await decision).json()) as { decisionId: string }
  expect((await impression).ok()).toBe(true)
  expect((await viewable).ok()).toBe(true)

  const ad = page.getByTestId('ad-slot').locator('iframe').contentFrame()
  await expect(ad.locator('img').first()).toBeVisible()
  const landing = context.waitForEvent('page')
  await ad.locator('a').first().click()
  const shop = await landing
  await shop.waitForURL('**/demo/shop**')

  await shop.getByRole('link', { name: /rain jacket/i }).click()
  const conversion = shop.waitForResponse((response) =>
    response.url().includes('/api/events/conversion'),
  )
  await shop.getByRole('button', { name: /buy/i }).click()
  expect((await conversion).ok()).toBe(true)

  await signIn(page)
  await page.goto(`/decisions/${decisionId}`)
  await expect(page.getByRole('heading', { name: 'Why this ad?' })).toBeVisible()
  await expect(page.getByText('Replayed: the same ad')).toBeVisible()
  const events = page.getByRole('table', { name: 'Events of the decision' })
  for (const kind of ['impression', 'viewable', 'click', 'conversion']) {
    await expect(events.getByRole('cell', { name: kind, exact: true })).toBeVisible()
  }

  await page.getByRole('link', { name: 'Decisions' }).click()
  await expect(page.getByRole('table', { name: 'Decisions' }).getByRole('row')).not.toHaveCount(1)
})
