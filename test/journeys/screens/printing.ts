// Letters that wait to be printed and posted: the run with its stop button, the labels.
import type { Locator, Page } from 'playwright-core'
import type { LabelSheet } from '../../../shared/labels.ts'
import type { PrintRun } from '../../../shared/printing.ts'
import { fill, w } from '../words.ts'

const runTimeoutMs = 120_000

export function printingScreen(page: Page) {
  const filter = (which: keyof typeof w.printing.filterOf): Locator =>
    page
      .getByRole('radiogroup', { name: w.printing.filter })
      .locator('label')
      .filter({ hasText: w.printing.filterOf[which] })
  return {
    async open(): Promise<void> {
      await page.keyboard.press('Control+0')
      await page.getByRole('heading', { name: w.printing.title, exact: true }).waitFor()
    },
    async show(which: keyof typeof w.printing.filterOf): Promise<void> {
      await filter(which).filter({ visible: true }).first().click()
    },
    /** How many letters it says there are. */
    async shows(which: keyof typeof w.printing.filterOf, count: number): Promise<void> {
      await page.getByText(`${w.printing.filterOf[which]} ${count}`, { exact: true }).first().waitFor()
    },
    row: (number: string): Locator => page.getByRole('row').filter({ hasText: number }),
    async tick(number: string): Promise<void> {
      await page.getByRole('checkbox', { name: fill(w.printing.tick, { number }) }).click()
    },
    /** Of what is ticked, on the standard printer. */
    async beginRun(): Promise<void> {
      await page.getByRole('button', { name: w.printing.run }).click()
    },
    async run(): Promise<void> {
      await this.beginRun()
      await page.getByRole('dialog').getByRole('button', { name: w.common.print, exact: true }).click()
    },
    async running(): Promise<void> {
      await page.getByRole('button', { name: w.printing.stop }).waitFor()
    },
    async stop(): Promise<void> {
      await page.getByRole('button', { name: w.printing.stop }).click()
      await page.getByText(w.printing.stopping).waitFor()
    },
    /** What the screen says of the run that has ended. */
    async ended(by: PrintRun['endedBy']): Promise<string> {
      const report = page
        .getByRole('main')
        .locator('[role=status], [role=alert]')
        .filter({ hasText: w.printing.ended[by] })
      await report.waitFor({ timeout: runTimeoutMs })
      return report.innerText()
    },
    async closeReport(): Promise<void> {
      await page.getByRole('button', { name: w.common.close }).first().click()
    },
    async beginLabels(sheet: LabelSheet, first: number): Promise<Locator> {
      await page.getByRole('button', { name: w.printing.labels }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(w.printing.labelSheetOf[sheet]).click()
      await dialog.getByRole('radio', { name: fill(w.printing.labelPlace, { n: first }), exact: true }).click()
      return dialog
    },
    async printLabels(sheet: LabelSheet, first: number): Promise<void> {
      const dialog = await this.beginLabels(sheet, first)
      await dialog.getByRole('button', { name: w.common.print, exact: true }).click()
      const choice = page.getByRole('dialog').filter({ hasText: w.common.choosePrinter })
      await choice.getByRole('button', { name: w.common.print, exact: true }).click()
      await choice.waitFor({ state: 'hidden' })
    },
  }
}
