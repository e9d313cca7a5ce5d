import { expect, type Page } from '@playwright/test'
import { PICTURES } from '@/scripts/seed/pictures/pictures'
import { renderLogo, renderPhoto } from '@/scripts/seed/pictures/render-picture'
import { drawEmblem } from '@/scripts/seed/pictures/logo'

// A marketer's hands in the seven steps: each function does one step of a new campaign by what can
// be seen and read on the screen.

const PICTURE_SEED = 4_211

const FIGURES = [
  ['Target', '0.8'],
  ['Budget', '5000'],
  ['Value of a conversion', '120'],
  ['Cost of 1,000 impressions', '4.5'],
] as const

export interface NewCampaign {
  readonly id: string
  readonly name: string
}

export async function createCampaign(page: Page, name: string): Promise<NewCampaign> {
  await page.goto('/campaigns')
  await page.getByRole('button', { name: 'New campaign' }).first().click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Create and set objectives' }).click()
  await page.waitForURL('**/campaigns/*/objectives')
  return { id: page.url().split('/').at(-2) ?? '', name }
}

export async function setObjectives(page: Page, landingPage: string): Promise<void> {
  await page.getByRole('radio', { name: 'Sales' }).click()
  for (const [label, value] of FIGURES) {
    await page.getByRole('spinbutton', { name: label }).fill(value)
  }
  await page.getByLabel('Landing page').fill(landingPage)
  await page.getByLabel('Success criteria').fill('A higher click-through rate than the static ad.')
  await page.getByRole('button', { name: 'Save objectives' }).click()
  await expectStepDone(page, 'Objectives')
}

