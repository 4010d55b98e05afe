// The list of cases, and the form that opens one.
import type { Page } from 'playwright-core'
import type { Lane, RequestKind } from '../../../shared/cases.ts'
import type { CalendarDate } from '../../../shared/dates.ts'
import { w } from '../words.ts'
import { choose } from './choose.ts'
import type { Requester } from './review.ts'

export function casesScreen(page: Page) {
  return {
    async open(): Promise<void> {
      await page.keyboard.press('Control+3')
      await page.getByRole('heading', { name: w.case.listTitle, exact: true }).waitFor()
    },
    /** By the key `N`; the request arrived on that day, today when none is given. Resolves with the case's number. */
    async add(wanted: {
      kind: RequestKind
      lane: Lane
      arrivedOn: CalendarDate | null
      requester: Requester
    }): Promise<string> {
      const { kind, lane, arrivedOn, requester } = wanted
      await this.open()
      await page.getByRole('button', { name: w.case.add }).click()
      const dialog = page.getByRole('dialog')
      await choose(page, dialog, w.case.kind, w.common.kind[kind])
      await choose(page, dialog, w.case.lane, w.common.lane[lane])
      if (arrivedOn !== null) {
        await dialog.getByLabel(w.case.arrivedOn, { exact: true }).fill(arrivedOn)
        await page.keyboard.press('Tab')
      }
      await dialog.getByLabel(w.case.name, { exact: true }).fill(requester.name)
      await dialog.getByLabel(w.case.kana).fill(requester.kana)
      await dialog.getByLabel(w.case.postalCode).fill(requester.postalCode)
      await dialog.getByLabel(w.case.address, { exact: true }).fill(requester.address)
      await dialog.getByRole('button', { name: w.case.open }).click()
      const heading = page.getByRole('heading', { name: new RegExp(`^${w.desk.case} \\d`) })
      await heading.waitFor()
      return (await heading.innerText()).replace(w.desk.case, '').trim()
    },
  }
}
