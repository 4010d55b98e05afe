// From the printed form to its case and back: in a real Electron, over paper, pen, copier and the watched folder.
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { CaseRecord, ScanSummary } from '../../shared/ipc/parts.ts'
import { noInputs, type LetterKind } from '../../shared/letters.ts'
import { caseNumberOf } from '../../shared/rules/case-number.ts'
import { decode, type Picture } from '../specimens/picture.ts'
import { sheetPicture } from '../specimens/sheets.ts'
import { savedFile, startApp, type App } from './app.ts'
import { scanBarcode } from './barcode.ts'
import { ask } from './bridge.ts'
import { deliver, specimenMail, type Mail } from './mail.ts'
import { mainJob, requesterOf, type Job } from './main-job.ts'
import { damaged, filledByHand, printed, scanned } from './returned.ts'
import { caseScreen } from './screens/case.ts'
import { inboxScreen } from './screens/inbox.ts'
import { w } from './words.ts'

const screeningMs = 180_000
let folder: string
let copierFolder: string
let mail: Mail
let app: App

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), '往復-'))
  copierFolder = join(folder, 'コピー機')
  await mkdir(join(folder, 'output'))
  mail = await specimenMail()
  app = await startApp({ dataFolder: join(folder, 'データ') })
  const job: Job = {
    app,
    mail,
    copierFolder,
    outputFolder: join(folder, 'output'),
    look: async () => undefined,
    caseNumber: '',
    scanIds: new Map(),
  }
  // The desk, its clerk, and the folder that is watched.
  for (const step of mainJob.filter(({ name }) => ['set-up', 'staff', 'sign-in'].includes(name))) await step.take(job)
}, 240_000)
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

async function openCase(): Promise<CaseRecord> {
  const { today } = await ask(app.page, 'session.state', {})
  const requester = { ...requesterOf(mail.licence), contact: '' }
  return ask(app.page, 'cases.open', { kind: 'disclosure', lane: 'post', inquiryOn: today, arrivedOn: null, requester })
}

/** Makes, saves and posts a letter; its enclosed sheets as they lie before the requester. */
async function posted(caseId: string, kind: LetterKind): Promise<Picture[]> {
  const notice = await ask(app.page, 'notices.make', { caseId, kind, inputs: noInputs })
  const path = join(folder, 'output', `${notice.id}.pdf`)
  await app.saveNextTo(path)
  await ask(app.page, 'notices.save', { id: notice.id })
  const pages = await printed(await savedFile(path))
  const { today: on } = await ask(app.page, 'session.state', {})
  await ask(app.page, 'post.dispatch', { id: notice.id, on, service: 'ordinary', trackingNumber: null })
  return pages.slice(1)
}

async function idCopy(): Promise<Picture> {
  return decode(mail.licence.bytes)
}

/** When the scan of this file is screened, and lies in its case or in the orphan tray. */
async function arrived(fileName: string): Promise<ScanSummary> {
  return vi.waitFor(
    async () => {
      const { scans } = await ask(app.page, 'scans.inbox', {})
      const scan = scans.find((one) => one.fileName === fileName)
      expect(scan?.stage).toBe('screened')
      if (scan === undefined) throw new Error('It is not there yet.')
      expect(scan.caseId !== null || scan.filing.orphan !== null).toBe(true)
      return scan
    },
    { timeout: screeningMs, interval: 500 },
  )
}

test(
  'the printed form comes back turned and copied with an ID, and is the request of its own case',
  { timeout: 300_000 },
  async () => {
    const { id, number } = await openCase()
    const forms = await posted(id, 'form-dispatch')
    expect((await ask(app.page, 'cases.get', { id })).state).toBe('awaiting-form')
    const filled = await Promise.all(forms.map((form, index) => filledByHand(form, `form/${index}`)))
    const copies = [
      { kind: 'photocopy', generation: 1 },
      { kind: 'streaks' },
      { kind: 'skew', degrees: 1.4 },
      { kind: 'turn', degrees: 180 },
    ] as const
    const pages = await Promise.all(
      [...filled, await idCopy()].map((page, index) => damaged(page, copies, `form/${index}`)),
    )
    await deliver(copierFolder, [{ fileName: 'RETURNED.tif', bytes: await scanned(pages) }])

    const scan = await arrived('RETURNED.tif')
    expect(scan).toMatchObject({ caseId: id, caseNumber: number, role: 'form', filing: { byCode: true, orphan: null } })
    const record = await ask(app.page, 'cases.get', { id })
    expect(record).toMatchObject({ state: 'received', arrivedOn: scan.receivedOn })
    expect(record.history.at(-1)?.event).toBe('request-arrived')
    const clock = (name: string) => record.deadlines.find((deadline) => deadline.clock === name)
    expect(clock('form-return')).toMatchObject({ status: 'done', doneOn: scan.receivedOn })
    expect(clock('answer-target')).toMatchObject({ status: 'running' })
    expect(await readFile(join(copierFolder, 'RETURNED.tif')).catch(() => null)).toBeNull()
    await inboxScreen(app.page).open()
    await inboxScreen(app.page).row('RETURNED.tif').getByText(number).waitFor()
  },
)

