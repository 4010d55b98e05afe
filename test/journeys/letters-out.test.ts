// Letters on their way out of the house: printed in one run, printed again, labelled, posted, delivered and come back; and a scanner beside it all.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Notice } from '../../shared/ipc/parts.ts'
import { noInputs } from '../../shared/letters.ts'
import { savedFile } from './app.ts'
import { scanBarcode } from './barcode.ts'
import { ask } from './bridge.ts'
import { caseDesk, requester, type CaseDesk } from './case-desk.ts'
import { specimenMail } from './mail.ts'
import { caseScreen } from './screens/case.ts'
import { inboxScreen } from './screens/inbox.ts'
import { postScreen } from './screens/post.ts'
import { printingScreen } from './screens/printing.ts'
import { reviewScreen } from './screens/review.ts'
import { clerk, drop } from './shortcuts.ts'
import { openTray, type Tray } from './tray.ts'
import { fill, w } from './words.ts'

const today = '2026-11-24'
const people = ['見本 花子', '例示 次郎', '架空 三子']
const registered = ['131-12-38385-2', '131-12-38386-3', '131-12-38387-4'] as const

let folder: string
let tray: Tray
let desk: CaseDesk
let numbers: string[]

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '発送-'))
  tray = await openTray()
  desk = await caseDesk({ clock: `${today}T01:00:00Z`, environment: tray.environment })
  await desk.sit(clerk)
  numbers = []
  for (const name of people) numbers.push(await withLetter(name))
})
afterAll(async () => {
  await desk.remove()
  await tray.remove()
  await rm(folder, { recursive: true, force: true })
})

async function withLetter(name: string): Promise<string> {
  const page = desk.page()
  const opened = { kind: 'disclosure', lane: 'post', inquiryOn: null, arrivedOn: '2026-11-20' } as const
  const { id: caseId, number } = await ask(page, 'cases.open', {
    ...opened,
    requester: { ...requester, name, contact: '' },
  })
  await ask(page, 'notices.make', { caseId, kind: 'domicile-correction', inputs: noInputs })
  return number
}

async function letterOf(number: string): Promise<Notice> {
  const [letter] = (await desk.record(number)).notices
  if (letter === undefined) throw new Error(`${number} has no letter.`)
  return letter
}

function numbered(place: number): string {
  const number = numbers[place]
  if (number === undefined) throw new Error(`There is no case at ${place}.`)
  return number
}

async function textOf(pdf: Buffer): Promise<string> {
  const file = join(folder, 'printed.pdf')
  await writeFile(file, pdf)
  const { stdout } = await promisify(execFile)('pdftotext', ['-layout', file, '-'])
  return stdout.replaceAll(/[\s\u3000]+/g, ' ')
}

test('a run hands each letter over as it was sealed, stops when it is told to, and goes on where it was', async () => {
  const screen = printingScreen(desk.page())
  await screen.open()
  await screen.shows('unprinted', 3)
  await tray.hold()
  await screen.run()
  await screen.running()
  await screen.stop()
  await tray.goOn()
  const stopped = await screen.ended('stop')
  expect(stopped).toContain(fill(w.printing.printedCount, { n: 1 }))
  expect(stopped).toContain(fill(w.printing.leftCount, { n: 2 }))
  await screen.shows('unprinted', 2)
  await screen.run()
  expect(await screen.ended('last-letter')).toContain(fill(w.printing.printedCount, { n: 2 }))
  const sealed = await Promise.all(numbers.map(async (number) => (await letterOf(number)).sha256))
  const printed = (await tray.printed(3)).map((pdf) => createHash('sha256').update(pdf).digest('hex'))
  expect(printed.toSorted()).toEqual(sealed.toSorted())
})

test('a letter that the printer refuses is named with the reason and stays in the list', async () => {
  const number = await withLetter('不運 四郎')
  const screen = printingScreen(desk.page())
  await screen.open()
  await screen.shows('unprinted', 1)
  await tray.jam()
  await screen.run()
  const ended = await screen.ended('last-letter')
  expect(ended).toContain(fill(w.printing.failedCount, { n: 1 }))
  expect(ended).toContain(number)
  await screen.shows('unprinted', 1)
  await tray.goOn()
  await screen.run()
  await screen.shows('unprinted', 0)
  expect(await tray.printed(4)).toHaveLength(4)
})

