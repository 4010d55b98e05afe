// The review of a scan: decisions by keys, the masked preview, the step that cannot be undone, filing, paper.
import type { Page } from 'playwright-core'
import type { Decision } from '../../../shared/ipc/parts.ts'
import { fill, startOf, w } from '../words.ts'

const decisionKeys: Record<Decision, string> = {
  'mask-and-keep': '1',
  'mask-and-ask': '2',
  'return-to-sender': '3',
  'false-alarm': '4',
}
const maskingTimeoutMs = 120_000

export interface Requester {
  name: string
  kana: string
  postalCode: string
  address: string
}

export function reviewScreen(page: Page) {
  const findings = page.getByRole('list', { name: w.review.findings })
  const openItems = findings.locator('[role=listitem][data-open=true]')
  return {
    /** The first page is in sight, not its spinner. */
    async pictureShown(): Promise<void> {
      await page
        .getByRole('img', { name: fill(w.common.pictureAlt, { page: 1 }) })
        .first()
        .waitFor()
    },
    /** Findings of the page in sight, as their labels say them. */
    async findings(): Promise<string[]> {
      return Promise.all(
        (await findings.getByRole('listitem').all()).map(async (item) => (await item.getAttribute('aria-label')) ?? ''),
      )
    },
    /** Whether the frame around the finding chosen in the list is whole within the part of the page in sight. */
    async isChosenInSight(): Promise<boolean> {
      const view = await page.getByRole('region', { name: w.review.page, exact: true }).boundingBox()
      const frame = await page.locator('svg g[data-selected=true] rect').first().boundingBox()
      if (view === null || frame === null) return false
      const isWithin = (start: number, length: number, from: number, room: number): boolean =>
        start >= from && start + length <= from + room
      return isWithin(frame.x, frame.width, view.x, view.width) && isWithin(frame.y, frame.height, view.y, view.height)
    },
    /** Decides every open finding of the page in sight alike, by its key, and says that the page was looked at. */
    async decidePage(decision: Exclude<Decision, 'false-alarm'>): Promise<number> {
      let decided = 0
      for (let open = await openItems.count(); open > 0; open = await openItems.count()) {
        await openItems.first().click({ position: { x: 8, y: 8 } })
        await page.keyboard.press(decisionKeys[decision])
        await page.waitForFunction(([selector, before]) => document.querySelectorAll(selector).length < before, [
          '[role=listitem][data-open=true]',
          open,
        ] as const)
        decided += 1
      }
      return decided
    },
    async confirmPage(): Promise<void> {
      await page.getByRole('button', { name: w.review.confirmPage }).click()
      await page.getByRole('button', { name: w.review.confirmed }).waitFor()
    },
    async prepareMasks(): Promise<void> {
      await page.getByRole('button', { name: w.review.prepare, exact: true }).click()
      await page.getByText(w.review.preparedTitle).waitFor({ timeout: maskingTimeoutMs })
    },
    async finish(): Promise<void> {
      await page.getByRole('button', { name: w.review.finish, exact: true }).click()
      await page.getByRole('button', { name: w.review.finishNow }).click()
      await page.getByText(w.review.finishedTitle).waitFor({ timeout: maskingTimeoutMs })
    },
    /** Opens a new case for this scan; resolves with the case's number. */
    async fileIntoNewCase(kind: string, requester: Requester): Promise<string> {
      await page.getByRole('button', { name: w.review.file, exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByRole('tab', { name: w.review.fileNew }).click()
      await dialog.getByRole('combobox', { name: w.case.kind }).or(dialog.getByLabel(w.case.kind)).first().click()
      await page.getByRole('option', { name: kind, exact: true }).click()
      await dialog.getByLabel(w.case.name, { exact: true }).fill(requester.name)
      await dialog.getByLabel(w.case.kana).fill(requester.kana)
      await dialog.getByLabel(w.case.postalCode).fill(requester.postalCode)
      await dialog.getByLabel(w.case.address).fill(requester.address)
      await dialog.getByRole('button', { name: w.review.fileNew }).click()
      return this.caseNumber()
    },
    async fileIntoCase(number: string): Promise<void> {
      await page.getByRole('button', { name: w.review.file, exact: true }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByLabel(w.review.fileInto, { exact: true }).first().fill(number)
      await page.getByRole('option', { name: number }).click()
      await dialog.getByRole('button', { name: w.review.fileNow }).click()
      await dialog.waitFor({ state: 'hidden' })
    },
    /** Of the case that the scan lies in, as the link to it says. */
    async caseNumber(): Promise<string> {
      const link = page.getByRole('button', { name: new RegExp(`^${startOf(w.review.filedIn)}\\d`) })
      await link.waitFor()
      return (await link.innerText()).replace(startOf(w.review.filedIn), '').trim()
    },
    async openCase(): Promise<void> {
      await page.getByRole('button', { name: new RegExp(`^${startOf(w.review.filedIn)}\\d`) }).click()
      await page.getByRole('heading', { name: new RegExp(`^${w.desk.case} \\d`) }).waitFor()
    },
    async settlePaper(how: 'returned' | 'destroyed', initials: [string, string]): Promise<void> {
      await page
        .getByRole('button', { name: how === 'returned' ? w.review.paperReturned : w.review.paperDestroyed })
        .click()
      await page.getByLabel(w.review.initialsFirst).fill(initials[0])
      await page.getByLabel(w.review.initialsSecond).fill(initials[1])
      await page.getByRole('button', { name: w.review.paperSave }).click()
      await page.getByRole('dialog').waitFor({ state: 'hidden' })
      await page.getByText(w.common.paper[how]).waitFor()
    },
    /** Answers what is still undecided, in the screen's words. */
    async undecided(findingCount: number, pageCount: number): Promise<void> {
      await page.getByText(fill(w.review.progress, { findings: findingCount, pages: pageCount })).waitFor()
    },
  }
}
