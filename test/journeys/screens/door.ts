// Set-up, sign-in and lock, as a person goes through them.
import type { Page } from 'playwright-core'
import { w } from '../words.ts'

export interface Account {
  loginName: string
  displayName: string
  password: string
}

export function doorScreen(page: Page) {
  return {
    /** Makes the administrator on a desk's first start; resolves with the recovery code that was shown. */
    async setUp(account: Account): Promise<string> {
      await page.getByRole('heading', { name: w.door.setUpTitle }).waitFor()
      await page.getByLabel(w.door.loginName).fill(account.loginName)
      await page.getByLabel(w.door.displayName).fill(account.displayName)
      await page.getByLabel(w.door.password, { exact: true }).fill(account.password)
      await page.getByLabel(w.door.passwordAgain).fill(account.password)
      await page.getByRole('button', { name: w.door.createAdministrator }).click()
      await page.getByRole('heading', { name: w.door.recoveryTitle }).waitFor()
      return (await page.getByLabel(w.door.recoveryCode, { exact: true }).innerText()).trim()
    },
    async saveRecoverySheet(): Promise<void> {
      await page.getByRole('button', { name: w.door.saveSheet }).click()
    },
    /** Types the code back from the sheet and goes on. */
    async putRecoveryCodeAway(code: string): Promise<void> {
      await page.getByLabel(w.door.typeBack).fill(code)
      await page.getByText(w.door.typedRight).waitFor()
      await page.getByRole('button', { name: w.door.recoveryDone }).click()
      await page.getByRole('navigation', { name: w.desk.navigation }).waitFor()
    },
    async signIn({ loginName, password }: Pick<Account, 'loginName' | 'password'>): Promise<void> {
      await page.getByRole('heading', { name: w.door.signInTitle }).waitFor()
      await page.getByLabel(w.door.loginName).fill(loginName)
      await page.getByLabel(w.door.password, { exact: true }).fill(password)
      await page.getByRole('button', { name: w.door.signIn }).click()
    },
    /** At the desk; the digest of the day, where there is one, is put away with its one key. */
    async signedIn(): Promise<void> {
      const desk = page.getByRole('navigation', { name: w.desk.navigation })
      const digest = page.getByRole('button', { name: w.digest.goOn })
      await desk.or(digest).waitFor()
      if (await digest.isVisible()) await page.keyboard.press('Enter')
      await desk.waitFor()
    },
    /** The digest stands before the desk; resolves with what it says. */
    async digest(): Promise<string> {
      await page.getByRole('heading', { name: w.digest.title }).waitFor()
      await page.getByRole('list', { name: w.board.counts }).waitFor()
      return page.getByRole('main').innerText()
    },
    /** Signs in with the recovery code and a new password; resolves with the code that replaces it. */
    async recover(loginName: string, code: string, newPassword: string): Promise<string> {
      await page.getByRole('button', { name: w.door.forgot }).click()
      await page.getByLabel(w.door.loginName).fill(loginName)
      await page.getByLabel(w.door.recoveryCode).fill(code)
      await page.getByLabel(w.door.newPassword, { exact: true }).fill(newPassword)
      await page.getByLabel(w.door.passwordAgain).fill(newPassword)
      await page.getByRole('button', { name: w.door.recover }).click()
      await page.getByRole('heading', { name: w.door.recoveryTitle }).waitFor()
      return (await page.getByLabel(w.door.recoveryCode, { exact: true }).innerText()).trim()
    },
    async lock(): Promise<void> {
      await page.keyboard.press('Control+l')
      await page.getByRole('heading', { name: w.door.signInTitle }).waitFor()
    },
    /** Another person takes the seat. */
    async changeTo(account: Account): Promise<void> {
      await this.lock()
      await this.signIn(account)
      await this.signedIn()
    },
    async refused(sentence: string): Promise<void> {
      await page.getByRole('alert').filter({ hasText: sentence }).waitFor()
    },
  }
}
