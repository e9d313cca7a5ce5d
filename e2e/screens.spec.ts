import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './studio'

const SCREENS = [
  ['/campaigns', 'Campaigns'],
  ['/library', 'Library'],
  ['/sources', 'Sources'],
  ['/placements', 'Placements'],
  ['/reports', 'Reports'],
  ['/settings', 'Settings'],
  ['/settings/api-keys', 'Settings'],
  ['/settings/audit-log', 'Settings'],
] as const

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the screens of the studio are accessible and fit a phone, ${colorScheme}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme })
    await signIn(page)
    for (const [path, heading] of SCREENS) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expectAccessible(page)
      await page.setViewportSize({ width: 390, height: 844 })
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      )
      expect(overflow, `${path} scrolls sideways`).toBeLessThanOrEqual(1)
    }
  })
}

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
