import { expect, type Locator, type Page, type Response, test } from '@playwright/test'
import {
  addRainRule,
  addSegment,
  createCampaign,
  fillSlots,
  forbidPair,
  importCustomers,
  openStep,
  planPilot,
  setObjectives,
} from './campaign-steps'
import { expectAccessible, signIn } from './studio'

test.setTimeout(360_000)

/** A tenth of them are in the holdout, which nothing is learnt from: hardly all of them. */
const MORE_VIEWERS = 6

test('a campaign goes through the seven steps, serves, is clicked, converts and explains itself', async ({
  page,
  baseURL,
}) => {
  const landingPage = `${baseURL}/demo/shop`
  await signIn(page)
  const campaign = await createCampaign(page, 'Ridge jackets')
  await test.step('objectives', () => setObjectives(page, landingPage))
  await test.step('assets', () => fillSlots(page))
  await test.step('segments', () => addSegment(page, `At a desk ${campaign.id}`))
  await test.step('sources', async () => {
    await importCustomers(page)
    await page.goto(`/campaigns/${campaign.id}/sources`)
  })
  await test.step('rules', () => addRainRule(page, 'Out there before the rain'))
  await test.step('pairs', async () => {
    await forbidPair(page, 'Dry all the way home', 'Find yours')
    await expectAccessible(page)
  })
  const placementId = await test.step('pilot', () => planPilot(page, `Front page, ${campaign.id}`))
  await test.step('publish', async () => {
    await page.getByRole('button', { name: 'Publish', exact: true }).first().click()
    await expect(page.getByRole('button', { name: 'Published' }).first()).toBeVisible()
  })

  await test.step('the ad is seen, clicked and converts', () =>
    buyThroughTheAd(page, placementId, landingPage))

  await test.step('the report shows it', async () => {
    await page.goto(`/reports/${campaign.id}`)
    await expect(page.getByRole('heading', { level: 1, name: campaign.name })).toBeVisible()
    const figures = page.getByRole('main')
    await expect(figure(figures, 'Impressions')).toHaveText(/^Impressions\s*1(?!\d)/)
    await expect(figure(figures, 'Conversions')).toHaveText(/^Conversions\s*1(?!\d)/)
    await expectAccessible(page)
  })

  await test.step('explain shows why', async () => {
    await page.getByRole('link', { name: 'Decisions' }).click()
    const decisions = page.getByRole('table', { name: 'Decisions' })
    await decisions.getByRole('link').first().click()
    await expect(page.getByRole('heading', { level: 1, name: 'Why this ad?' })).toBeVisible()
    await expect(page.getByText('Replayed: the same ad')).toBeVisible()
    const events = page.getByRole('table', { name: 'Events of the decision' })
    for (const words of ['Began to show', 'In view for a second', 'Clicked', 'Converted']) {
      await expect(events.getByRole('cell', { name: words })).toBeVisible()
    }
    await expectAccessible(page)
  })

  await test.step('more viewers come', async () => {
    for (let viewer = 0; viewer < MORE_VIEWERS; viewer++) {
      const impression = waitFor(page, '/api/events/impression')
      await page.goto(`/demo/${placementId}`)
      expect((await impression).status()).toBe(204)
    }
  })

  await test.step('what the model believes of it', async () => {
    await page.goto(`/campaigns/${campaign.id}/beliefs`)
    await expect(page.getByRole('heading', { name: 'What the model believes' })).toBeVisible()
    // The learner takes at most a tenth of the time: after a long step it pauses for nine times that.
    await expect(page.getByRole('group', { name: 'Learnt from' })).toContainText('impressions', {
      timeout: 60_000,
    })
    const headlines = page.getByRole('figure', { name: 'Effects of Headline' })
    await expect(headlines.getByRole('listitem')).not.toHaveCount(0)
    await expectAccessible(page)
    await page.getByRole('radio', { name: 'By device' }).click()
    await expect(page).toHaveURL(/by=device/)
    await expect(page.getByRole('table', { name: 'Headline by device' })).toContainText('Computer')
    await expectAccessible(page)
  })

  await test.step('scale: an element is paused, the campaign widened', async () => {
    await page.goto(`/campaigns/${campaign.id}/scale`)
    await page.getByRole('button', { name: 'Pause Find yours' }).click()
    await expect(page.getByRole('button', { name: 'Take Find yours back' })).toBeVisible()
    await page.getByRole('button', { name: 'Publish changes' }).first().click()
    await expect(page.getByRole('button', { name: 'Published' }).first()).toBeVisible()
  })
})

test('publishing lists what to mend, each with a link to the field', async ({ page }) => {
  await signIn(page)
  const campaign = await createCampaign(page, 'Not thought through')
  await page.getByRole('button', { name: 'Publish', exact: true }).click()
  const refusal = page.getByRole('dialog', { name: 'Not published yet' })
  await expect(refusal.getByRole('listitem')).not.toHaveCount(0)
  await refusal.getByRole('link', { name: 'Mend it' }).last().click()
  await expect(refusal).toBeHidden()
  await expect(page).toHaveURL(new RegExp(`/campaigns/${campaign.id}/[a-z]+`))
  await openStep(page, 'Objectives')
  await expect(page.getByRole('button', { name: 'Save objectives' })).toBeVisible()
})

/** Looks at the test page, clicks what is shown there and buys the jacket it leads to. */
async function buyThroughTheAd(
  page: Page,
  placementId: string,
  landingPage: string,
): Promise<void> {
  const impression = waitFor(page, '/api/events/impression')
  const viewable = waitFor(page, '/api/events/viewable')
  await page.goto(`/demo/${placementId}`)
  expect((await impression).status()).toBe(204)
  expect((await viewable).status()).toBe(204)
  const ad = page.getByTestId('ad-slot').locator('iframe').contentFrame()
  await expect(ad.getByText(/Out there before the rain|Dry all the way home/)).toBeVisible()
  const opened = page.context().waitForEvent('page')
  await ad.locator('a').first().click()
  const shop = await opened
  await shop.waitForURL(`${landingPage}**`)
  await shop.getByRole('link', { name: /rain jacket/i }).click()
  const conversion = waitFor(shop, '/api/events/conversion')
  await shop.getByRole('button', { name: /buy/i }).click()
  expect((await conversion).status()).toBe(204)
  await shop.close()
}

function waitFor(page: Page, path: string): Promise<Response> {
  return page.waitForResponse((response) => response.url().includes(path))
}

/** One of the report's main figures with its label. */
function figure(within: Locator, label: string): Locator {
  return within.getByRole('group', { name: label })
}
