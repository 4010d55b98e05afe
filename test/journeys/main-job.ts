// The desk's main job as steps through the real windows: the demo shows them, the journey tests check them.
import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { everyOpenCase } from '../../shared/case-filter.ts'
import type { Box } from '../../shared/screening.ts'
import type { Scan } from '../../shared/ipc/parts.ts'
import { savedFile, type App } from './app.ts'
import { checkIdentity } from './identity.ts'
import { ask, scanPicture } from './bridge.ts'
import { deliver, type Mail, type Piece } from './mail.ts'
import { caseScreen } from './screens/case.ts'
import { doorScreen } from './screens/door.ts'
import { inboxScreen } from './screens/inbox.ts'
import { reviewScreen, type Requester } from './screens/review.ts'
import { staffScreen } from './screens/staff.ts'
import { wipeScreen } from './screens/wipe.ts'
import { administrator, clerk, reviewer } from './shortcuts.ts'
import { tracesIn, wordsOf } from './traces.ts'
import { w } from './words.ts'

export interface Job {
  app: App
  mail: Mail
  /** The folder that the office copier writes to. */
  copierFolder: string
  /** Where what is printed and saved goes. */
  outputFolder: string
  /** Called at every screen worth looking at: the demo takes a picture, the tests look for what not everybody can use. */
  look(name: string): Promise<void>
  /** What later steps need of earlier ones. */
  caseNumber: string
  scanIds: Map<string, string>
}

export interface Step {
  name: string
  /** What a person does and what must then be true, in one sentence. */
  sentence: string
  take(job: Job): Promise<void>
}

/** 書留 number with a right check digit: ten digits modulo 7. */
const trackingNumber = '131-12-38385-2'

export function requesterOf({ person }: Piece): Requester {
  return {
    name: `${person.family} ${person.given}`,
    kana: `${person.familyKana} ${person.givenKana}`,
    postalCode: '141-0021',
    address: person.address,
  }
}

async function scanOf(job: Job, fileName: string): Promise<Scan> {
  const id = job.scanIds.get(fileName)
  assert(id, `The scan of ${fileName} is not known yet.`)
  return ask(job.app.page, 'scans.get', { id })
}

/** Share of `inner` that lies in `outer`. */
export function coverage(inner: Box, outer: Box): number {
  const width = Math.min(inner[0] + inner[2], outer[0] + outer[2]) - Math.max(inner[0], outer[0])
  const height = Math.min(inner[1] + inner[3], outer[1] + outer[3]) - Math.max(inner[1], outer[1])
  return (Math.max(0, width) * Math.max(0, height)) / (inner[2] * inner[3])
}

/** Decides every page of a scan by keys, makes the masks, looks at them, and makes them final. */
async function reviewToTheEnd(job: Job, fileName: string, decision: 'mask-and-keep' | 'mask-and-ask'): Promise<void> {
  const review = reviewScreen(job.app.page)
  await review.decidePage(decision)
  await review.confirmPage()
  await review.prepareMasks()
  await review.pictureShown()
  await job.look(`prepared-${fileName}`)
  await review.finish()
}