test(
  'the sheet of a correction request comes back by fax, and the clock of the answer runs on',
  { timeout: 300_000 },
  async () => {
    const { today: on } = await ask(app.page, 'session.state', {})
    const { id, version } = await openCase()
    const untold = { refusalReason: null, note: null, posted: null, toOtherAddress: false, otherCaseId: null }
    await ask(app.page, 'cases.record', { id, version, event: 'request-arrived', on, ...untold })
    const sheets = await posted(id, 'domicile-correction')
    expect((await ask(app.page, 'cases.get', { id })).deadlines).toContainEqual(
      expect.objectContaining({ clock: 'answer-target', status: 'stopped' }),
    )
    const pages = await Promise.all(
      [...sheets, await idCopy()].map((page, index) => damaged(page, [{ kind: 'fax' }], `fax/${index}`)),
    )
    await deliver(copierFolder, [{ fileName: 'FAX.tif', bytes: await scanned(pages) }])
    expect(await arrived('FAX.tif')).toMatchObject({ caseId: id, role: 'form' })
    const record = await ask(app.page, 'cases.get', { id })
    expect(record).toMatchObject({ state: 'received' })
    expect(record.history.at(-1)?.event).toBe('correction-arrived')
    expect(record.deadlines).toContainEqual(expect.objectContaining({ clock: 'answer-target', status: 'running' }))
    expect(record.deadlines).toContainEqual(expect.objectContaining({ clock: 'correction-wait', status: 'done' }))
  },
)

test(
  'a sheet of another desk and two people’s forms in one scan wait in the orphan tray, each with its reason',
  { timeout: 300_000 },
  async () => {
    const [one, two] = [await openCase(), await openCase()]
    const both = [
      ...(await posted(one.id, 'form-dispatch')).slice(0, 1),
      ...(await posted(two.id, 'form-dispatch')).slice(0, 1),
    ]
    const number = caseNumberOf(2026, 77)
    const foreign = await sheetPicture(
      { kind: 'application-form', desk: '00000', number, sheet: 1, of: 1 },
      { dpi: 200 },
    )
    await deliver(copierFolder, [
      { fileName: 'TWO.tif', bytes: await scanned(both) },
      { fileName: 'FOREIGN.tif', bytes: await scanned([foreign]) },
    ])
    expect((await arrived('TWO.tif')).filing).toEqual({ byCode: false, orphan: 'several-codes' })
    expect((await arrived('FOREIGN.tif')).filing).toEqual({ byCode: false, orphan: 'foreign-desk' })
    for (const { id } of [one, two]) expect((await ask(app.page, 'cases.get', { id })).state).toBe('awaiting-form')
    await inboxScreen(app.page).open()
    const tray = app.page.getByRole('list', { name: w.inbox.orphans })
    for (const reason of ['several-codes', 'foreign-desk'] as const)
      await tray.getByText(w.inbox.orphan[reason]).waitFor()
  },
)

test('a code scanned on the board opens its case; one of nobody says so', { timeout: 120_000 }, async () => {
  const { number } = await openCase()
  await app.page.keyboard.press('Control+1')
  await app.page.getByRole('heading', { name: w.board.title }).waitFor()
  await scanBarcode(app, number)
  await app.page.getByRole('heading', { name: new RegExp(number) }).waitFor()
  await app.page.keyboard.press('Control+1')
  await app.page.getByRole('heading', { name: w.board.title }).waitFor()
  await scanBarcode(app, caseNumberOf(2026, 999))
  await app.page.getByText(w.posted.scanned.unknown).waitFor()
  expect(await app.page.getByRole('heading', { name: w.board.title }).isVisible()).toBe(true)
})

test(
  'a returned letter is recorded from the list of the post, its address checked, and posted again',
  { timeout: 120_000 },
  async () => {
    const { id, number } = await openCase()
    await posted(id, 'form-dispatch')
    await app.page.keyboard.press('Control+9')
    const row = app.page.getByRole('row').filter({ hasText: number })
    await row.getByRole('button', { name: w.posted.returned, exact: true }).click()
    await app.page.getByLabel(w.posted.reason['unknown-at-address']).check()
    await app.page.getByRole('button', { name: w.case.recordNow }).click()
    await row.getByRole('button', { name: w.posted.checkAddress }).waitFor()
    expect((await ask(app.page, 'cases.get', { id })).state).toBe('inquired')
    await row.getByRole('button', { name: w.posted.checkAddress }).click()
    await app.page.getByLabel(w.posted.how['asked-requester']).check()
    await app.page.getByRole('button', { name: w.case.recordNow }).click()
    await row.getByRole('button', { name: w.posted.again }).click()
    await caseScreen(app.page).recordPost()
    await row.getByText(w.posted.standing.out, { exact: true }).waitFor()
    expect((await ask(app.page, 'cases.get', { id })).state).toBe('awaiting-form')
  },
)
