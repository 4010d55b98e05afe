// Chooses from a list that drops down, as a person would: opens it, takes the option.
import type { Locator, Page } from 'playwright-core'

export async function choose(page: Page, within: Locator, label: string, option: string): Promise<void> {
  const field = within.getByRole('combobox', { name: label }).or(within.getByRole('textbox', { name: label }))
  await field.first().click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
