import { expect, type Page, test } from '@playwright/test'
import { createCampaign, fillSlots, openStep, planPilot, setObjectives } from './campaign-steps'
import { createWorkspace } from './share-workspace'
import { expectAccessible } from './studio'

// A brand writes down how large its logo has to be, and what it never says: a campaign that breaks
// it is told so, can't be published, and can once it is mended.

const LOGO_RULE = 'The logo is at least 60 px wide'

test('a campaign keeps to the rules of its brand, or is not published', async ({
  page,
  baseURL,
}) => {
  test.setTimeout(300_000)
  await createWorkspace(page, 'Guardrails')
  await test.step('the brand has a palette, a size for its logo and a word it never says', async () => {
    await page.goto('/brand')
    await turnOn(page, 'Keep to a palette')
    await turnOn(page, 'Room for the logo')
    await page.getByRole('spinbutton', { name: 'Width, at least' }).fill('60')
    await page
      .getByRole('radiogroup', { name: /Room for the logo/ })
      .getByText('Block')
      .click()
    await expectAccessible(page)
    await saveBrand(page)
  })
  const campaign = await createCampaign(page, 'Kept to the rules')
  await setObjectives(page, `${baseURL}/demo/shop`)
  await fillSlots(page)
  await planPilot(page, `Front page, ${campaign.id}`)
  await test.step('an emblem that is shown too small is named, with what to do', async () => {
    await openStep(page, 'Rules')
    const broken = page.getByRole('listitem').filter({ hasText: LOGO_RULE }).first()
    await expect(broken).toContainText('Every combination breaks it.')
    await expect(broken).toContainText(/it is shown \d+ px wide/)
    await expectAccessible(page)
    await expect(await listRefusals(page)).toContainText(LOGO_RULE)
    await page.keyboard.press('Escape')
  })
  await test.step('the brand allows it, and nothing is broken any more', async () => {
    await page.goto('/brand')
    await page.getByRole('spinbutton', { name: 'Width, at least' }).fill('24')
    await saveBrand(page)
    await page.goto(`/campaigns/${campaign.id}/rules`)
    await expect(page.getByText(/combinations are proved/)).toBeVisible()
    await page.getByRole('button', { name: 'Publish', exact: true }).first().click()
    await expect(page.getByRole('button', { name: 'Published' }).first()).toBeVisible()
  })
})

async function turnOn(page: Page, rule: string): Promise<void> {
  const turned = page.getByRole('switch', { name: rule })
  await turned.click()
  await expect(turned).toBeChecked()
}

async function saveBrand(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Save/ }).click()
  await expect(page.getByText('The brand’s rules are saved')).toBeVisible()
}

/** What keeps the campaign from being published. */
async function listRefusals(page: Page) {
  await page.getByRole('button', { name: 'Publish', exact: true }).first().click()
  const refusal = page.getByRole('dialog', { name: 'Not published yet' })
  await expect(refusal.getByRole('listitem')).not.toHaveCount(0)
  return refusal
}
