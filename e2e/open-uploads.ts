import { expect, type Page } from '@playwright/test'
import { signIn } from './studio'

/** The upload page of the seeded workspace, with an empty list. */
export async function openUploads(page: Page): Promise<void> {
  await signIn(page)
  await page.goto('/library/upload')
  await expect(page.getByRole('heading', { level: 1, name: 'Upload' })).toBeVisible()
  // What an earlier test uploaded is still listed.
  await page.waitForLoadState('networkidle')
  const clear = page.getByRole('button', { name: 'Clear this list' })
  if (await clear.isVisible()) await clear.click()
  await expect(clear).toBeHidden()
}
