// One case: its letters, its events, its dates; and the way to its wipe.
import type { Locator, Page } from 'playwright-core'
import type { ApprovalState, CaseEvent, RefusalReason } from '../../../shared/cases.ts'
import type { LetterKind } from '../../../shared/letters.ts'
import { fill, w } from '../words.ts'
import { choose } from './choose.ts'

const letterTimeoutMs = 60_000

/** What a clerk types into a letter. */
export interface LetterWords {
  text?: string
  until?: string
  refusal?: RefusalReason
}

export function caseScreen(page: Page) {
  return {
    async open(number: string): Promise<void> {
      await page.keyboard.press('Control+3')
      await page.getByRole('heading', { name: w.case.listTitle, exact: true }).waitFor()
      await page.getByRole('row').filter({ hasText: number }).click()
      await page.getByRole('heading', { name: `${w.desk.case} ${number}` }).waitFor()
    },
    async shown(number: string): Promise<void> {
      await page.getByRole('heading', { name: `${w.desk.case} ${number}` }).waitFor()
    },
    async tab(tab: keyof typeof w.case.tab): Promise<void> {
      await page.getByRole('tab', { name: w.case.tab[tab] }).click()
    },
    /** The letter that is offered first, or from the menu: shown whole while it is written, then made. */
    async makeLetter(kind: LetterKind, inputs: LetterWords = {}): Promise<void> {
      await this.beginLetter(kind)
      const dialog = page.getByRole('dialog')
      if (inputs.refusal !== undefined)
        await dialog.getByRole('radio', { name: w.case.refusal[inputs.refusal] }).check()
      if (inputs.until !== undefined) await dialog.getByLabel(w.letters.input.until).fill(inputs.until)
      if (inputs.text !== undefined) await dialog.getByLabel(w.letters.input.text).fill(inputs.text)
      await this.keepLetter()
    },
    async beginLetter(kind: LetterKind): Promise<void> {
      const offered = page.getByRole('button', { name: fill(w.letters.make, { letter: w.letters.name[kind] }) })
      const others = page.getByRole('button', { name: w.letters.others })
      await offered.or(others).first().waitFor()
      if (await offered.isVisible()) return offered.click()
      await others.click()
      await page.getByRole('menuitem', { name: w.letters.name[kind], exact: true }).click()
    },
    async keepLetter(): Promise<void> {
      await page.getByRole('region', { name: w.letters.preview }).locator('img').waitFor({ timeout: letterTimeoutMs })
      await page.getByRole('button', { name: w.letters.keep }).click()
      await page.getByRole('button', { name: w.case.saveNotice }).waitFor()
      await page.getByRole('dialog').locator('img').first().waitFor({ timeout: letterTimeoutMs })
    },
    /** The letter as it is kept, in a dialog of its own; the case's first one. */
    async openLetter(): Promise<void> {
      await page.getByRole('button', { name: w.case.openNotice }).first().click()
      await page.getByRole('dialog').locator('img').first().waitFor({ timeout: letterTimeoutMs })
    },
    /** Of an opened letter that was printed before; the dialog asks why. */
    async beginReprint(): Promise<Locator> {
      await page.getByRole('button', { name: w.printing.reprintTitle }).click()
      return page.getByRole('dialog').filter({ hasText: w.printing.reason })
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
      await this.recordPost()
    },
    /** In a dialog of the post, as it begins. */
    async recordPost(): Promise<void> {
      await page.getByRole('button', { name: w.case.recordNow }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    },
    async record(event: CaseEvent): Promise<void> {
      await page.getByRole('button', { name: w.case.event[event], exact: true }).click()
      await page.getByRole('heading', { name: fill(w.case.recordTitle, { event: w.case.event[event] }) }).waitFor()
      await page.getByRole('button', { name: w.case.recordNow }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    },
    /** What is not one of the next steps stands in the menu. */
    async recordFromMenu(event: CaseEvent, note = ''): Promise<void> {
      await page.getByRole('button', { name: w.course.others }).click()
      await page.getByRole('menuitem', { name: w.case.event[event], exact: true }).click()
      await page.getByRole('heading', { name: fill(w.case.recordTitle, { event: w.case.event[event] }) }).waitFor()
      if (note !== '') await page.getByLabel(w.case.recordNote).fill(note)
      await page.getByRole('button', { name: w.case.recordNow }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
    },
    /** What the menu says of an event that something stands in the way of. */
    async refusedInMenu(event: CaseEvent): Promise<string> {
      await page.getByRole('button', { name: w.course.others }).click()
      const words = await page.getByRole('menuitem', { name: w.case.event[event] }).innerText()
      await page.keyboard.press('Escape')
      return words
    },
    /** Asks for a second person, from the next steps or from the menu. */
    async askApproval(event: CaseEvent, reason: string, refusal: RefusalReason | null = null): Promise<void> {
      const words = fill(w.course.askFor, { event: w.case.event[event] })
      const step = page.getByRole('button', { name: words, exact: true })
      if (await step.isVisible()) await step.click()
      else {
        await page.getByRole('button', { name: w.course.others }).click()
        await page.getByRole('menuitem', { name: words, exact: true }).click()
      }
      const dialog = page.getByRole('dialog')
      if (refusal !== null) await dialog.getByRole('radio', { name: w.case.refusal[refusal] }).check()
      await dialog.getByLabel(w.course.reason).fill(reason)
      await dialog.getByRole('button', { name: w.course.ask, exact: true }).click()
      await dialog.waitFor({ state: 'hidden' })
      await this.approvalIs('waiting')
    },
    /** As the reviewer: gives what is waited for. */
    async approve(): Promise<void> {
      const list = page.getByRole('list', { name: w.course.approvals })
      await list.getByRole('button', { name: w.course.decide }).click()
      await page.getByRole('dialog').getByRole('button', { name: w.course.give }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await this.approvalIs('given')
    },
    async approvalIs(state: ApprovalState): Promise<void> {
      await page.getByRole('list', { name: w.course.approvals }).getByText(w.course.state[state]).first().waitFor()
    },
    /** It stands in the history: what is recorded next stands on it. */
    async happened(event: CaseEvent): Promise<void> {
      const history = page.getByRole('region', { name: w.case.history })
      await history.getByText(w.case.event[event], { exact: true }).first().waitFor()
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
