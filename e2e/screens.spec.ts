import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, listViolations, readAccess, signIn } from './studio'

const softly = expect.configure({ soft: true, timeout: 5_000 })

/** Every screen of the studio with what its first heading says, over the demonstration workspace. */
function listScreens(): [path: string, heading: string | RegExp][] {
  const { campaignId, draftCampaignId } = readAccess()
  const live = `/campaigns/${campaignId}`
  const steps = ['objectives', 'assets', 'segments', 'sources', 'rules', 'pilot', 'scale']
  return [
    ['/campaigns', 'Campaigns'],
    ...[live, `/campaigns/${draftCampaignId}`].flatMap((campaign) =>
      steps.map((step): [string, RegExp] => [`${campaign}/${step}`, /./]),
    ),
    [`${live}/preview`, /./],
    [`${live}/gallery`, /./],
    [`/campaigns/${draftCampaignId}/gallery`, /./],
    [`${live}/beliefs?by=device`, /./],
    [`/campaigns/${draftCampaignId}/beliefs`, /./],
    [`${live}/objectives/document`, /./],
    [`${live}/audit`, /./],
    [`/campaigns/${draftCampaignId}/audit`, /./],
    [`${live}/audit/report`, /./],
    ['/library', 'Library'],
    ['/library?layout=table', 'Library'],
    ['/library?search=nothing+like+this', 'Library'],
    ['/review', 'Review'],
    ['/review?box=submitted', 'Review'],
    ['/templates', 'Templates'],
    ['/templates?archived=true&size=728x90&sample=rtl', 'Templates'],
    ['/templates/new', 'New template'],
    ['/brand', 'Brand'],
    ['/library/upload', 'Upload'],
    ['/audiences', 'Audiences'],
    ['/sources', 'Sources'],
    ['/placements', 'Placements'],
    ['/reports', 'Reports'],
    [`/reports/${campaignId}`, /./],
    [`/reports/${campaignId}/decisions`, 'Decisions'],
    ['/settings', 'Settings'],
    ['/settings/approvals', 'Settings'],
    ['/settings/api-keys', 'Settings'],
    ['/settings/audit-log', 'Settings'],
  ]
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the screens of the studio are accessible and fit a phone, ${colorScheme}`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await signIn(page)
    for (const [path, heading] of listScreens()) {
      await page.setViewportSize({ width: 1440, height: 900 })
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      await page.waitForLoadState('networkidle')
      expect.soft(await listViolations(page), path).toEqual([])
      await page.setViewportSize({ width: 390, height: 844 })
      // Charts and previews follow the new width in a moment of their own.
      await softly
        .poll(() => measureOverflowPx(page), { message: `${path} scrolls sideways` })
        .toBeLessThanOrEqual(1)
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
  await expect(
    page.getByText('Needs the permission `campaign.publish`.').filter({ visible: true }),
  ).toHaveCount(1)
})

function measureOverflowPx(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}
