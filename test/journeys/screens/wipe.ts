// Close and wipe: the plan, the confirmation by the case's number, the stages, the certificate.
import type { Page } from 'playwright-core'
import { fill, w } from '../words.ts'

const wipeTimeoutMs = 120_000

export function wipeScreen(page: Page) {
  return {
    async planned(): Promise<void> {
      await page.getByText(w.wipe.plan).first().waitFor()
    },
    async blockedBy(blocker: keyof typeof w.wipe.blocker): Promise<void> {
      await page.getByText(w.wipe.blocker[blocker]).waitFor()
    },
    async tickEverythingOutside(): Promise<void> {
      for (const label of Object.values(w.wipe.outside)) await page.getByRole('checkbox', { name: label }).check()
    },
    async start(caseNumber: string): Promise<void> {
      await page.getByLabel(fill(w.wipe.typeNumber, { number: caseNumber })).fill(caseNumber)
      await page.getByRole('button', { name: w.wipe.start }).click()
    },
    async wiped(): Promise<void> {
      await page.getByText(w.wipe.doneTitle).waitFor({ timeout: wipeTimeoutMs })
    },
    /** The figures of the verification as a person reads them. */
    async verification(): Promise<string> {
      return page.getByRole('region', { name: w.wipe.verification }).innerText()
    },
    async certificateShown(): Promise<void> {
      await page
        .getByRole('img', { name: fill(w.wipe.certificatePicture, { page: 1 }) })
        .waitFor({ timeout: wipeTimeoutMs })
    },
    /** The dialog's answer must have been chosen before. */
    async saveCertificate(as: 'pdf' | 'json'): Promise<void> {
      await page.getByRole('button', { name: as === 'pdf' ? w.wipe.savePdf : w.wipe.saveJson }).click()
    },
  }
}
