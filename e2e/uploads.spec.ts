import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, type Page, test } from '@playwright/test'
import { zipSync } from 'fflate'
import sharp from 'sharp'
import { openUploads } from './open-uploads'
import { expectAccessible } from './studio'

const FIXTURES = '../shared/fixtures/images/valid'
const MANY = 500
/** A task that keeps the page from answering for so long is felt. */
const FELT_MS = 200

const chooseFiles = (page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.getByLabel('Choose files').setInputFiles(files)
const noise = (sidePx: number) =>
  sharp({
    create: {
      ...{ width: sidePx, height: sidePx, channels: 3, background: '#888888' },
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .png()
    .toBuffer()

test('an upload goes on where the connection broke, also after a reload', async ({
  page,
  context,
}) => {
  test.setTimeout(240_000)
  await openUploads(page)
  await expectAccessible(page)
  const pictures = await Promise.all([900, 910, 920, 930, 940].map(noise))
  const entries = pictures.map((bytes, at) => [`shoot/noise ${at}.png`, bytes] as const)
  const zip = Buffer.from(zipSync(Object.fromEntries(entries), { level: 0 }))
  expect(zip.byteLength).toBeGreaterThan(10_000_000)
  // A file on the disk: it is known again by its name, size and time.
  const file = test.info().outputPath('shoot.zip')
  writeFileSync(file, zip)

  const resumedAt: number[] = []
  let isCut = false
  await page.route('**/api/v1/uploads/*', async (route) => {
    const request = route.request()
    if (request.method() !== 'PATCH') return route.continue()
    const offset = Number(request.headers()['upload-offset'])
    if (offset > 0 && !isCut) {
      isCut = true
      await context.setOffline(true)
      return route.abort('internetdisconnected')
    }
    if (isCut) resumedAt.push(offset)
    return route.continue()
  })
  await page.getByLabel('Choose files').setInputFiles(file)
  await expect(page.getByText('No connection: uploads are paused')).toBeVisible({ timeout: 60_000 })
  await context.setOffline(false)
  page.on('dialog', (dialog) => void dialog.accept())
  await page.reload()
  await expect(page.getByText('One file has not arrived in full')).toBeVisible()
  await page.getByLabel('Choose files').setInputFiles(file)
  await expect(page.getByText('Unpacked: 5 files.')).toBeVisible({ timeout: 90_000 })
  // What had arrived before the cut was not sent again.
  expect(resumedAt.length).toBeGreaterThan(0)
  expect(Math.min(...resumedAt)).toBeGreaterThan(0)
  await expect(page.getByText('Added', { exact: true })).toHaveCount(6, { timeout: 120_000 })
  await expectAccessible(page)
})

test('a sheet of copy is mapped, checked and imported', async ({ page }) => {
  await openUploads(page)
  const csv = 'Headline,Button\nWarm from the first step,Look inside\n=1+1,Go\n'
  await chooseFiles(page, [{ name: 'copy.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) }])
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Check all rows' }).click()
  await expect(dialog.getByText('Row 3, Headline: It is a formula')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByText('Import the good rows').click()
  await dialog.getByRole('button', { name: 'Import', exact: true }).click()
  await expect(page.getByText('3 texts were added.').first()).toBeVisible()
})

const title = existsSync(FIXTURES)
  ? `${MANY} pictures in one drop, and the page answers all the while`
  : `${MANY} pictures in one drop (skipped: ../shared/fixtures is missing)`
test(title, async ({ page }) => {
  test.skip(!existsSync(FIXTURES), '../shared/fixtures is missing')
  test.setTimeout(900_000)
  const sources = readdirSync(FIXTURES)
    .filter((name) => /\.(webp|avif|jpg|png)$/.test(name))
    .map((name) => readFileSync(`${FIXTURES}/${name}`))
  const files = await Promise.all(
    Array.from({ length: MANY }, async (_, at) => ({
      name: `shoot-${String(at).padStart(3, '0')}.jpg`,
      mimeType: 'image/jpeg',
      buffer: await sharp(sources[at % sources.length])
        .flatten()
        .resize(240, 160, { fit: 'cover' })
        .modulate({ hue: (at * 37) % 360, brightness: 0.7 + (at % 9) / 15 })
        .jpeg({ quality: 70 })
        .toBuffer(),
    })),
  )
  await openUploads(page)
  await page.evaluate(() => {
    const tasks: number[] = []
    Reflect.set(window, 'longTasks', tasks)
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) tasks.push(duration)
    }).observe({ type: 'longtask' })
  })
  const startedAtMs = Date.now()
  await chooseFiles(page, files)
  await expect(page.getByText(`All ${MANY}`)).toBeVisible()
  await page
    .getByRole('group', { name: `Files, ${MANY}` })
    .evaluate((list) => list.scrollTo(0, 9_000))
  await expect(page.getByText('All files have been dealt with')).toBeVisible({ timeout: 840_000 })
  const tasks = await page.evaluate(() => Reflect.get(window, 'longTasks') as number[])
  const felt = tasks.filter((durationMs) => durationMs > FELT_MS)
  const longest = Math.max(0, ...tasks)
  test.info().annotations.push({
    type: 'measured',
    description: `${(Date.now() - startedAtMs) / 1000} s; ${tasks.length} tasks over 50 ms, the longest ${longest} ms`,
  })
  // One, at most, while hundreds of files are read from the drop.
  expect(felt.length).toBeLessThanOrEqual(2)
  await page.getByText(/^Done/).click()
})
