import { expect, type Page, type Response, test } from '@playwright/test'
import { expectAccessible, signIn } from './studio'

const SCREENS = [
  { name: 'on a desktop', width: 1440, height: 900 },
  { name: 'on a phone', width: 390, height: 844 },
]

interface ListAnswer {
  items: { id: string; name: string }[]
  total: number | null
}

for (const { name, width, height } of SCREENS) {
  test(`10,000 assets are scrolled, found, tagged, undone and compared, ${name}`, async ({
    page,
  }) => {
    test.setTimeout(300_000)
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await signIn(page)
    await openLargeLibrary(page)
    const isPhone = width < 1024

    await test.step('to the end without a page dropped', async () => {
      const listed = collectPages(page)
      await page.goto('/library?density=compact')
      const { total } = await readList(page, 'limit=1')
      await expect(page.getByText(`${(total ?? 0).toLocaleString('en')} assets`)).toBeVisible()
      await expectAccessible(page)
      const loaded = page.getByTestId('asset-window')
      await expect
        .poll(
          async () => {
            await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
            return loaded.getAttribute('data-loaded')
          },
          { timeout: 150_000 },
        )
        .toBe(String(total))
      const order = await listed()
      expect(order).toHaveLength(total ?? 0)
      expect(new Set(order).size).toBe(total)
      const oldest = (await readList(page, 'limit=1&order=asc')).items[0]
      expect(order.at(-1)).toBe(oldest?.id)
      await expectRows(page, order)
      for (const share of [0.5, 0.21, 0.83, 0]) {
        await page.evaluate((at) => window.scrollTo(0, document.body.scrollHeight * at), share)
        await expectRows(page, order)
      }
    })

    await test.step('by words and by facets', async () => {
      await page.goto('/library')
      await page.getByRole('searchbox', { name: 'Search the library' }).fill('kettle hero')
      const found = await readList(page, 'limit=1&search=kettle+hero')
      await expect(page.getByText(`${found.total} assets`, { exact: true })).toBeVisible()
      if (isPhone) await page.getByRole('button', { name: 'Filters' }).click()
      await page.getByRole('checkbox', { name: 'Headline' }).click()
      await expect(page).toHaveURL(/kind=headline/)
      if (isPhone) {
        await expectAccessible(page)
        await page.getByRole('button', { name: 'Close' }).click()
      }
      const both = await readList(page, 'limit=1&search=kettle+hero&kind=headline')
      await expect(page.getByText(`${both.total} assets`, { exact: true })).toBeVisible()
      await page.getByRole('button', { name: 'Clear all' }).click()
      await expect(page).not.toHaveURL(/kind=/)
    })

    await test.step('selected by keys, tagged, and taken back', async () => {
      await page.goto('/library?kind=image&sort=name')
      const cells = page.getByRole('gridcell')
      await cells.first().focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Shift+ArrowRight')
      await page.keyboard.press('Shift+ArrowRight')
      await expect(page.getByText('3 selected')).toBeVisible()
      await page.keyboard.press('Control+a')
      const images = await readList(page, 'limit=1&kind=image')
      await expect(page.getByText(`${images.total} selected`)).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(page.getByText(/selected$/)).toBeHidden()
      await cells.first().focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Shift+ArrowRight')
      const { total: before } = await readList(page, 'limit=1&tag=journey')
      await page.getByRole('button', { name: 'Tag', exact: true }).click()
      const popover = page.getByRole('dialog', { name: 'Tag the selected assets' })
      await popover.getByLabel('Tags').click()
      await page.getByRole('combobox', { name: 'Search' }).fill('journey')
      await page.keyboard.press('Enter')
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: 'Add', exact: true }).click()
      await expect(page.getByText('Tagged journey: 2 assets')).toBeVisible()
      expect((await readList(page, 'limit=1&tag=journey')).total).toBe((before ?? 0) + 2)
      await page.getByRole('button', { name: 'Undo' }).click()
      await expect(page.getByText('Taken back: 2 assets')).toBeVisible()
      expect((await readList(page, 'limit=1&tag=journey')).total).toBe(before)
    })

    await test.step('opened, and compared side by side', async () => {
      await page.goto('/library?kind=image&sort=name')
      const cells = page.getByRole('gridcell')
      await cells.first().focus()
      await page.keyboard.press('Enter')
      const dialog = page.getByRole('dialog')
      await expect(dialog.getByRole('tab', { name: 'Versions' })).toBeVisible()
      await expectAccessible(page)
      const opened = page.url()
      await dialog.getByRole('button', { name: 'The next one' }).click()
      await expect(page).not.toHaveURL(opened)
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
      await cells.first().focus()
      await page.keyboard.press('Space')
      await page.keyboard.press('Shift+ArrowRight')
      await page.getByRole('button', { name: 'Compare' }).click()
      await expect(page.getByRole('heading', { name: 'Compare 2 assets' })).toBeVisible()
      await page.getByRole('button', { name: 'Larger' }).click()
      const places = await page
        .getByTestId('compared-picture')
        .evaluateAll((pictures) => pictures.map((one) => (one as HTMLElement).style.transform))
      expect(places).toHaveLength(2)
      expect(new Set(places).size).toBe(1)
      expect(places[0]).toContain('scale(1.5)')
      await expectAccessible(page)
      await page.keyboard.press('Escape')
      await expect(page).not.toHaveURL(/compare=/)
    })
  })
}

