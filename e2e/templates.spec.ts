import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, readAccess, signIn } from './studio'

const HOSTILE = '<script>alert(1)</script>\n'

async function write(page: Page, label: string, change: (before: string) => string): Promise<void> {
  const editor = page.getByRole('textbox', { name: label })
  await editor.click()
  await page.keyboard.press('ControlOrMeta+a')
  const before = await page.evaluate(() => document.getSelection()?.toString() ?? '')
  await page.keyboard.insertText(change(before))
}

async function saveAssets(page: Page): Promise<void> {
  const saved = page.waitForResponse(
    (response) => response.request().method() === 'PUT' && response.url().endsWith('/assets'),
  )
  await page.getByRole('button', { name: 'Save', exact: false }).last().click()
  expect((await saved).status()).toBe(200)
}

function publish(page: Page, campaignId: string) {
  return page.request.post(`/api/v1/campaigns/${campaignId}/publish`, {
    headers: { 'sec-fetch-site': 'same-origin' },
  })
}

test('a team writes a template, hostile code is refused, and a campaign serves it', async ({
  page,
}) => {
  await signIn(page)
  await page.getByRole('link', { name: 'Templates' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Templates' })).toBeVisible()
  await page.getByRole('link', { name: 'New template' }).first().click()
  await expect(page.getByText('Nothing to mend')).toBeVisible()
  await expect(
    page.frameLocator('iframe[title="The ad in 728 × 90"]').locator('.t-title'),
  ).toHaveText('Boots that keep the weather out')

  // What could run is named, left out of the preview, and can't be saved.
  const html = page.getByRole('textbox', { name: 'HTML of the template' })
  await html.click()
  await page.keyboard.press('ControlOrMeta+Home')
  await page.keyboard.insertText(HOSTILE)
  await expect(page.getByText('<script> isn’t allowed in a template.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Save template' })).toBeDisabled()
  await expectAccessible(page)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(page.getByText('Nothing to mend')).toBeVisible()

  const name = `Journey card ${Date.now()}`
  await page.getByRole('button', { name: 'Save template' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('dialog').getByRole('button', { name: 'Save template' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  await expect(page.getByText('Version 1', { exact: true })).toBeVisible()

  await page.getByRole('radio', { name: 'CSS' }).click()
  await write(page, 'CSS of the template', () => ':root{background:#123456}')
  await page.getByRole('button', { name: 'Save version' }).click()
  await page.getByLabel('What is new').fill('Dark ground')
  await page.getByRole('dialog').getByRole('button', { name: 'Save version' }).click()
  await expect(page.getByText('Version 2', { exact: true })).toBeVisible()

  // Back to the first, as a third.
  await page.getByRole('button', { name: 'History' }).click()
  await page.getByRole('button', { name: 'Compare with the editor' }).last().click()
  await expect(page.getByText(':root{background:#123456}')).toBeVisible()
  await page.getByRole('button', { name: 'Make it the newest' }).click()
  await expect(page.getByText('Version 3', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'History' }).click()
  await expect(page.getByText('From version 1')).toBeVisible()
  await page.keyboard.press('Escape')

  // A campaign chooses it, and what is published serves it.
  const { campaignId, placementId } = readAccess()
  await page.goto(`/campaigns/${campaignId}/assets`)
  await page.getByRole('radio', { name }).check()
  await saveAssets(page)
  const published = await publish(page, campaignId)
  expect(published.status(), await published.text()).toBe(200)
  await expect
    .poll(async () => {
      const served = await page.request.get(`/api/serve/${placementId}?format=html`)
      return served.text()
    })
    .toContain('class="a t"')

  // Whoever comes after finds the campaign as it was.
  await page.reload()
  await page.getByRole('radio', { name: /^Classic/ }).check()
  await saveAssets(page)
  expect((await publish(page, campaignId)).status()).toBe(200)
})
