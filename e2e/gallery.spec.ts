import { readFileSync } from 'node:fs'
import { expect, type Download, type Page, test } from '@playwright/test'
import { expectAccessible, readAccess, signIn } from './studio'

test.setTimeout(240_000)

const LONG_HEADLINE =
  'Everything you could possibly need for a weekend in the mountains, in any kind of weather'
const SHORT_HEADLINE = 'Dry all the way home'

test('all ads are seen, filtered, shared for review, answered, and the link is taken back', async ({
  page,
  browser,
}) => {
  await signIn(page)
  const { campaignId } = readAccess()
  await page.goto(`/campaigns/${campaignId}/objectives`)
  await page.getByRole('link', { name: 'See all ads' }).click()
  const ads = page.getByRole('list', { name: 'Ads', exact: true })
  await expect(ads.locator('iframe').first()).toBeVisible()
  // However many there are, only those in view are drawn.
  expect(await ads.locator('iframe').count()).toBeLessThan(40)
  await expectAccessible(page)

  const all = await readCount(page)
  await test.step('filter by an element', async () => {
    await page.getByRole('button', { name: 'With', exact: true }).click()
    await page.getByRole('option').first().click()
    await page.keyboard.press('Escape')
    await expect(page).toHaveURL(/[?&]only=/)
    await expect.poll(() => readCount(page)).toBeLessThan(all)
  })

  await test.step('one ad is opened by keyboard, in all sizes', async () => {
    const first = ads.getByRole('button', { name: /^Open ad 1$/ })
    await first.focus()
    await page.keyboard.press('ArrowRight')
    await expect(ads.getByRole('button', { name: /^Open ad 2$/ })).toBeFocused()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Ad 2' })
    await expect(dialog.locator('iframe').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  })

  const link = await test.step('share', async () => {
    await page.getByRole('button', { name: 'Share for review' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Title for the reviewers').fill('Autumn ads')
    await dialog.getByRole('button', { name: 'Make the link' }).click()
    const address = dialog.getByLabel('Link', { exact: true })
    await expect(address).toHaveValue(/\/review\//)
    const value = await address.inputValue()
    await dialog.getByRole('button', { name: 'Done' }).click()
    return new URL(value).pathname
  })

  const stranger = await browser.newContext()
  const guest = await stranger.newPage()
  await test.step('a stranger looks, comments and approves', async () => {
    const response = await guest.goto(link)
    expect(response?.headers()['referrer-policy']).toBe('no-referrer')
    expect(response?.headers()['x-robots-tag']).toContain('noindex')
    await expect(guest.getByRole('heading', { level: 1, name: 'Autumn ads' })).toBeVisible()
    const shown = guest.getByRole('list', { name: 'Ads to review' })
    await expect(shown.locator('iframe').first()).toBeVisible()
    await expectAccessible(guest)
    await guest.setViewportSize({ width: 390, height: 844 })
    await expect
      .poll(() => guest.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(1)
    await guest.setViewportSize({ width: 1440, height: 900 })
    await shown.getByRole('button', { name: 'Open ad 1', exact: true }).click()
    const dialog = guest.getByRole('dialog', { name: 'Ad 1' })
    await dialog
      .getByRole('button', { name: /^Put a pin/ })
      .first()
      .click({ position: { x: 40, y: 40 } })
    await dialog.getByLabel('Your name').fill('Mara')
    await dialog.getByLabel('What you think').fill('<b>Bigger</b> logo, please')
    await dialog.getByRole('button', { name: 'Comment' }).click()
    await expect(dialog.getByText('<b>Bigger</b> logo, please')).toBeVisible()
    await guest.keyboard.press('Escape')
    await guest.getByRole('button', { name: 'Approve all' }).click()
    await expect(guest.getByRole('list', { name: 'What was said of all ads' })).toContainText(
      'Approved',
    )
  })

  await test.step('the team reads it and takes the link back', async () => {
    await page.reload()
    await page.getByRole('button', { name: /^Reviews/ }).click()
    const answers = page.getByRole('list', { name: 'Answers to Autumn ads' })
    await expect(answers).toContainText('<b>Bigger</b> logo, please')
    await expect(answers).toContainText('Mara')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Take back' }).click()
    await page.getByRole('button', { name: 'Take the link back' }).click()
    await expect(page.getByText('Taken back', { exact: true })).toBeVisible()
  })

  await guest.reload()
  await expect(guest.getByText('This review link was taken back')).toBeVisible()
  await expect(guest.locator('iframe')).toHaveCount(0)
  await expectAccessible(guest)
  await stranger.close()
})

test('a tear sheet is a real document and a real picture', async ({ page }) => {
  await signIn(page)
  await page.goto(`/campaigns/${readAccess().campaignId}/gallery`)
  const pdf = readFileSync(await saveSheet(page, 'PDF, in pages'))
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const document = await PDFDocument.load(pdf)
  expect(document.getPageCount()).toBeGreaterThan(1)
  const { width, height } = document.getPage(0).getSize()
  expect([Math.round(width), Math.round(height)]).toEqual([842, 596])

  const { default: sharp } = await import('sharp')
  const png = await saveSheet(page, 'PNG, one picture')
  const { format, width: widthPx } = await sharp(png).metadata()
  expect([format, widthPx]).toEqual(['png', 2_246])
  // Something is drawn where the first ad is: it is not one colour.
  const ad = { left: 100, top: 220, width: 400, height: 300 }
  const { channels } = await sharp(png).extract(ad).stats()
  expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(10)
})

test('the rendered check finds a text that is cut off, and draws nothing twice', async ({
  page,
}) => {
  await signIn(page)
  const campaignId = await seedLongHeadline(page)
  await page.goto(`/campaigns/${campaignId}/gallery`)
  await page.getByRole('button', { name: /^Draw \d+ ads/ }).click()
  await expect(page.getByText(/^All \d+ are drawn and up to date/)).toBeVisible({
    timeout: 120_000,
  })
  const findings = page.getByRole('list', { name: 'Findings' })
  await expect(findings).toContainText(/Headline is (?:cut off|shortened)/)
  await expect(findings).toContainText(LONG_HEADLINE.slice(0, 20))
  await expectAccessible(page)

  await page.reload()
  await expect(page.getByText(/^All \d+ are drawn and up to date/)).toBeVisible()
  await expect(page.getByRole('button', { name: /^Draw/ })).toHaveCount(0)

  // Another headline: only ads with it are drawn.
  await addHeadline(page, campaignId, 'A coat for every sky')
  await page.reload()
  const draw = page.getByRole('button', { name: /^Draw \d+ new ones/ })
  await expect(draw).toBeVisible()
  const count = Number(/\d+/.exec((await draw.textContent()) ?? '')?.[0])
  const all = Number(
    /of (\d+)/.exec((await page.getByText(/^\d+ of \d+$/).textContent()) ?? '')?.[1],
  )
  expect(count).toBeLessThan(all)
})

async function readCount(page: Page): Promise<number> {
  const text = await page
    .getByText('Ads shown here')
    .locator('xpath=following::dd[1]')
    .textContent()
  return Number((text ?? '').replaceAll(',', ''))
}

async function saveSheet(page: Page, form: string): Promise<string> {
  await page.getByRole('button', { name: 'Tear sheet' }).click()
  const saved = page.waitForEvent('download', { timeout: 120_000 })
  await page.getByRole('menuitem', { name: form }).click()
  const download: Download = await saved
  return download.path()
}

/** Calls the API as the page does. */
async function callApi(page: Page, path: string, method: string, body: unknown) {
  const answer = await page.evaluate(
    async ([address, verb, json]) => {
      const response = await fetch(address, {
        method: verb,
        body: json,
        headers: { 'content-type': 'application/json' },
      })
      return { status: response.status, text: await response.text() }
    },
    [path, method, JSON.stringify(body)] as const,
  )
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`)
  return JSON.parse(answer.text) as { id: string; editVersion: number; slots: SlotSent[] }
}

interface SlotSent {
  key: string
  kind: string
  assets: { id: string }[]
}

async function createCopy(page: Page, kind: string, text: string): Promise<string> {
  const { id } = await callApi(page, '/api/v1/assets/copy', 'POST', { kind, text })
  for (const action of ['submit', 'approve']) {
    await callApi(page, '/api/v1/assets/state', 'POST', { action, assetIds: [id] })
  }
  return id
}

const DESIGN = {
  template: 'classic',
  backgroundColor: '#ffffff',
  textColor: '#111111',
  accentColor: '#0a5c36',
  accentTextColor: '#ffffff',
}

async function seedLongHeadline(page: Page): Promise<string> {
  const name = `Rendered ${Date.now()}`
  const { id } = await callApi(page, '/api/v1/campaigns', 'POST', { name })
  const headlines = [
    await createCopy(page, 'headline', LONG_HEADLINE),
    await createCopy(page, 'headline', SHORT_HEADLINE),
  ]
  const slots = [
    { key: 'headline', kind: 'headline', assetIds: headlines },
    { key: 'cta', kind: 'cta', assetIds: [await createCopy(page, 'cta', 'See the coats')] },
  ]
  await callApi(page, `/api/v1/campaigns/${id}/assets`, 'PUT', {
    editVersion: 0,
    design: DESIGN,
    slots,
  })
  return id
}

async function addHeadline(page: Page, campaignId: string, text: string): Promise<void> {
  const id = await createCopy(page, 'headline', text)
  const { editVersion, slots } = await readCampaign(page, campaignId)
  const sent = slots.map(({ key, kind, assets }) => ({
    ...{ key, kind },
    assetIds: [...assets.map((asset) => asset.id), ...(key === 'headline' ? [id] : [])],
  }))
  const body = { editVersion, design: DESIGN, slots: sent }
  await callApi(page, `/api/v1/campaigns/${campaignId}/assets`, 'PUT', body)
}

async function readCampaign(page: Page, campaignId: string) {
  return page.evaluate(async (address) => {
    const response = await fetch(address)
    return (await response.json()) as { editVersion: number; slots: SlotSent[] }
  }, `/api/v1/campaigns/${campaignId}`)
}
