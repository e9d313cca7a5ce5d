import { expect, test } from '@playwright/test'
import { expectAccessible } from './studio'

test('a stranger is asked to sign in, and a wrong password does not', async ({ page }) => {
  await page.goto('/reports')
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=/)
  await page.getByLabel('E-mail').fill('nobody@intarsia.example')
  await page.getByLabel('Password').fill('not the password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('E-mail or password is not right.')).toBeVisible()
  await expectAccessible(page)
})

test('the API is described on a page that anybody can read', async ({ page }) => {
  await page.goto('/docs/api')
  await expect(page.getByRole('heading', { level: 1, name: 'Intarsia API' })).toBeVisible()
  await page.getByText('/api/v1/campaigns/{campaignId}/publish').click()
  await expect(page.getByText('campaign.publish')).toBeVisible()
})
