// The inbox: what arrived, how far its reading is, and the files that need attention.
import type { Locator, Page } from 'playwright-core'
import { w } from '../words.ts'

const screeningTimeoutMs = 180_000

export function inboxScreen(page: Page) {
  const row = (fileName: string): Locator => page.getByRole('row').filter({ hasText: fileName })
  return {
    async open(): Promise<void> {
      await page.keyboard.press('Control+2')
      await page.getByRole('heading', { name: w.inbox.title }).waitFor()
    },
    /** The dialog's answer must have been chosen before. */
    async takeIn(): Promise<void> {
      await page.getByRole('button', { name: w.inbox.pick }).click()
    },
    async chooseWatchedFolder(): Promise<void> {
      await page.getByRole('button', { name: w.inbox.chooseFolder }).click()
      await page
        .getByText(w.inbox.watching.split('」')[1] ?? '', { exact: false })
        .first()
        .waitFor()
    },
    /** Waits until every page of the scan was screened. */
    async screened(fileName: string): Promise<void> {
      await row(fileName)
        .getByText(
          new RegExp(
            [w.common.verdict.flagged, w.common.verdict.check, w.common.verdict['nothing-found']].map(quoted).join('|'),
          ),
        )
        .waitFor({ timeout: screeningTimeoutMs })
    },
    async verdictOf(fileName: string): Promise<string> {
      return row(fileName).innerText()
    },
    async arrived(fileName: string): Promise<void> {
      await row(fileName).waitFor({ timeout: screeningTimeoutMs })
    },
    async refused(fileName: string, reason: string): Promise<void> {
      await page.getByText(fileName).filter({ hasText: reason }).first().waitFor({ timeout: screeningTimeoutMs })
    },
    async review(fileName: string): Promise<void> {
      await row(fileName).dblclick()
      await page.getByRole('heading', { name: new RegExp(quoted(w.review.title.split(' ')[0] ?? '')) }).waitFor()
    },
    row,
  }
}

function quoted(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
