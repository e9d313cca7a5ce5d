import { expect, type Page, test } from '@playwright/test'
import sharp from 'sharp'
import { z } from 'zod'
import { drawEmblem } from '@/scripts/seed/pictures/logo'
import { renderLogo } from '@/scripts/seed/pictures/render-picture'
import {
  chooseInto,
  createCampaign,
  expectStepDone,
  openStep,
  planPilot,
  setObjectives,
} from './campaign-steps'
import { shareWorkspace } from './share-workspace'
import { callApi, expectAccessible } from './studio'

// The creative team's half, by two people: a hundred files come in, what the brand forbids is
// mended, a second person answers each, and only what they approved is ever shown.

const PHOTOS = 98
const BANNED = 'Cheap boots for wet days'
const MENDED = 'Good boots for wet days'
const RETURNED = 'Buy it now'
const CHANGED = 'See the boots'
const COPY = [
  'Headline,Body,Button',
  `${BANNED},Tested on the ridge.,${RETURNED}`,
  'Dry all the way home,Made to be mended.,Find yours',
].join('\n')

const kitSchema = z.object({
  revision: z.number(),
  kit: z.looseObject({ voice: z.looseObject({}) }),
})
const servedSchema = z.looseObject({
  assets: z.record(z.string(), z.looseObject({ id: z.string() })),
})
const assetListSchema = z.object({
  items: z.array(z.object({ id: z.string(), state: z.string() })),
})
const createdSchema = z.looseObject({ id: z.string() })

const SIZES = [
  { screen: 'a desktop', viewport: { width: 1440, height: 900 } },
  { screen: 'a phone', viewport: { width: 390, height: 844 } },
]

for (const { screen, viewport } of SIZES) {
  test(`a hundred files become ads that a second person approved, on ${screen}`, async ({
    page,
    browser,
    baseURL,
  }) => {
    test.setTimeout(600_000)
    const colleague = await test.step('two people share a workspace', () =>
      shareWorkspace(page, browser, `Boots on ${screen}`))
    await page.setViewportSize(viewport)
    await colleague.setViewportSize(viewport)
    await banWord(page, 'cheap')
    await test.step('a hundred files in one drop', () => uploadHundred(page))
    const campaign = await test.step('a campaign of them', async () => {
      const created = await createCampaign(page, `Boots on ${screen}`)
      await setObjectives(page, `${baseURL}/demo/shop`)
      await openStep(page, 'Assets')
      await page.getByRole('button', { name: 'Start with the usual five slots' }).click()
      await chooseInto(page, 'image', ['photo 01', 'photo 02', 'photo 03'])
      await chooseInto(page, 'headline', [BANNED, 'Dry all the way home'])
      await chooseInto(page, 'body', ['Tested on the ridge.', 'Made to be mended.'])
      await chooseInto(page, 'cta', [RETURNED, 'Find yours'])
      await chooseInto(page, 'logo', ['emblem logo'])
      await page.getByRole('button', { name: 'Save assets' }).click()
      await expect(page.getByText('Saved').first()).toBeVisible()
      return created
    })
    await test.step('what the brand forbids is found and mended', () =>
      mendFindings(page, campaign.id))
    await test.step('everything is sent to review', () => submitAll(page))
    await test.step('a second person sends one back and approves the rest', () =>
      reviewAll(colleague))
    await test.step('what came back is changed, and approved by a key', async () => {
      await changeWhatCameBack(page)
      await approveByKey(colleague)
    })
    await test.step('published: its permutations are there, and served', async () => {
      await page.goto(`/campaigns/${campaign.id}/assets`)
      await expectStepDone(page, 'Assets')
      const placementId = await planPilot(page, `Boots, ${campaign.id}`)
      await page.getByRole('button', { name: 'Publish', exact: true }).first().click()
      await expect(page.getByRole('button', { name: 'Published' }).first()).toBeVisible()
      // 3 pictures, 2 headlines, 2 bodies, 2 buttons, 1 logo.
      await page.goto(`/campaigns/${campaign.id}/gallery`)
      await expect(page.getByText(/\b24\b/).first()).toBeVisible()
      await expectAccessible(page)
      await expectServed(page, placementId)
    })
    await colleague.context().close()
  })
}

