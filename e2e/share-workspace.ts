import { type Browser, expect, type Page } from '@playwright/test'
import { signIn } from './studio'

/** Signs in, and into a new workspace of one's own. */
export async function createWorkspace(page: Page, name: string): Promise<void> {
  await signIn(page)
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: /^Workspace:/ }).click()
  await page.getByRole('menuitem', { name: 'New workspace…' }).click()
  await page.getByLabel('Name of the workspace').fill(name)
  await page.getByRole('button', { name: 'Create workspace' }).click()
  await expect(page.getByRole('button', { name: `Workspace: ${name}` })).toBeVisible()
}

/** A new workspace of whoever is signed in, and a second person in it who approves for the brand. */
export async function shareWorkspace(page: Page, browser: Browser, name: string): Promise<Page> {
  await createWorkspace(page, name)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('E-mail').fill(`noor.${Date.now()}@agency.example`)
  await dialog.getByRole('button', { name: 'Make the link' }).click()
  const link = await dialog.getByText(/\/invitations\//).textContent()
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const colleague = await context.newPage()
  await colleague.goto(link ?? '')
  await colleague.getByLabel('Your name').fill('Noor Haddad')
  await colleague.getByLabel('Choose a password').fill('a long enough password')
  await colleague.getByRole('button', { name: 'Join the workspace' }).click()
  await expect(colleague.getByRole('heading', { level: 1, name: 'Campaigns' })).toBeVisible()
  await page.reload()
  const row = page.getByRole('row').filter({ hasText: 'Noor Haddad' })
  await row.getByRole('checkbox', { name: 'Brand' }).click()
  await expect(row.getByRole('checkbox', { name: 'Brand' })).toBeChecked()
  return colleague
}