/** Uploads pictures and a logo, writes copy, approves it all. */
export async function fillSlots(page: Page): Promise<void> {
  await openStep(page, 'Assets')
  await page.getByRole('button', { name: 'Start with the usual five slots' }).click()
  const photos = await Promise.all(
    PICTURES.slice(0, 2).map(async ({ name, draw }) => ({
      name: `${name}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await renderPhoto(draw(PICTURE_SEED)),
    })),
  )
  await uploadInto(page, 'image', photos)
  await writeInto(page, 'headline', ['Out there before the rain', 'Dry all the way home'])
  await writeInto(page, 'body', ['Jackets that were tested on the ridge, not in the shop.'])
  await writeInto(page, 'cta', ['See the jackets', 'Find yours'])
  const logo = await renderLogo(drawEmblem())
  await uploadInto(page, 'logo', [{ name: 'emblem.png', mimeType: 'image/png', buffer: logo }])
  await page.getByRole('button', { name: 'Save assets' }).click()
  for (const button of ['Approve all 2', 'Approve']) {
    const left = page.getByRole('main').getByRole('button', { name: new RegExp(`^${button}`) })
    while ((await left.count()) > 0) {
      const before = await left.count()
      await left.first().click()
      await expect(left).toHaveCount(before - 1)
    }
  }
  await expectStepDone(page, 'Assets')
}

/** Chooses these assets of the library for a slot. */
export async function chooseInto(page: Page, slot: string, names: readonly string[]) {
  await page.getByRole('button', { name: `Choose assets for ${slot}` }).click()
  const sheet = page.getByRole('dialog')
  for (const name of names) {
    await sheet.getByRole('searchbox').fill(name)
    await sheet.getByRole('checkbox', { name }).first().click()
  }
  await expect(sheet.getByText(`${names.length} chosen`)).toBeVisible()
  await sheet.getByRole('button', { name: 'Done' }).click()
}

type UploadFile = { name: string; mimeType: string; buffer: Buffer }

async function uploadInto(page: Page, slot: string, files: UploadFile[]): Promise<void> {
  await page.getByRole('button', { name: `Choose assets for ${slot}` }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('tab', { name: 'Upload new' }).click()
  await sheet.locator('input[type=file]').setInputFiles(files)
  await expect(sheet.getByText(`${files.length} chosen`)).toBeVisible({ timeout: 30_000 })
  await sheet.getByRole('button', { name: 'Done' }).click()
}

async function writeInto(page: Page, slot: string, lines: string[]): Promise<void> {
  await page.getByRole('button', { name: `Choose assets for ${slot}` }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByRole('tab', { name: 'Write new' }).click()
  await sheet.getByRole('textbox').fill(lines.join('\n'))
  await sheet.getByRole('button', { name: /^Add / }).click()
  await expect(sheet.getByText(`${lines.length} chosen`)).toBeVisible()
  await sheet.getByRole('button', { name: 'Done' }).click()
}

/** A segment of the moment: everybody at a desk. */
export async function addSegment(page: Page, name: string): Promise<void> {
  await openStep(page, 'Segments')
  await page.getByRole('button', { name: 'New segment' }).first().click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('Name').fill(name)
  await sheet.getByRole('button', { name: 'Add condition' }).click()
  await sheet.getByRole('button', { name: /^Field:/ }).click()
  await page.getByRole('option', { name: 'Device', exact: true }).click()
  await sheet.getByRole('combobox', { name: /^Value for Device/ }).click()
  await page.getByRole('option', { name: 'Computer' }).click()
  await sheet.getByRole('button', { name: 'Create segment' }).click()
  await expect(
    page.getByRole('list', { name: 'Segments, the most important first' }).getByText(name),
  ).toBeVisible()
  await expectStepDone(page, 'Segments')
}

const CUSTOMERS = [
  'customer_id,consent,tier,orders',
  'maya@shop.example,yes,gold,12',
  'jonas@shop.example,no,silver,3',
  ',yes,gold,1',
  'ines@shop.example,yes,bronze,1',
].join('\n')

/** Imports four customers: two who agreed, one who did not, one without an id. */
export async function importCustomers(page: Page): Promise<void> {
  await openStep(page, 'Data sources')
  await page.getByRole('link', { name: 'All sources' }).click()
  await page.getByRole('button', { name: 'Import a CSV file' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'customers.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(CUSTOMERS),
  })
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  const refused = dialog.getByRole('table', { name: 'Refused rows' })
  await expect(refused.getByRole('row')).toHaveCount(2)
  await dialog.getByRole('button', { name: 'Done' }).click()
}

/** Rain shows one headline only. */
export async function addRainRule(page: Page, headline: string): Promise<void> {
  await openStep(page, 'Rules')
  await page.getByRole('button', { name: 'Add a rule' }).click()
  const sheet = page.getByRole('dialog')
  await sheet.getByLabel('In the slot').click()
  await page.getByRole('option', { name: /^Headline/ }).click()
  await sheet.getByRole('checkbox', { name: headline }).click()
  await sheet.getByRole('button', { name: 'Add the rule' }).click()
  await expect(page.getByRole('list', { name: 'Rules, first one first' })).toContainText(headline)
  await expectStepDone(page, 'Rules')
}

/** Two elements of the eight possible ads never meet. */
export async function forbidPair(page: Page, first: string, second: string): Promise<void> {
  await expect(page.getByText('All 8 combinations are possible.')).toBeVisible()
  await page.getByRole('button', { name: 'Add a pair' }).click()
  const dialog = page.getByRole('dialog')
  for (const [label, element] of [
    ['This element', first],
    ['That element', second],
  ] as const) {
    await dialog.getByLabel(label).click()
    await page.getByRole('option', { name: element }).click()
  }
  await dialog.getByRole('button', { name: 'Add the pair' }).click()
  await expect(page.getByRole('list', { name: 'Pairs' })).toContainText(
    `“${first}” and “${second}” never go together`,
  )
  await expect(page.getByText('6 of 8 combinations are possible.')).toBeVisible()
}

/** Everybody sees the dynamic ad but a tenth; answers the id of the placement that is made for it. */
export async function planPilot(page: Page, placement: string): Promise<string> {
  await openStep(page, 'Pilot')
  await page.getByRole('button', { name: 'New placement' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(placement)
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect(page.getByRole('checkbox', { name: placement })).toBeChecked()
  await page.getByRole('slider', { name: 'Share of the viewers in the pilot' }).press('End')
  await page.getByRole('button', { name: 'Save the pilot' }).click()
  const testPage = page.getByRole('link', { name: 'Open the test page' })
  const address = await testPage.getAttribute('href')
  return address?.split('/').at(-1) ?? ''
}

export async function openStep(page: Page, step: string): Promise<void> {
  await stepLink(page, step).click()
}

export async function expectStepDone(page: Page, step: string): Promise<void> {
  await expect(stepLink(page, step)).toHaveAccessibleName(/done/i)
}

function stepLink(page: Page, step: string) {
  return page.getByRole('navigation', { name: 'Steps of the campaign' }).getByRole('link', {
    name: new RegExp(`^(\\d\\.? ?)?${step}`),
  })
}
