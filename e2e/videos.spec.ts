import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import {
  chooseInto,
  createCampaign,
  expectStepDone,
  fillSlots,
  planPilot,
  setObjectives,
} from './campaign-steps'
import { openUploads } from './open-uploads'
import { createWorkspace } from './share-workspace'
import { expectAccessible } from './studio'

const FOLDER = 'scripts/testing/videos'

test('a video is dropped, gets its poster in the browser, and plays in its sheet', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await openUploads(page)
  // Its name says nothing: what it is, is told by its content.
  await page.getByLabel('Choose files').setInputFiles({
    name: 'autumn film.bin',
    mimeType: 'application/octet-stream',
    buffer: readFileSync(`${FOLDER}/h264-with-sound.mp4`),
  })
  const row = page.getByRole('listitem').filter({ hasText: 'autumn film.bin' }).first()
  await expect(row.getByText(/its sound was left out|there as/)).toBeVisible({ timeout: 60_000 })
  const poster = row.locator('img').first()
  await expect(poster).toBeVisible({ timeout: 60_000 })
  await expectAccessible(page)

  await row.getByRole('link', { name: /^Open/ }).click()
  const sheet = page.getByRole('dialog')
  const player = sheet.locator('video')
  await expect(player).toHaveAttribute('poster', /^\/assets\/blobs\/[0-9a-f]{64}\.webp$/)
  await player.evaluate(async (video: HTMLVideoElement) => video.play())
  await expect
    .poll(() => player.evaluate((video: HTMLVideoElement) => video.currentTime))
    .toBeGreaterThan(0)
  await player.evaluate((video: HTMLVideoElement) => video.pause())
  await expectAccessible(page)
  await sheet.getByRole('button', { name: 'Use this frame as the poster' }).click()
  await expect(page.getByText('Poster saved')).toBeVisible()

  const source = (await player.getAttribute('src')) ?? ''
  const part = await page.request.get(source, { headers: { range: 'bytes=4-7' } })
  expect([part.status(), await part.text()]).toEqual([206, 'ftyp'])
})

test('a film plays in the ads of a published campaign', async ({ page, baseURL }) => {
  test.setTimeout(300_000)
  await createWorkspace(page, 'Films')
  await page.goto('/library/upload')
  await page.getByLabel('Choose files').setInputFiles({
    name: 'autumn film.mp4',
    mimeType: 'video/mp4',
    buffer: readFileSync(`${FOLDER}/h264-with-sound.mp4`),
  })
  const row = page.getByRole('listitem').filter({ hasText: 'autumn film.mp4' }).first()
  await expect(row.locator('img').first()).toBeVisible({ timeout: 60_000 })

  const campaign = await createCampaign(page, 'Moving pictures')
  await setObjectives(page, `${baseURL}/demo/shop`)
  await fillSlots(page)
  await page.getByRole('button', { name: 'Add slot' }).click()
  const dialog = page.getByRole('dialog', { name: 'Add a slot' })
  await dialog.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Video' }).click()
  await dialog.getByRole('button', { name: 'Add slot' }).click()
  await chooseInto(page, 'video', ['autumn film'])
  await page.getByRole('button', { name: 'Save assets' }).click()
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Approve/ })
    .click()
  await expectStepDone(page, 'Assets')
  const placement = await planPilot(page, `Film, ${campaign.id}`)
  await page.getByRole('button', { name: 'Publish', exact: true }).first().click()
  await expect(page.getByRole('button', { name: 'Published' }).first()).toBeVisible()

  await page.goto(`/api/serve/${placement}?format=html`)
  const film = page.locator('video.v')
  await expect(film).toHaveJSProperty('muted', true)
  await expect
    .poll(() => film.evaluate((video: HTMLVideoElement) => video.currentTime), { timeout: 20_000 })
    .toBeGreaterThan(0)
  const box = await film.boundingBox()
  expect([box?.x, box?.y].every((value) => value !== undefined && value >= 0)).toBe(true)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await expect(film).toBeHidden()
  await expect(page.locator('img.i').first()).toBeVisible()
})