export const mainJob: readonly Step[] = [
  {
    name: 'set-up',
    sentence: 'On its first start the desk makes its administrator and shows the recovery code once.',
    async take(job) {
      const door = doorScreen(job.app.page)
      await job.look('set-up')
      const code = await door.setUp(administrator)
      await job.look('recovery-code')
      await job.app.saveNextTo(join(job.outputFolder, 'recovery-sheet.pdf'))
      await door.saveRecoverySheet()
      await savedFile(join(job.outputFolder, 'recovery-sheet.pdf'))
      await door.putRecoveryCodeAway(code)
    },
  },
  {
    name: 'staff',
    sentence: 'The administrator adds a clerk and a reviewer; the administrator alone sees no scan.',
    async take({ app, look }) {
      const staff = staffScreen(app.page)
      await staff.open()
      await staff.add(clerk, ['clerk'])
      await staff.add(reviewer, ['reviewer'])
      await look('staff')
      await app.page.keyboard.press('Control+7')
      await app.page.getByRole('heading', { name: w.staff.settingsTitle, exact: true }).waitFor()
      await look('settings')
      await assert.rejects(ask(app.page, 'scans.inbox', {}), /not-allowed/)
    },
  },
  {
    name: 'sign-in',
    sentence: 'The clerk signs in with a password and has the copier’s folder watched.',
    async take({ app, copierFolder, look }) {
      const door = doorScreen(app.page)
      await deliver(copierFolder, [])
      await door.lock()
      await look('sign-in')
      await door.signIn(clerk)
      await door.signedIn()
      await look('board-empty')
      await inboxScreen(app.page).open()
      await look('inbox-empty')
      await app.chooseNext([copierFolder])
      await inboxScreen(app.page).chooseWatchedFolder()
    },
  },
  {
    name: 'take-in',
    sentence:
      'Five scans arrive: four are sealed and their plain files removed, the broken one is refused by name and stays where it was.',
    async take(job) {
      const { app, mail, copierFolder, look } = job
      const inbox = inboxScreen(app.page)
      const pieces = [mail.juminhyo, mail.passport, mail.licence, mail.insurance]
      await deliver(copierFolder, [...pieces, mail.broken])
      for (const { fileName } of pieces) await inbox.arrived(fileName)
      await look('inbox-arriving')
      await inbox.refused(mail.broken.fileName, w.inbox.reason.broken)
      assert.deepEqual(await whenOneIsLeft(copierFolder), [mail.broken.fileName])
      assert(
        (await readFile(join(copierFolder, mail.broken.fileName))).equals(mail.broken.bytes),
        'The broken file was changed.',
      )
      const { scans } = await ask(app.page, 'scans.inbox', {})
      for (const { fileName, id } of scans) job.scanIds.set(fileName, id)
    },
  },
  {
    name: 'screen',
    sentence:
      'Every page is turned upright, read and screened; visible 本籍 is flagged, the masked one is not called visible.',
    async take(job) {
      const { app, mail, look } = job
      const inbox = inboxScreen(app.page)
      for (const { fileName } of [mail.juminhyo, mail.passport, mail.licence, mail.insurance])
        await inbox.screened(fileName)
      await look('inbox-screened')
      for (const piece of [mail.juminhyo, mail.passport]) {
        const { verdict } = await scanOf(job, piece.fileName)
        assert.equal(verdict, 'flagged', `${piece.fileName} shows a 本籍 and was not flagged.`)
      }
      const licence = (await scanOf(job, mail.licence.fileName)).pages[0]
      assert.equal(licence?.turn, mail.licence.truth.turn, 'The licence was not turned upright.')
      const seen = licence.findings.filter(({ field, state }) => field === 'permanent-domicile' && state === 'visible')
      assert.equal(seen.length, 0, 'A masked 本籍 was called visible.')
      const insurance = (await scanOf(job, mail.insurance.fileName)).pages[0]
      assert(
        !insurance?.findings.some(({ field }) => field === 'permanent-domicile'),
        'A 本籍 was found on an insurance card.',
      )
    },
  },
  {
    name: 'box',
    sentence: 'The box on the 住民票 lies on its 本籍.',
    async take(job) {
      const { truth, fileName } = job.mail.juminhyo
      const found = (await scanOf(job, fileName)).pages[0]?.findings ?? []
      const boxes = found
        .filter(({ field, state }) => field === 'permanent-domicile' && state === 'visible')
        .map(({ box }) => box)
      for (const { box } of truth.fields.filter(
        ({ field, state }) => field === 'permanent-domicile' && state === 'visible',
      )) {
        const best = Math.max(0, ...boxes.map((candidate) => coverage(box, candidate)))
        assert(best >= 0.9, `Only ${Math.round(best * 100)} % of a 本籍 is inside a box.`)
      }
    },
  },
  {
    name: 'decide',
    sentence: 'The clerk decides by key; nothing goes forward undecided.',
    async take(job) {
      const { app, mail, look } = job
      await inboxScreen(app.page).review(mail.juminhyo.fileName)
      await reviewScreen(app.page).pictureShown()
      await look('review')
      const id = job.scanIds.get(mail.juminhyo.fileName) ?? ''
      await assert.rejects(ask(app.page, 'scans.prepare', { id }), /undecided/)
    },
  },
  {
    name: 'mask',
    sentence: 'The page is masked, read again, shown, and made final: the unmasked original’s key is destroyed.',
    async take(job) {
      const { app, mail } = job
      await reviewToTheEnd(job, mail.juminhyo.fileName, 'mask-and-ask')
      await reviewScreen(app.page).pictureShown()
      await job.look('review-finished')
      const scan = await scanOf(job, mail.juminhyo.fileName)
      assert.equal(scan.stage, 'finished')
      await keepMasked(job, mail.juminhyo.fileName)
      const { scans } = await ask(app.page, 'scans.inbox', {})
      assert(scans.some(({ id }) => id === scan.id))
    },
  },
  {
    name: 'open-case',
    sentence: 'A case is opened for the request; its number carries a check digit and its dates say why.',
    async take(job) {
      const { app, mail, look } = job
      const review = reviewScreen(app.page)
      job.caseNumber = await review.fileIntoNewCase(w.common.kind.disclosure, requesterOf(mail.juminhyo))
      assert.match(job.caseNumber, /^\d{4}-\d{6}-\d$/)
      await review.openCase()
      const dates = await caseScreen(app.page).deadlines()
      assert.match(dates, /令和/)
      await look('case')
      await app.page.keyboard.press('Control+1')
      await app.page.getByText(job.caseNumber).first().waitFor()
      await look('board')
      await app.page.keyboard.press('Control+3')
      await app.page.getByText(job.caseNumber).first().waitFor()
      await look('cases')
    },
  },
  {
    name: 'letter',
    sentence:
      'The letter that asks for a new copy is made as PDF, looked at, saved and posted; the answer’s clock stops.',
    async take({ app, caseNumber, outputFolder, look }) {
      const screen = caseScreen(app.page)
      await screen.open(caseNumber)
      await screen.makeLetter('domicile-correction')
      await look('letter')
      await app.saveNextTo(join(outputFolder, 'letter.pdf'))
      await screen.saveLetter()
      const pdf = await savedFile(join(outputFolder, 'letter.pdf'))
      assert(pdf.subarray(0, 5).equals(Buffer.from('%PDF-')))
      await screen.closeLetter()
      await screen.dispatchLetter(trackingNumber)
      await screen.inState('awaiting-correction')
      assert((await screen.deadlines()).includes(w.case.stopped), 'The clock did not stop.')
      await look('case-awaiting-correction')
    },
  },
  {
    name: 'replacement',
    sentence: 'The new copy, a licence with its 本籍 hidden, is reviewed and filed to its case; the clock runs on.',
    async take(job) {
      const { app, mail, caseNumber, look } = job
      await inboxScreen(app.page).open()
      await inboxScreen(app.page).review(mail.licence.fileName)
      const review = reviewScreen(app.page)
      await review.pictureShown()
      await look('review-licence')
      await reviewToTheEnd(job, mail.licence.fileName, 'mask-and-keep')
      await keepMasked(job, mail.licence.fileName)
      await review.fileIntoCase(caseNumber)
      await review.openCase()
      const screen = caseScreen(app.page)
      await screen.record('correction-arrived')
      await screen.inState('received')
    },
  },
  {
    name: 'answer',
    sentence:
      'Identity is verified, a second person allows the answer, it is sent and its delivery recorded; no step can be left out.',
    async take({ app, caseNumber, mail }) {
      const door = doorScreen(app.page)
      const screen = caseScreen(app.page)
      const { cases } = await ask(app.page, 'cases.list', {})
      const id = cases.find(({ number }) => number === caseNumber)?.id ?? ''
      const { version } = await ask(app.page, 'cases.get', { id })
      const { today } = await ask(app.page, 'session.state', {})
      const untold = { refusalReason: null, note: null, posted: null, toOtherAddress: false, otherCaseId: null }
      const answer = { id, version, event: 'answer-sent', on: today, ...untold } as const
      await assert.rejects(ask(app.page, 'cases.record', answer), /event-not-allowed/)
      await checkIdentity(app.page, id, requesterOf(mail.juminhyo))
      const fee = { method: 'money-order', amountYen: 1000, serial: null, issuedOn: today, receivedOn: today } as const
      await ask(app.page, 'fees.record', { caseId: id, ...fee, envelopeId: null })
      await screen.record('identity-verified')
      await screen.inState('verified')
      const matter = { matter: 'answer-sent', refusalReason: null, reason: '開示する内容を確かめました' } as const
      const asked = await ask(app.page, 'approvals.ask', { caseId: id, ...matter })
      const [approval] = asked.approvals
      assert(approval)
      const decision = { id: approval.id, give: true, answer: null }
      await assert.rejects(ask(app.page, 'approvals.decide', decision), /not-allowed/)
      await door.lock()
      await door.signIn(reviewer)
      await door.signedIn()
      await ask(app.page, 'approvals.decide', decision)
      await door.lock()
      await door.signIn(clerk)
      await door.signedIn()
      await screen.open(caseNumber)
      await screen.record('answer-sent')
      await screen.inState('answered')
      await screen.record('answer-delivered')
      await screen.inState('finished')
    },
  },
  {
    name: 'paper',
    sentence: 'While paper is held the wipe is refused; each piece is settled with date and two initials.',
    async take({ app, caseNumber, look }) {
      const screen = caseScreen(app.page)
      await screen.toWipe()
      await wipeScreen(app.page).blockedBy('paper-held')
      await look('wipe-blocked')
      await screen.open(caseNumber)
      for (const [index, number] of (await screen.scanNumbers()).entries()) {
        await screen.openScan(number)
        await reviewScreen(app.page).settlePaper(index === 0 ? 'returned' : 'destroyed', ['花', '次'])
        await screen.open(caseNumber)
      }
      const { cases } = await ask(app.page, 'cases.list', {})
      const caseId = cases.find(({ number }) => number === caseNumber)?.id ?? ''
      const { today: on } = await ask(app.page, 'session.state', {})
      for (const { id, kind, state } of (await ask(app.page, 'pieces.ofCase', { caseId })).pieces) {
        if (kind !== 'money-order' || state !== 'held') continue
        await ask(app.page, 'pieces.settle', { id, state: 'handed-over', on, initials: ['花', '次'] })
      }
    },
  },
  {
    name: 'wipe',
    sentence:
      'The case is closed: its keys are destroyed, its files overwritten and removed, and the raw bytes searched.',
    async take(job) {
      const { app, mail, caseNumber, look } = job
      // Until now only sealed data lie there: the search that must find nothing later can tell the difference.
      const before = await tracesIn(
        app.dataFolder,
        wordsOf([mail.juminhyo, mail.passport, mail.licence, mail.insurance]),
      )
      assert.deepEqual(before, [], 'Something plain lies in the data folder.')
      await caseScreen(app.page).toWipe()
      const wipe = wipeScreen(app.page)
      await wipe.planned()
      await wipe.tickEverythingOutside()
      await look('wipe-plan')
      await wipe.start(caseNumber)
      await wipe.wiped()
      await look('wipe-done')
      assert((await wipe.verification()).includes(w.wipe.noHits))
    },
  },
  {
    name: 'certificate',
    sentence:
      'The certificate is shown, saved as PDF and JSON, and recognised as this desk’s own; an altered one is not.',
    async take({ app, outputFolder, look }) {
      const wipe = wipeScreen(app.page)
      await wipe.certificateShown()
      await look('certificate')
      const pdf = join(outputFolder, 'certificate.pdf')
      const json = join(outputFolder, 'certificate.json')
      await app.saveNextTo(pdf)
      await wipe.saveCertificate('pdf')
      await savedFile(pdf)
      await app.saveNextTo(json)
      await wipe.saveCertificate('json')
      const certificate = (await savedFile(json)).toString()
      assert.match(certificate, /"result": ?"WIPED"/)
      await app.chooseNext([json])
      assert.equal((await ask(app.page, 'wipes.checkCertificate', {})).kind, 'genuine')
    },
  },
  {
    name: 'nothing-left',
    sentence: 'A raw search of the data folder finds no name, address, 本籍, picture or letter of anybody.',
    async take({ app, mail, caseNumber }) {
      const words = wordsOf([mail.juminhyo, mail.passport, mail.licence, mail.insurance])
      assert.deepEqual(await tracesIn(app.dataFolder, words), [])
      const filter = { ...everyOpenCase, wiped: true }
      const { rows } = await ask(app.page, 'cases.find', { search: caseNumber, filter, offset: 0, limit: 10 })
      const row = rows.find(({ number }) => number === caseNumber)
      assert.equal(row?.state, 'wiped')
      assert.equal(row.requesterName, null)
    },
  },
  {
    name: 'audit',
    sentence: 'The reviewer signs in and has the audit chain verified: it is whole.',
    async take({ app, look }) {
      const door = doorScreen(app.page)
      await door.lock()
      await door.signIn(reviewer)
      await door.signedIn()
      await app.page.keyboard.press('Control+5')
      await app.page.getByRole('heading', { name: w.audit.title, exact: true }).waitFor()
      assert.equal((await ask(app.page, 'audit.verify', {})).kind, 'whole')
      await look('audit')
      await app.page.keyboard.press('Control+4')
      await app.page.getByRole('heading', { name: w.wipe.listTitle, exact: true }).waitFor()
      await look('certificates')
      await app.page.keyboard.press('?')
      await app.page.getByRole('dialog').waitFor()
      await look('keyboard-map')
    },
  },
]

async function keepMasked(job: Job, fileName: string): Promise<void> {
  const scan = await scanOf(job, fileName)
  const request = { id: scan.id, page: 1, longSidePx: 2400, version: 'current' } as const
  await writeFile(
    join(job.outputFolder, `masked-${fileName.replace(/\.\w+$/, '')}.jpg`),
    await scanPicture(job.app.page, request),
  )
}

/** The files of the folder as soon as only one is left; all that are left when that takes too long. */
async function whenOneIsLeft(folder: string): Promise<string[]> {
  const until = Date.now() + 60_000
  for (;;) {
    const left = await readdir(folder)
    if (left.length <= 1 || Date.now() > until) return left
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
