import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { openUploads } from './open-uploads'
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
