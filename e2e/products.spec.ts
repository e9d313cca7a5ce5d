import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, type Page, test } from '@playwright/test'
import { z } from 'zod'
import { signBody } from '@/lib/http/signed-body'
import { PICTURES } from '@/scripts/seed/pictures/pictures'
import { renderPhoto } from '@/scripts/seed/pictures/render-picture'
import { createCampaign, fillSlots, planPilot, setObjectives } from './campaign-steps'
import { createWorkspace } from './share-workspace'
import { callApi, expectAccessible } from './studio'

// A shop sends its feed; a marketer chooses products of it for a grid; ads show those in stock at
// the price of the moment, and their picture when too few are left.

const NAMES = ['Ridge jacket', 'Rain trousers', 'Wool hat', 'Trail boots']
/** Pictures come with the next round: a minute, and half of one until it is begun. */
const FETCHED = { timeout: 180_000 }

let shop: Server
let shopUrl: string

test.beforeAll(async () => {
  const pictures = await Promise.all(
    PICTURES.slice(0, NAMES.length).map(({ draw }) => renderPhoto(draw(7))),
  )
  shop = createServer((request, response) => {
    response.end(pictures[Number(request.url?.slice(1))])
  })
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve))
  shopUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
})
test.afterAll(() => {
  shop.close()
})

test('products of a shop are in its ads while they are in stock', async ({ page, baseURL }) => {
  test.setTimeout(420_000)
  await createWorkspace(page, 'Products')
  const feed = z
    .object({ id: z.string(), secret: z.string(), pushUrl: z.string() })
    .parse(await callApi(page, 'POST', '/api/v1/feeds', { kind: 'stock', name: 'Shop' }))
  const push = async (soldOut: readonly string[] = []) => {
    const rows = NAMES.map((name, index) => {
      const stock = soldOut.includes(name) ? 'out of stock' : 'in stock'
      return `p${index},${name},${baseURL}/demo/shop?p=${index},${shopUrl}/${index},${index + 1}9.90 EUR,${stock}`
    })
    const content = ['id,title,link,image_link,price,availability', ...rows].join('\n')
    const answer = await page.request.post(feed.pushUrl, {
      headers: {
        'content-type': 'text/csv',
        'x-intarsia-signature': signBody(feed.secret, content, Date.now()),
      },
      data: content,
    })
    expect(answer.status(), await answer.text()).toBe(200)
  }
  await push()

  const campaign = await createCampaign(page, 'Shop window')
  await setObjectives(page, `${baseURL}/demo/shop`)
  await fillSlots(page)
  await test.step('products are chosen for a grid, and put in order', async () => {
    await page.getByRole('radio', { name: /^Grid/ }).click()
    const card = page.locator('#products')
    await card.getByRole('button', { name: 'Choose products' }).click()
    const sheet = page.getByRole('dialog', { name: 'Choose products' })
    await sheet.getByRole('searchbox').fill('wool')
    await sheet.getByRole('checkbox', { name: 'Wool hat' }).click()
    await sheet.getByRole('searchbox').fill('')
    for (const name of NAMES.filter((each) => each !== 'Wool hat')) {
      await sheet.getByRole('checkbox', { name }).click()
    }
    await expect(sheet.getByText('4 of 24 chosen')).toBeVisible()
    await expectAccessible(page)
    await sheet.getByRole('button', { name: 'Done' }).click()
    await card.getByRole('button', { name: 'Show Wool hat later' }).click()
    await expect(card.getByRole('listitem').nth(1)).toContainText('Wool hat')
    await page.getByRole('button', { name: 'Save assets' }).click()
    await expect(card.getByText('Picture is being fetched')).toHaveCount(0, FETCHED)
    await expect(card).toContainText('€19.90')
    await expectAccessible(page)
  })
  await test.step('the preview shows them as ads will', async () => {
    const frame = page.frameLocator('iframe').last()
    await expect(frame.locator('img.q')).toHaveCount(3)
    await expect(frame.getByText('€19.90')).toBeVisible()
  })

  const placement = await planPilot(page, `Window, ${campaign.id}`)
  await page.getByRole('button', { name: 'Publish', exact: true }).first().click()
  await expect(page.getByRole('button', { name: 'Published' }).first()).toBeVisible()
  const show = (expected: readonly string[]) => expectShown(page, placement, expected)
  await show(['Ridge jacket', 'Wool hat', 'Rain trousers'])
  await push(['Wool hat'])
  await show(['Ridge jacket', 'Rain trousers', 'Trail boots'])
  await push(['Wool hat', 'Rain trousers'])
  await show([])
})

const adSchema = z.object({ arm: z.string(), html: z.string() })

/** The products of a dynamic ad, in their order; the static one never has any. */
async function expectShown(page: Page, placement: string, expected: readonly string[]) {
  await expect(async () => {
    const answer = await page.request.get(`/api/serve/${placement}?format=json&html=1`)
    const { arm, html } = adSchema.parse(await answer.json())
    expect(arm).toBe('dynamic')
    const shown = [...html.matchAll(/<img class="q"[^>]*alt="([^"]*)"/g)].map(([, name]) => name)
    expect(shown).toEqual(expected)
  }).toPass({ timeout: 20_000 })
}