test('a further print needs a reason, which stays with the letter', async () => {
  const screen = caseScreen(desk.page())
  await screen.open(numbered(0))
  await screen.openLetter()
  const dialog = await screen.beginReprint()
  const print = dialog.getByRole('button', { name: w.common.print, exact: true })
  expect(await print.isDisabled()).toBe(true)
  await dialog.getByRole('radio', { name: w.printing.reasonOf.misprint }).check()
  await print.click()
  await dialog.waitFor({ state: 'hidden' })
  const [first, again] = await Promise.all([tray.printed(1), tray.printed(5)])
  expect(again.filter((pdf) => first[0]?.equals(pdf))).toHaveLength(2)
  expect((await letterOf(numbered(0))).prints).toMatchObject([{ reason: null }, { reason: 'misprint', copies: 1 }])
  await screen.closeLetter()
})

test('labels are printed for the letters that are ticked, from the first free one on', async () => {
  const screen = printingScreen(desk.page())
  await screen.open()
  await screen.show('printed')
  await screen.tick(numbered(0))
  await screen.tick(numbered(1))
  await screen.printLabels('a4-24', 5)
  await screen.printLabels('a4-12', 12)
  const [small, large] = (await tray.printed(7)).slice(5)
  for (const sheet of [small, large]) {
    const words = await textOf(sheet ?? Buffer.alloc(0))
    expect(words).toContain('見本 花子 様')
    expect(words).toContain('例示 次郎 様')
    expect(words).not.toContain('架空')
  }
})

test('what is dispatched stands in the book of the day, which is saved without names and printed', async () => {
  const cases = caseScreen(desk.page())
  for (const [place, number] of registered.entries()) {
    await cases.open(numbered(place))
    await cases.dispatchLetter(number)
  }
  const screen = postScreen(desk.page())
  await screen.open()
  const book = await screen.openBook()
  expect(await book.getByRole('row').count()).toBe(1 + registered.length)
  await desk.app().saveNextTo(join(folder, 'book.csv'))
  await screen.saveBook(book, 'csv')
  const saved = (await savedFile(join(folder, 'book.csv'))).toString('utf8')
  for (const number of registered) expect(saved).toContain(number)
  for (const name of people) expect(saved).not.toContain(name)
  await screen.printBook(book)
  const printed = await textOf((await tray.printed(8)).at(-1) ?? Buffer.alloc(0))
  for (const name of people) expect(printed).toContain(name)
  await desk.page().keyboard.press('Escape')
})

test('a letter is delivered, another comes back and goes out again once its address was looked at', async () => {
  const screen = postScreen(desk.page())
  await screen.open()
  await screen.delivered(numbered(0))
  await screen.row(numbered(0)).waitFor({ state: 'hidden' })
  await screen.cameBack(numbered(1), 'not-collected')
  await screen.stands(numbered(1), 'returned')
  expect(await screen.row(numbered(1)).getByRole('button', { name: w.posted.again }).count()).toBe(0)
  await screen.addressChecked(numbered(1), 'asked-requester')
  await screen.outAgain(numbered(1), '131-12-38388-5')
  await screen.stands(numbered(1), 'out')
  expect((await letterOf(numbered(1))).post).toMatchObject({ dispatches: 2, trackingNumber: '131-12-38388-5' })
  await screen.show('ended')
  await screen.stands(numbered(0), 'delivered')
  expect((await desk.record(numbered(1))).history.map(({ event }) => event)).toContain('correction-returned')
})

test('a code that is scanned in the middle of a review opens its case and decides nothing', async () => {
  const page = desk.page()
  const { juminhyo } = await specimenMail()
  const id = await drop(page, 'SCAN0001.png', juminhyo.bytes)
  const inbox = inboxScreen(page)
  await inbox.open()
  await inbox.screened('SCAN0001.png')
  await inbox.review('SCAN0001.png')
  await reviewScreen(page).pictureShown()
  const before = await ask(page, 'scans.get', { id })
  await scanBarcode(desk.app(), numbered(2))
  await caseScreen(page).shown(numbered(2))
  expect(await ask(page, 'scans.get', { id })).toEqual(before)
  expect(before.pages[0]?.findings.length).toBeGreaterThan(0)
  // The number of the post that the letter went out under leads there as well.
  await inbox.open()
  await scanBarcode(desk.app(), registered[2].replaceAll('-', ''))
  await caseScreen(page).shown(numbered(2))
})