test('assets are dragged onto a tag, and a view is saved and shared', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await signIn(page)
  await openLargeLibrary(page)
  await page.goto('/library?kind=headline&rights=not_yet&layout=table')
  const rows = page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Select / }) })
  const id = await rows.first().getAttribute('data-asset')
  const before = await readTags(page, id)
  const shown = await page
    .locator('[data-facet^="tag:"]')
    .evaluateAll((values) => values.map((one) => one.getAttribute('data-facet')?.slice(4) ?? '-'))
  const tag = shown.find((one) => one !== '-' && !before.includes(one)) ?? ''
  await rows.first().dragTo(page.locator(`[data-facet="tag:${tag}"]`))
  await expect(page.getByText(`Tagged ${tag}: one asset`)).toBeVisible()
  expect(await readTags(page, id)).toContain(tag)
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByText('Taken back: one asset')).toBeVisible()

  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Save this view…' }).click()
  await page.getByLabel('Name').fill('Rights to come')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(page.getByText('Saved as “Rights to come”')).toBeVisible()
  await page.goto('/library')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByRole('menuitem', { name: 'Rights to come' }).click()
  await expect(page).toHaveURL(/layout=table/)
  await expect(page).toHaveURL(/rights=not_yet/)
  await expect(page.getByRole('columnheader', { name: 'Rights until' })).toBeVisible()
  await expectAccessible(page)
})

/** The workspace with 10,000 assets that the studio of the journeys has beside the demonstration. */
async function openLargeLibrary(page: Page): Promise<void> {
  const me = (await (await page.request.get('/api/v1/me')).json()) as {
    workspaces: { id: string; name: string }[]
  }
  const workspace = me.workspaces.find(({ name }) => name === 'Large library')
  const { origin } = new URL(page.url())
  await page
    .context()
    .addCookies([{ name: 'intarsia_workspace', value: workspace?.id ?? '', url: origin }])
}

async function readList(page: Page, query: string): Promise<ListAnswer> {
  const answer = await page.request.get(`/api/v1/assets?renditions=none&${query}`)
  return (await answer.json()) as ListAnswer
}

async function readTags(page: Page, assetId: string | null): Promise<string[]> {
  const answer = await page.request.get(`/api/v1/assets/${assetId}`)
  return ((await answer.json()) as { tags: string[] }).tags
}

/** Collects the ids of every page the list reads from now on, in their order. */
function collectPages(page: Page): () => Promise<string[]> {
  const pages: Promise<string[]>[] = []
  const collect = (response: Response) => {
    const { pathname, searchParams } = new URL(response.url())
    if (pathname !== '/api/v1/assets' || searchParams.get('limit') !== '100') return
    pages.push(response.json().then((answer: ListAnswer) => answer.items.map(({ id }) => id)))
  }
  page.on('response', collect)
  return async () => {
    page.off('response', collect)
    return (await Promise.all(pages)).flat()
  }
}

/** What stands in each place in sight is what the list has there, and nothing is still to come. */
async function expectRows(page: Page, order: readonly string[]): Promise<void> {
  await expect(page.getByLabel('Loading')).toHaveCount(0)
  const seen = await page
    .locator('[data-asset]')
    .evaluateAll((cells) =>
      cells.map((cell) => [
        Number(cell.getAttribute('data-index')),
        cell.getAttribute('data-asset'),
      ]),
    )
  expect(seen.length).toBeGreaterThan(8)
  for (const [index, id] of seen) expect(id).toBe(order[Number(index)])
}
