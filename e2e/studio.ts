import { readFileSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { z } from 'zod'

const accessSchema = z.object({
  email: z.string(),
  password: z.string(),
  placementId: z.string(),
  campaignId: z.string(),
  draftCampaignId: z.string(),
})

/** How to sign in to the seeded studio; written by its start. */
export function readAccess(): z.infer<typeof accessSchema> {
  return accessSchema.parse(JSON.parse(readFileSync('.intarsia/e2e.json', 'utf8')))
}

export async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await fillSignIn(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible()
}

export async function fillSignIn(page: Page): Promise<void> {
  const { email, password } = readAccess()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** What is wrong with the page as it is by WCAG 2.2 A and AA, as `rule: elements`. */
export async function listViolations(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    // What is inside an ad's frame is tested where ads are assembled.
    .exclude('iframe')
    .analyze()
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  )
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await listViolations(page)).toEqual([])
}

/** Calls the API as the person who is signed in on the page. */
export async function callApi(
  page: Page,
  method: string,
  path: string,
  body?: unknown,
): Promise<unknown> {
  const answer = await page.evaluate(
    async ([verb, address, json]) => {
      const response = await fetch(address, {
        method: verb,
        headers: { 'content-type': 'application/json' },
        body: json,
      })
      return { isOk: response.ok, text: await response.text() }
    },
    [method, path, JSON.stringify(body)] as const,
  )
  expect(answer.isOk, `${method} ${path}: ${answer.text}`).toBe(true)
  return JSON.parse(answer.text)
}
