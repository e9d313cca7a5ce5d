import { expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { PICTURES } from '@/scripts/seed/pictures/pictures'
import { renderPhoto } from '@/scripts/seed/pictures/render-picture'
import { callApi, expectAccessible, signIn } from './studio'

const createdSchema = z.object({ id: z.string() })
const uploadedSchema = z.object({ asset: createdSchema })
const versionSchema = z.object({ editVersion: z.number() })

const LONG_GERMAN = 'Wasserdichte Wanderschuhe für die ganze Familie, jetzt zum halben Preis'
const DESIGN = {
  template: 'classic',
  backgroundColor: '#ffffff',
  textColor: '#111111',
  accentColor: '#0a5c36',
  accentTextColor: '#ffffff',
}

async function createOne(page: Page, path: string, body: unknown): Promise<string> {
  return createdSchema.parse(await callApi(page, 'POST', path, body)).id
}

async function uploadPicture(page: Page): Promise<string> {
  const [picture] = PICTURES
  if (!picture) throw new Error('There are pictures to draw.')
  const bytes = await renderPhoto(picture.draw(77_001))
  const text = await page.evaluate(async (data) => {
    const content = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
    const response = await fetch('/api/v1/assets?kind=image&fileName=audited.jpg', {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg' },
      body: content,
    })
    return response.text()
  }, bytes.toString('base64'))
  return uploadedSchema.parse(JSON.parse(text)).asset.id
}

/** A campaign with a fault of each kind that a button mends. */
async function createFaultyCampaign(page: Page): Promise<string> {
  const write = (kind: string, text: string, locale = 'en') =>
    createOne(page, '/api/v1/assets/copy', { kind, text, locale })
  const headlines = [
    await write('headline', 'Dry feet all day'),
    await write('headline', 'DRY FEET, all day!'),
    await write('headline', LONG_GERMAN, 'de'),
  ]
  await write('cta', 'See the audited boots')
  const image = await uploadPicture(page)
  const id = await createOne(page, '/api/v1/campaigns', { name: 'Audited' })
  const path = `/api/v1/campaigns/${id}`
  const slots = [
    { key: 'headline', kind: 'headline', assetIds: headlines },
    { key: 'cta', kind: 'cta', assetIds: [] },
    { key: 'image', kind: 'image', assetIds: [image] },
  ]
  const saved = await callApi(page, 'PUT', `${path}/assets`, {
    ...{ editVersion: 0, design: DESIGN, slots },
  })
  const placementIds = [
    await createOne(page, '/api/v1/placements', {
      ...{ name: 'Audited banner', size: '320x50', pageCategory: null },
    }),
    await createOne(page, '/api/v1/placements', {
      ...{ name: 'Audited box', size: '300x250', pageCategory: null },
    }),
  ]
  await callApi(page, 'PUT', `${path}/pilot`, {
    editVersion: versionSchema.parse(saved).editVersion,
    pilot: {
      ...{ segmentIds: [], slotKeys: ['headline', 'cta', 'image'], placementIds },
      ...{ trafficShare: 1, holdoutShare: 0.2, benchmark: {}, explorationFloor: 0.05 },
    },
  })
  return id
}

async function readScore(page: Page): Promise<number> {
  return Number(await page.getByTestId('breadth-score').textContent())
}

const finding = (page: Page, sentence: RegExp) =>
  page
    .getByRole('region', { name: /mended|know/ })
    .getByRole('listitem')
    .filter({ hasText: sentence })

/** Presses the button of a finding, which has to be there. */
async function mend(page: Page, sentence: RegExp, button: string): Promise<void> {
  await finding(page, sentence).first().getByRole('button', { name: button }).click()
}

test('an audit names what is missing, and its buttons mend it', async ({ page }) => {
  await signIn(page)
  const campaignId = await createFaultyCampaign(page)
  await page.goto(`/campaigns/${campaignId}/assets`)
  await page.getByRole('link', { name: 'Audit', exact: true }).click()
  await expect(page.getByTestId('breadth-score')).toBeVisible()
  const before = await readScore(page)
  await expectAccessible(page)

  // An empty slot: chosen from the library.
  const empty = /The slot “Call to action” is empty/
  await mend(page, empty, 'Choose one')
  await page.getByRole('dialog').getByRole('searchbox').fill('audited boots')
  await page.getByRole('checkbox', { name: 'See the audited boots' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(finding(page, empty)).toHaveCount(0)

  // Copy that is too long in one language: written anew, with the limit in sight.
  const cut = /No headline of \d+ characters or fewer.* in German/
  await mend(page, cut, 'Write a shorter one')
  const dialog = page.getByRole('dialog', { name: 'Write a headline' })
  await expect(dialog.getByText('320 × 50: too long')).toBeVisible()
  await dialog.getByLabel('Headline').fill('Trockene Füße')
  await expect(dialog.getByText('320 × 50: fits')).toBeVisible()
  await dialog.getByRole('button', { name: 'Add to the slot' }).click()
  await expect(dialog).toHaveCount(0)
  await expect(finding(page, cut)).toHaveCount(0)

  // Twins: taken out, brought back, taken out again.
  const twins = /2 texts of the slot “Headline” are the same/
  await mend(page, twins, 'Take it out')
  await expect(finding(page, twins)).toHaveCount(0)
  await page.getByRole('button', { name: 'Undo' }).first().click()
  await expect(finding(page, twins)).toHaveCount(1)
  await mend(page, twins, 'Take it out')
  await expect(finding(page, twins)).toHaveCount(0)

  // Readers of one language see the other's: a rule for each.
  for (const language of ['German', 'English']) {
    const leak = new RegExp(`in ${language} of the slot “Headline” can be shown to readers of`)
    await mend(page, leak, 'Add the rule')
    await expect(finding(page, leak)).toHaveCount(0)
  }

  await expect.poll(() => readScore(page)).toBeGreaterThan(before)
})