async function banWord(page: Page, word: string): Promise<void> {
  const { revision, kit } = kitSchema.parse(await callApi(page, 'GET', '/api/v1/brand-kit'))
  const rule = {
    ...{ id: 'no-cheap', kind: 'banned', phrases: [word], locales: [] },
    ...{ severity: 'block', reason: 'We are not.', owner: 'Brand team' },
  }
  const changed = { ...kit, voice: { ...kit.voice, words: [rule] } }
  await callApi(page, 'PUT', '/api/v1/brand-kit', { revision, kit: changed })
}

/** 98 pictures, a logo and a sheet of copy. */
async function uploadHundred(page: Page): Promise<void> {
  const photos = await Promise.all(
    Array.from({ length: PHOTOS }, async (_, index) => ({
      name: `photo ${String(index + 1).padStart(2, '0')}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await renderUnlike(),
    })),
  )
  const logo = await renderLogo(drawEmblem())
  await page.goto('/library/upload')
  await page
    .getByLabel('Choose files')
    .setInputFiles([
      ...photos,
      { name: 'emblem logo.png', mimeType: 'image/png', buffer: logo },
      { name: 'copy.csv', mimeType: 'text/csv', buffer: Buffer.from(COPY) },
    ])
  await expect(page.getByText('All 100')).toBeVisible()
  // The sheet of copy asks what its columns are.
  await page.getByRole('radio', { name: /^To look at/ }).click()
  const importSheet = page.getByRole('button', { name: 'Import', exact: true })
  await expect(importSheet).toBeVisible({ timeout: 300_000 })
  await importSheet.click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Check all rows' }).click()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('6 texts were added.').first()).toBeVisible()
  await expect(page.getByText('All files have been dealt with')).toBeVisible({ timeout: 300_000 })
}

/** Soft blots of chance: no two of them look alike. */
async function renderUnlike(): Promise<Buffer> {
  const blots = await sharp({
    create: {
      ...{ width: 12, height: 8, channels: 3, background: '#7a6a58' },
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer()
  return sharp(blots).resize(600, 400, { kernel: 'cubic' }).jpeg({ quality: 70 }).toBuffer()
}

/** The audit names the banned word; the words are written anew where it leads to. */
async function mendFindings(page: Page, campaignId: string): Promise<void> {
  await page.goto(`/campaigns/${campaignId}/audit`)
  const finding = page.getByRole('listitem').filter({ hasText: /cheap/i })
  await expect(finding.first()).toBeVisible()
  await page.goto(`/library?search=${encodeURIComponent(BANNED)}`)
  await page.getByRole('gridcell').first().click()
  const sheet = page.getByRole('dialog')
  await expect(sheet.getByText('The brand’s rules keep it from being approved')).toBeVisible()
  await sheet.getByLabel('Text', { exact: true }).fill(MENDED)
  await sheet.getByRole('button', { name: 'Save changes' }).click()
  await expect(sheet.getByText('The brand’s rules keep it from being approved')).toBeHidden()
  await page.goto(`/campaigns/${campaignId}/audit`)
  await expect(page.getByTestId('breadth-score')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: /“cheap”/i })).toHaveCount(0)
}

async function submitAll(page: Page): Promise<void> {
  await page.goto('/library')
  const cells = page.getByRole('gridcell')
  await cells.first().focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('105 selected')).toBeVisible()
  await page.getByRole('button', { name: 'Submit', exact: true }).click()
  await expect(page.getByText('Submitted for review: 105 assets')).toBeVisible({ timeout: 60_000 })
}

async function reviewAll(colleague: Page): Promise<void> {
  await colleague.goto('/review')
  await expect(colleague.getByRole('radio', { name: 'Waits for me 105' })).toBeVisible()
  await expectAccessible(colleague)
  for (let shown = 50; shown < 105; shown += 50) {
    await colleague.getByRole('button', { name: 'Show more' }).click()
    await expect(colleague.getByRole('checkbox', { name: /^Select / })).not.toHaveCount(shown)
  }
  await colleague.getByRole('button', { name: new RegExp(`^${RETURNED}`) }).click()
  await colleague.getByLabel('Comment', { exact: true }).fill('We never say “now”.')
  await colleague.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(colleague.getByText('We never say “now”.')).toBeVisible()
  await expectAccessible(colleague)
  await colleague.getByRole('button', { name: 'Ask for changes' }).last().click()
  const dialog = colleague.getByRole('dialog', { name: 'Ask for changes' })
  await dialog.getByLabel('What should be changed?').fill('Say what one gets.')
  await dialog.getByRole('button', { name: 'Ask for changes' }).click()
  await expect(dialog).toBeHidden()
  await expect(colleague.getByRole('radio', { name: 'Waits for me 104' })).toBeVisible()
  await colleague.goto('/review')
  await expect(colleague.getByRole('checkbox', { name: /^Select / }).first()).toBeVisible()
  for (let left = 104; left > 0; left -= 50) {
    await colleague.getByRole('checkbox', { name: 'All shown' }).click()
    await colleague
      .getByRole('toolbar')
      .getByRole('button', { name: 'Approve', exact: true })
      .click()
    const after = Math.max(0, left - 50)
    const words = after === 0 ? /^Waits for me 0?$/ : `Waits for me ${after}`
    await expect(colleague.getByRole('radio', { name: words })).toBeVisible({ timeout: 60_000 })
  }
  await expect(colleague.getByText('Nothing waits for you')).toBeVisible()
}

async function changeWhatCameBack(page: Page): Promise<void> {
  await page.goto('/review?box=returned')
  await page.getByRole('button', { name: new RegExp(`^${RETURNED}`) }).click()
  await expect(page.getByText('Say what one gets.')).toBeVisible()
  await page.getByRole('link', { name: 'Open it in the library' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Text', { exact: true }).fill(CHANGED)
  await sheet.getByRole('button', { name: 'Save changes' }).click()
  await sheet.getByRole('tab', { name: 'Review' }).click()
  await expectAccessible(page)
  await sheet.getByRole('tabpanel').getByRole('button', { name: 'Submit for review' }).click()
  await expect(sheet.getByText('In review').first()).toBeVisible()
  // Nobody approves their own.
  await expect(sheet.getByText('It is your own: somebody else has to approve it.')).toBeVisible()
}

async function approveByKey(colleague: Page): Promise<void> {
  await colleague.goto('/review')
  await colleague
    .getByRole('button', { name: /changed/ })
    .first()
    .click()
  await expect(colleague.getByText(CHANGED).last()).toBeVisible()
  await expect(colleague.getByRole('button', { name: /^Approve/ }).last()).toBeEnabled()
  await colleague.keyboard.press('a')
  await expect(colleague.getByText('Nothing waits for you')).toBeVisible()
}

/** Every element of forty ads is one that was approved. */
async function expectServed(page: Page, placementId: string): Promise<void> {
  const { items } = assetListSchema.parse(
    await callApi(page, 'GET', '/api/v1/assets?state=approved&limit=200'),
  )
  const approved = new Set(items.map(({ id }) => id))
  expect(approved.size).toBe(105)
  for (let ad = 0; ad < 40; ad++) {
    const answer = await page.request.get(`/api/serve/${placementId}?format=json`)
    const { assets } = servedSchema.parse(await answer.json())
    for (const { id } of Object.values(assets))
      expect(approved.has(createdSchema.parse({ id }).id)).toBe(true)
  }
}
