// One case: its letters, its events, its dates; and the way to its wipe.
import type { Page } from 'playwright-core'
import type { CaseEvent } from '../../../shared/cases.ts'
import type { LetterKind } from '../../../shared/letters.ts'
import { fill, w } from '../words.ts'
import { choose } from './choose.ts'

const letterTimeoutMs = 60_000

export function caseScreen(page: Page) {
  return {
    async open(number: string): Promise<void> {
      await page.keyboard.press('Control+3')
      await page.getByRole('heading', { name: w.case.listTitle, exact: true }).waitFor()
      await page.getByRole('row').filter({ hasText: number }).click()
      await page.getByRole('heading', { name: `${w.desk.case} ${number}` }).waitFor()
    },
    /** The letter that is offered first: shown whole while it is written, then made. */
    async makeLetter(kind: LetterKind): Promise<void> {
      await page.getByRole('button', { name: fill(w.letters.make, { letter: w.letters.name[kind] }) }).click()
      await page.getByRole('region', { name: w.letters.preview }).locator('img').waitFor({ timeout: letterTimeoutMs })
      await page.getByRole('button', { name: w.letters.keep }).click()
      await page.getByRole('button', { name: w.case.saveNotice }).waitFor()
      await page.getByRole('dialog').locator('img').first().waitFor({ timeout: letterTimeoutMs })
    },
    /** The dialog's answer must have been chosen before. */
    async saveLetter(): Promise<void> {
      await page.getByRole('button', { name: w.case.saveNotice }).click()
    },
    async closeLetter(): Promise<void> {
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    },
    /** By ordinary mail when there is no number. */
    async dispatchLetter(trackingNumber: string | null): Promise<void> {
      await page.getByRole('button', { name: w.case.dispatch, exact: true }).click()
      const dialog = page.getByRole('dialog')
      if (trackingNumber === null) await choose(page, dialog, w.posted.serviceLabel, w.posted.service.ordinary)
      else await page.getByLabel(w.case.tracking).fill(trackingNumber)
      await this.recordDispatch()
    },
    /** In the dialog of a dispatch, as it begins. */
    async recordDispatch(): Promise<void> {
      await page.getByRole('button', { name: w.case.recordNow }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    },
    async record(event: CaseEvent): Promise<void> {
      await page.getByRole('button', { name: w.case.event[event], exact: true }).click()
      await page.getByRole('heading', { name: fill(w.case.recordTitle, { event: w.case.event[event] }) }).waitFor()
      await page.getByRole('button', { name: w.case.recordNow }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    },
    async inState(state: keyof typeof w.common.caseState): Promise<void> {
      await page.getByText(w.common.caseState[state], { exact: true }).first().waitFor()
    },
    /** The card of the deadlines as a person reads it. */
    async deadlines(): Promise<string> {
      return page.getByRole('region', { name: w.case.deadlines }).innerText()
    },
    async openScan(arrivalNumber: string): Promise<void> {
      await page.getByRole('button', { name: fill(w.case.openScan, { number: arrivalNumber }) }).click()
    },
    async scanNumbers(): Promise<string[]> {
      const texts = await page.getByRole('list', { name: w.case.scans }).getByRole('listitem').allInnerTexts()
      return texts.map((text) => /A-\d+/.exec(text)?.[0] ?? '').filter((number) => number !== '')
    },
    async toWipe(): Promise<void> {
      await page.getByRole('button', { name: w.case.toWipe }).click()
    },
  }
}
