// The administrator's screens that journeys need: adding people to the desk.
import type { Page } from 'playwright-core'
import type { Role } from '../../../shared/roles.ts'
import { w } from '../words.ts'
import type { Account } from './door.ts'

export function staffScreen(page: Page) {
  return {
    async open(): Promise<void> {
      await page.keyboard.press('Control+6')
      await page.getByRole('heading', { name: w.staff.title, exact: true }).waitFor()
    },
    async add(account: Account, roles: readonly Role[]): Promise<void> {
      await page.getByRole('button', { name: w.staff.add }).first().click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(w.staff.loginName).fill(account.loginName)
      await dialog.getByLabel(w.staff.displayName).fill(account.displayName)
      for (const role of roles) await dialog.getByRole('checkbox', { name: w.staff.rolesHint[role] }).check()
      await dialog.getByLabel(w.staff.firstPassword, { exact: true }).fill(account.password)
      await dialog.getByLabel(w.door.passwordAgain).fill(account.password)
      await dialog.getByRole('button', { name: w.staff.add }).click()
      await dialog.waitFor({ state: 'hidden' })
      await page.getByRole('row').filter({ hasText: account.displayName }).waitFor()
    },
  }
}
