// After the busy desk, its letters: written, printed in a run, labelled, posted, come back; and the texts that they are made from.
import assert from 'node:assert/strict'
import { noInputs, mayBeMade } from '../../shared/letters.ts'
import { ask } from './bridge.ts'
import type { Job, Step } from './main-job.ts'
import { caseScreen } from './screens/case.ts'
import { doorScreen } from './screens/door.ts'
import { postScreen } from './screens/post.ts'
import { printingScreen } from './screens/printing.ts'
import { administrator, clerk } from './shortcuts.ts'
import type { Tray } from './tray.ts'
import { w } from './words.ts'

/** Numbers with a right check digit, one for each letter that is traced. */
const registered = ['131-12-38385-2', '131-12-38386-3', '131-12-38387-4'] as const

/** A character that the letters' typeface lacks, and what was agreed in its place. */
const lacking = { from: '𠮷', to: '吉' }

interface Written {
  noticeId: string
  number: string
}

/** What the steps share: the letters that were made, in the order of their cases. */
const written: Written[] = []

function letterAt(place: number): Written {
  const found = written[place]
  assert(found, `No letter was made at ${place}.`)
  return found
}

async function makeLetters({ app: { page } }: Job): Promise<void> {
  const { cases } = await ask(page, 'cases.list', {})
  for (const { id: caseId, number, requesterName, ...one } of cases.toSorted((a, b) =>
    a.number.localeCompare(b.number),
  )) {
    if (!mayBeMade('receipt', one)) continue
    const inputs = { ...noInputs, substitutions: requesterName?.includes(lacking.from) === true ? [lacking] : [] }
    const notice = await ask(page, 'notices.make', { caseId, kind: 'receipt', inputs })
    written.push({ noticeId: notice.id, number })
  }
}

async function dispatch({ app: { page } }: Job, place: number, trackingNumber: string | null): Promise<void> {
  const { today } = await ask(page, 'session.state', {})
  const service = trackingNumber === null ? 'ordinary' : 'simple-registered'
  await ask(page, 'post.dispatch', { id: letterAt(place).noticeId, on: today, service, trackingNumber })
}

export function lettersTour(tray: Tray): readonly Step[] {
  return [
    {
      name: 'letter-writing',
      sentence: 'A letter is shown whole while it is written; its buttons stay in sight however long its form is.',
      async take(job) {
        const { page } = job.app
        await doorScreen(page).changeTo(clerk)
        await makeLetters(job)
        const screen = caseScreen(page)
        await screen.open(letterAt(0).number)
        await screen.beginLetter('correction-request')
        const dialog = page.getByRole('dialog')
        for (const item of ['id-expired', 'id-illegible', 'form-unsigned'] as const)
          await dialog.getByRole('checkbox', { name: w.letters.item[item] }).check()
        await page.getByRole('region', { name: w.letters.preview }).locator('img').waitFor()
        await job.look('letter-writing')
        await page.keyboard.press('Escape')
        await screen.openLetter()
        await job.look('letter')
        await screen.closeLetter()
        await page.getByRole('button', { name: w.post.envelope }).first().click()
        await page.getByRole('dialog').getByText(w.post.envelopeHint).waitFor()
        await job.look('envelope-check')
        await page.keyboard.press('Escape')
      },
    },
    {
      name: 'print-run',
      sentence: 'All letters that wait are printed in one run, which one button stops; what is left stays in the list.',
      async take(job) {
        const { page } = job.app
        const screen = printingScreen(page)
        await screen.open()
        await screen.row(letterAt(0).number).waitFor()
        await job.look('printing')
        await tray.hold()
        await screen.beginRun()
        await page.getByRole('dialog').getByText(w.printing.runHint).waitFor()
        await job.look('print-run')
        await page.getByRole('dialog').getByRole('button', { name: w.common.print, exact: true }).click()
        await screen.running()
        await job.look('print-running')
        await screen.stop()
        await tray.goOn()
        await screen.ended('stop')
        await job.look('print-stopped')
        await screen.run()
        await screen.ended('last-letter')
        await screen.show('printed')
        for (const { number } of written.slice(0, 3)) await screen.tick(number)
        await screen.beginLabels('a4-12', 4)
        await job.look('labels-12')
        await page.keyboard.press('Escape')
        await screen.beginLabels('a4-24', 7)
        await job.look('labels-24')
        await page.keyboard.press('Escape')
        await caseScreen(page).open(letterAt(0).number)
        await caseScreen(page).openLetter()
        await caseScreen(page).beginReprint()
        await job.look('reprint')
        await page.keyboard.press('Escape')
        await caseScreen(page).closeLetter()
      },
    },
    {
      name: 'post',
      sentence: 'What is out stands in one list; what came back goes out again once its address was looked at.',
      async take(job) {
        const { page } = job.app
        const screen = postScreen(page)
        for (const [place, number] of registered.entries()) await dispatch(job, place, number)
        await dispatch(job, registered.length, null)
        await screen.open()
        const back = letterAt(1).number
        await screen.row(back).waitFor()
        await screen.delivered(letterAt(2).number)
        await screen.beginReturn(back)
        await job.look('letter-returned')
        await page.keyboard.press('Escape')
        await screen.cameBack(back, 'not-collected')
        await screen.stands(back, 'returned')
        await job.look('post')
        await screen.beginAddressCheck(back)
        await job.look('address-check')
        await page.keyboard.press('Escape')
        await screen.openBook()
        await job.look('dispatch-book')
        await page.keyboard.press('Escape')
        await screen.show('ended')
        await screen.stands(letterAt(2).number, 'delivered')
        await job.look('post-ended')
      },
    },
    {
      name: 'letter-texts',
      sentence:
        'The administrator changes a letter’s text before a specimen of it, and measures the company’s envelope.',
      async take(job) {
        const { page } = job.app
        await doorScreen(page).changeTo(administrator)
        await page.keyboard.press('Control+7')
        await page.getByRole('button', { name: w.letters.open }).click()
        await page.getByRole('heading', { name: w.letters.screenTitle, exact: true }).waitFor()
        await page.locator('img').first().waitFor()
        await job.look('letter-texts')
        for (const [tab, name] of [
          [w.letters.tabCompany, 'letter-company'],
          [w.letters.tabEnvelope, 'letter-envelope'],
          [w.posted.services, 'letter-services'],
        ] as const) {
          await page.getByRole('tab', { name: tab }).click()
          await page.getByRole('tabpanel').getByRole('button').first().waitFor()
          await job.look(name)
        }
      },
    },
  ]
}
