// What is out in the post: deliveries, returns, addresses looked at again, and the book of a day's dispatches.
import type { Locator, Page } from 'playwright-core'
import type { AddressCheck, PostStanding, ReturnReason } from '../../../shared/post.ts'
import { w } from '../words.ts'

export function postScreen(page: Page) {
  const row = (number: string): Locator => page.getByRole('row').filter({ hasText: number })
  const begin = async (number: string, button: string): Promise<Locator> => {
    await row(number).getByRole('button', { name: button, exact: true }).click()
    return page.getByRole('dialog')
  }
  const record = async (dialog: Locator): Promise<void> => {
    await dialog.getByRole('button', { name: w.case.recordNow }).click()
    await dialog.waitFor({ state: 'hidden' })
  }
  return {
    row,
    async open(): Promise<void> {
      await page.keyboard.press('Control+9')
      await page.getByRole('heading', { name: w.posted.title, exact: true }).waitFor()
    },
    async show(which: keyof typeof w.posted.which): Promise<void> {
      await page
        .getByRole('radiogroup', { name: w.posted.list })
        .getByText(w.posted.which[which], { exact: true })
        .click()
    },
    async stands(number: string, standing: PostStanding): Promise<void> {
      await row(number).getByText(w.posted.standing[standing], { exact: true }).waitFor()
    },
    async delivered(number: string): Promise<void> {
      await record(await begin(number, w.posted.delivered))
    },
    beginReturn: (number: string): Promise<Locator> => begin(number, w.posted.returned),
    async cameBack(number: string, reason: ReturnReason): Promise<void> {
      const dialog = await this.beginReturn(number)
      await dialog.getByRole('radio', { name: w.posted.reason[reason] }).check()
      await record(dialog)
    },
    beginAddressCheck: (number: string): Promise<Locator> => begin(number, w.posted.checkAddress),
    async addressChecked(number: string, how: AddressCheck): Promise<void> {
      const dialog = await this.beginAddressCheck(number)
      await dialog.getByRole('radio', { name: w.posted.how[how] }).check()
      await record(dialog)
    },
    /** By the service that the letter usually goes by, under this number. */
    async outAgain(number: string, trackingNumber: string): Promise<void> {
      const dialog = await begin(number, w.posted.again)
      await dialog.getByLabel(w.case.tracking).fill(trackingNumber)
      await record(dialog)
    },
    async openBook(): Promise<Locator> {
      await page.getByRole('button', { name: w.printing.book }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('table', { name: w.printing.book }).waitFor()
      return dialog
    },
    /** The dialog's answer must have been chosen before. */
    async saveBook(dialog: Locator, as: 'pdf' | 'csv'): Promise<void> {
      await dialog.getByRole('button', { name: w.printing.bookAs[as] }).click()
    },
    async printBook(dialog: Locator): Promise<void> {
      await dialog.getByRole('button', { name: w.common.print, exact: true }).click()
      const choice = page.getByRole('dialog').filter({ hasText: w.common.choosePrinter })
      await choice.getByRole('button', { name: w.common.print, exact: true }).click()
      await choice.waitFor({ state: 'hidden' })
    },
  }
}
