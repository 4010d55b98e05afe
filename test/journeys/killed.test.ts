// The app killed in the middle of its work: started again it goes on, nothing is lost, and nothing plain was left lying.
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everyOpenCase } from '../../shared/case-filter.ts'
import type { CaseEvent } from '../../shared/cases.ts'
import { noInputs } from '../../shared/letters.ts'
import { outsideItems } from '../../shared/ipc/parts.ts'
import { juminhyo, secrets } from '../back-room/mail.ts'
import { startApp, type App } from './app.ts'
import { ask } from './bridge.ts'
import { checkIdentity } from './identity.ts'
import { doorScreen } from './screens/door.ts'
import { inboxScreen } from './screens/inbox.ts'
import { reviewScreen } from './screens/review.ts'
import { clerk, drop, signIn, staffDesk, until } from './shortcuts.ts'
import { tracesIn } from './traces.ts'

let dataFolder: string
let app: App

beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'privacy-desk-killed-'))
  app = await startApp({ dataFolder })
  await staffDesk(app.page, [{ ...clerk, roles: ['clerk'] }])
  await signIn(app.page, clerk)
})

afterEach(async () => {
  await app.close()
  await rm(dataFolder, { recursive: true, force: true })
})

/** Folders in memory that Chromium spools to, of the process `pid`. */
async function tempFolders(pid: number | undefined): Promise<string[]> {
  return (await readdir('/dev/shm')).filter((name) => name.startsWith('privacy-desk-') && name.endsWith(`-${pid}`))
}

/** Kills the app, looks at what it left, and starts it again: the next run clears away what the killed one could not. */
async function killAndStart(): Promise<void> {
  const { pid } = app.electron.process()
  expect(await tempFolders(pid)).toHaveLength(1)
  await app.kill()
  expect(await tracesIn(dataFolder, secrets)).toEqual([])
  app = await startApp({ dataFolder })
  expect(await tempFolders(pid)).toEqual([])
}

async function screened(id: string): Promise<void> {
  await until(
    () => ask(app.page, 'scans.get', { id }),
    ({ stage }) => stage !== 'received',
  )
}

describe('killed', () => {
  test('while a page is being read, it is read again after the next sign-in', async () => {
    const id = await drop(app.page, 'SCAN0001.jpg', await juminhyo())
    await until(
      () => ask(app.page, 'jobs.list', {}),
      ({ jobs }) => jobs.some(({ kind }) => kind === 'screen'),
    )
    expect((await ask(app.page, 'scans.get', { id })).stage).toBe('received')
    await killAndStart()

    const door = doorScreen(app.page)
    await door.signIn(clerk)
    await door.signedIn()
    await screened(id)
    const { verdict, pages } = await ask(app.page, 'scans.get', { id })
    expect(verdict).toBe('flagged')
    expect(pages[0]?.findings.map(({ field, state }) => `${field} ${state}`)).toContain('permanent-domicile visible')
    await inboxScreen(app.page).open()
    await inboxScreen(app.page).review('SCAN0001.jpg')
    await reviewScreen(app.page).pictureShown()
  })

  test('while a case is being wiped, the wipe goes on and is certified', async () => {
    const caseId = await caseToWipe()
    const { id } = await ask(app.page, 'wipes.start', { caseId, outside: [...outsideItems] })
    await killAndStart()
    const startedAgainAt = new Date().toISOString()

    await signIn(app.page, clerk)
    const { certificate } = await until(
      () => ask(app.page, 'wipes.get', { id }),
      (wipe) => wipe.certificate !== null,
    )
    expect(certificate?.result).toBe('WIPED')
    expect(certificate?.verification.hits).toEqual([])
    expect((certificate?.endedAt ?? '') > startedAgainAt, 'The wipe had ended before the app was killed.').toBe(true)
    const filter = { ...everyOpenCase, wiped: true }
    const { rows } = await ask(app.page, 'cases.find', { search: '', filter, offset: 0, limit: 10 })
    expect(rows.map(({ state, requesterName }) => [state, requesterName])).toEqual([['wiped', null]])
    expect(await readdir(join(dataFolder, 'vault'))).toEqual([])
    expect(await tracesIn(dataFolder, secrets)).toEqual([])
  })
})

/** A case with one masked scan and one letter, answered and with its paper settled. */
async function caseToWipe(): Promise<string> {
  const { page } = app
  const { today: on } = await ask(page, 'session.state', {})
  const id = await drop(page, 'SCAN0001.jpg', await juminhyo())
  await screened(id)
  const { pages } = await ask(page, 'scans.get', { id })
  for (const finding of pages.flatMap(({ findings }) => findings).filter(({ needsDecision }) => needsDecision)) {
    await ask(page, 'scans.decide', { findingId: finding.id, decision: 'mask-and-ask', reason: null })
  }
  await ask(page, 'scans.confirmPage', { id, page: 1, confirmed: true })
  expect((await ask(page, 'scans.prepare', { id })).kind).toBe('prepared')
  await ask(page, 'scans.finish', { id })

  const requester = {
    name: '架空 花子',
    kana: '',
    postalCode: '141-0021',
    address: '東京都品川区上大崎三丁目1番1号',
    contact: '',
  }
  const opened = await ask(page, 'cases.open', {
    kind: 'suspension',
    lane: 'post',
    inquiryOn: null,
    arrivedOn: on,
    requester,
  })
  await ask(page, 'scans.file', { id, caseId: opened.id, role: 'id-copy' })
  const notice = await ask(page, 'notices.make', { caseId: opened.id, kind: 'domicile-correction', inputs: noInputs })
  await ask(page, 'post.dispatch', { id: notice.id, on, service: 'ordinary', trackingNumber: null })
  const events: CaseEvent[] = ['correction-arrived', 'identity-verified', 'answer-sent', 'answer-delivered']
  for (const event of events) {
    if (event === 'identity-verified') await checkIdentity(page, opened.id, requester)
    const { version } = await ask(page, 'cases.get', { id: opened.id })
    const told = { refusalReason: null, note: null, posted: null, toOtherAddress: false, otherCaseId: null }
    await ask(page, 'cases.record', { id: opened.id, version, event, on, ...told })
  }
  const { paper } = await ask(page, 'scans.get', { id })
  await ask(page, 'pieces.settle', { id: paper.pieceId, state: 'destroyed', on, initials: ['花', '次'] })
  return opened.id
}
