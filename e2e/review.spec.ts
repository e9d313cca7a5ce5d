import { expect, type Page, test } from '@playwright/test'
import { drawEmblem } from '@/scripts/seed/pictures/logo'
import { renderLogo } from '@/scripts/seed/pictures/render-picture'
import { shareWorkspace } from './share-workspace'
import { expectAccessible } from './studio'

// One picture between two people: a word on a spot of it, a change, and an approval by key.

const ASK = 'Leave more room on the left.'
const SPOT = 'Too close to the edge.'

const SIZES = [
  { screen: 'a desktop', viewport: { width: 1440, height: 900 } },
  { screen: 'a phone', viewport: { width: 390, height: 844 } },
]

for (const { screen, viewport } of SIZES) {
  test(`a picture goes through review by a second person, on ${screen}`, async ({
    page,
    browser,
  }) => {
    const colleague = await shareWorkspace(page, browser, `Review on ${screen}`)
    await page.setViewportSize(viewport)
    await colleague.setViewportSize(viewport)

    await test.step('who made it sends it to review, and can’t approve it', async () => {
      await upload(page)
      await openTab(page, 'Review')
      await sendToReview(page)
      await expect(sheetOf(page).getByRole('button', { name: /^Approve/ })).toBeDisabled()
      await page.goto('/review')
      await expect(page.getByText('Nothing waits for you')).toBeVisible()
    })
    await test.step('a second person puts a pin on it by keyboard, and asks for changes', async () => {
      await openInInbox(colleague)
      await pinByKeyboard(colleague)
      await expectAccessible(colleague)
      await colleague.getByRole('button', { name: /^Ask for changes/ }).click()
      const dialog = colleague.getByRole('dialog', { name: 'Ask for changes' })
      await dialog.getByRole('button', { name: 'Ask for changes' }).click()
      await expect(dialog.getByText('Say it in a few words.')).toBeVisible()
      await dialog.getByLabel('What should be changed?').fill(ASK)
      await dialog.getByRole('button', { name: 'Ask for changes' }).click()
      await expect(colleague.getByText('Nothing waits for you')).toBeVisible()
    })
    await test.step('it comes back with the words, which are answered and resolved', async () => {
      await page.goto('/review?box=returned')
      await page.getByRole('button', { name: /^emblem/ }).click()
      await expect(page.getByText(ASK)).toBeVisible()
      const thread = page.getByRole('listitem').filter({ hasText: SPOT })
      await thread.getByRole('button', { name: 'Resolve' }).click()
      await expect(thread.getByText(/^Resolved by /)).toBeVisible()
      await page.getByRole('link', { name: 'Open it in the library' }).click()
      await sheetOf(page).getByLabel('Name').first().fill('emblem with room')
      await sheetOf(page).getByRole('button', { name: 'Save changes' }).click()
      await sheetOf(page).getByRole('tab', { name: 'Review' }).click()
      await sendToReview(page)
    })
    await test.step('the second person approves it by a key', async () => {
      await openInInbox(colleague)
      await expect(colleague.getByRole('button', { name: /^Approve/ }).last()).toBeEnabled()
      await colleague.getByRole('link', { name: 'Open it in the library' }).focus()
      await colleague.keyboard.press('a')
      await expect(colleague.getByText('Nothing waits for you')).toBeVisible()
      await openTab(page, 'Review')
      await expect(sheetOf(page).getByText('Approved').first()).toBeVisible()
      await expect(sheetOf(page).getByText('Noor Haddad').first()).toBeVisible()
    })
    await colleague.context().close()
  })
}

const sheetOf = (page: Page) => page.getByRole('dialog')

async function upload(page: Page): Promise<void> {
  await page.goto('/library/upload')
  const file = {
    ...{ name: 'emblem logo.png', mimeType: 'image/png' },
    buffer: await renderLogo(drawEmblem()),
  }
  await page.getByLabel('Choose files').setInputFiles([file])
  await expect(page.getByText('All files have been dealt with')).toBeVisible()
}

async function openTab(page: Page, name: string): Promise<void> {
  await page.goto('/library')
  await page.getByRole('gridcell').first().click()
  await sheetOf(page).getByRole('tab', { name }).click()
}

async function sendToReview(page: Page): Promise<void> {
  await sheetOf(page).getByRole('button', { name: 'Submit for review' }).last().click()
  await expect(
    sheetOf(page).getByText('It is your own: somebody else has to approve it.'),
  ).toBeVisible()
}

async function openInInbox(colleague: Page): Promise<void> {
  await colleague.goto('/review')
  await colleague.getByRole('button', { name: /^emblem/ }).click()
}

async function pinByKeyboard(colleague: Page): Promise<void> {
  const put = colleague.getByRole('button', { name: 'Put a pin on the picture' })
  await put.focus()
  await colleague.keyboard.press('Enter')
  const pin = colleague.getByRole('slider', { name: 'New pin' })
  await pin.focus()
  await colleague.keyboard.press('Shift+ArrowLeft')
  await expect(pin).toHaveAttribute('aria-valuetext', '40 % from the left, 50 % from the top')
  await colleague.getByLabel('Comment on this spot').fill(SPOT)
  await colleague.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(colleague.getByRole('button', { name: `Pin 1: ${SPOT}` })).toBeVisible()
}
