// `--self-check`: the desk does its main job once, on a page it draws itself, before anybody trusts an installation with real mail.
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { CaseEvent } from '../shared/cases.ts'
import { noInputs } from '../shared/letters.ts'
import { outsideItems, type Person, type Scan, type Wipe } from '../shared/ipc/parts.ts'
import { addMonths } from '../shared/rules/calendar.ts'
import { openDesk, type Desk } from './desk.ts'
import type { Log } from './log.ts'
import { openPapers } from './paper/index.ts'
import type { Surroundings } from './surroundings.ts'

export interface CheckedStep {
  name: string
  ms: number
}

export type SelfCheck =
  | { ok: true; steps: CheckedStep[] }
  /** `error`: a fault's code, a word of this check, or the name of an unexpected error; never a message. */
  | { ok: false; failedAt: string; error: string; steps: CheckedStep[] }

/** Slow PCs read a page in a minute; what takes longer than this all together is broken. */
const limitMs = 5 * 60_000
const lookAgainMs = 200
const farewellMs = 10_000

/** The desk worked, but not as it should. */
class Unexpected extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.name = 'Unexpected'
    this.code = code
  }
}

function expect(isAsItShould: boolean, otherwise: string): asserts isAsItShould {
  if (!isAsItShould) throw new Unexpected(otherwise)
}

/** For a data folder that is empty: its passwords are random and forgotten, so nobody can work in it afterwards. Never throws. */
export async function selfCheck(surroundings: Surroundings, log: Log): Promise<SelfCheck> {
  const steps: CheckedStep[] = []
  const limit = AbortSignal.timeout(limitMs)
  const over = new Promise<never>((_, reject) => {
    limit.addEventListener('abort', () => reject(new Unexpected('too-slow')), { once: true })
  })
  over.catch(() => undefined)
  let failedAt = ''
  async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
    failedAt = name
    const started = performance.now()
    const value = await Promise.race([work(), over])
    steps.push({ name, ms: Math.round(performance.now() - started) })
    return value
  }

  let desk: Desk | null = null
  try {
    const opened = await step('open', () => openDesk(surroundings, () => {}, log))
    desk = opened
    const who = await step('staff', () => makeStaff(opened))
    await doMainJob(opened, who, surroundings, step, limit)
    await step('close', () => opened.close())
    return { ok: true, steps }
  } catch (error) {
    await Promise.race([desk?.close().catch(() => undefined), pause(farewellMs)])
    return { ok: false, failedAt, error: wordOf(error), steps }
  }
}

type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>

/** The order of a day at the desk; each step is refused unless the one before it was done. */
async function doMainJob(
  desk: Desk,
  who: Person,
  surroundings: Surroundings,
  step: Step,
  signal: AbortSignal,
): Promise<void> {
  const { cases, identity, notices, pieces, post, scans, wipes } = desk
  const on = surroundings.today()

  const pdf = await step('draw', async () =>
    surroundings.paper.pdfOf(await openPapers(surroundings).fill('self-check-page', {})),
  )
  const id = await step('take-in', () => takeIn(desk, pdf, who))
  const scan = await step('screen', () => screened(desk, id, signal))
  await step('decide', () => decide(desk, scan, who))
  await step('mask', async () => {
    const prepared = await scans.prepare({ id }, who)
    expect(prepared.kind === 'prepared', 'legible')
    await seen(scans.picture({ id, page: 1, longSidePx: 1000, version: 'prepared' }, who))
    expect((await scans.finish({ id }, who)).stage === 'finished', 'not-finished')
  })
  const caseId = await step('open-case', async () => {
    const requester = {
      name: '見本 花子',
      kana: 'ミホン ハナコ',
      postalCode: '141-0021',
      address: '東京都見本市中央町一丁目2番3号',
      contact: '',
    }
    const opened = await cases.open(
      // What is disclosed needs two people; a self-check is alone.
      { kind: 'suspension', lane: 'post', inquiryOn: null, arrivedOn: on, requester },
      who,
    )
    await scans.file({ id, caseId: opened.id, role: 'id-copy' }, who)
    return opened.id
  })
  await step('letter', async () => {
    const notice = await notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, who)
    await seen(notices.picture({ id: notice.id, page: 1, longSidePx: 1000 }, who))
    await post.letters.dispatch({ id: notice.id, on, service: 'ordinary', trackingNumber: null }, who)
  })
  await step('correction-arrived', () => record(desk, caseId, 'correction-arrived', on, who))
  await step('identity', async () => {
    const written = { name: '見本 花子', address: '東京都見本市中央町一丁目2番3号' }
    await identity.record(
      {
        caseId,
        idKind: 'licence',
        method: 'copy-by-post',
        presented: {
          expiresOn: addMonths(on, 12),
          issuedOn: null,
          showsAddress: true,
          hasAllSides: true,
          hasSecondDocument: false,
        },
        isLegible: true,
        showsForbiddenField: false,
        accepted: [],
        details: { onId: written, onForm: written, reason: '' },
      },
      who,
    )
  })
  for (const event of ['identity-verified', 'answer-sent', 'answer-delivered'] as const) {
    await step(event, () => record(desk, caseId, event, on, who))
  }
  await step('paper', async () => {
    for (const piece of (await pieces.ofCase({ caseId })).pieces) {
      await pieces.settle({ id: piece.id, state: 'destroyed', on, initials: ['見', '本'] }, who)
    }
  })
  const wipe = await step('wipe', () => wiped(desk, caseId, who, signal))
  await step('certificate', () => seen(wipes.certificatePicture({ id: wipe.id, page: 1, longSidePx: 1000 })))
  await step('audit', async () => expect((await desk.audit.verify()).kind === 'whole', 'chain-broken'))
}

/** An administrator sees no scan: a second account works at the desk. */
async function makeStaff({ staff }: Desk): Promise<Person> {
  const password = (): string => randomBytes(24).toString('base64')
  const { person } = await staff.createAdministrator({
    loginName: 'self-check',
    displayName: '自己点検',
    password: password(),
  })
  await staff.confirmRecoveryCode({}, person)
  const clerk = { loginName: 'self-check-clerk', password: password() }
  await staff.add({ ...clerk, displayName: '自己点検の受付', roles: ['clerk', 'reviewer'] }, person)
  await staff.lock()
  return (await staff.signIn(clerk)).person
}

async function takeIn({ intake, scans }: Desk, bytes: Uint8Array, who: Person): Promise<string> {
  await intake.drop({ files: [{ name: 'self-check.pdf', bytes: new Uint8Array(bytes) }] }, who)
  const [scan] = (await scans.inbox()).scans
  expect(scan !== undefined, 'not-taken-in')
  return scan.id
}

async function screened({ scans }: Desk, id: string, signal: AbortSignal): Promise<Scan> {
  for (;;) {
    const scan = await scans.get({ id })
    if (scan.stage !== 'received') {
      const isFound = scan.pages.some(({ findings }) =>
        findings.some(({ field, state }) => field === 'permanent-domicile' && state === 'visible'),
      )
      expect(scan.verdict === 'flagged' && isFound, 'domicile-not-found')
      return scan
    }
    await pause(lookAgainMs, undefined, { signal })
  }
}

async function decide({ scans }: Desk, { id, pages }: Scan, who: Person): Promise<void> {
  for (const { page, findings } of pages) {
    for (const finding of findings.filter(({ needsDecision }) => needsDecision)) {
      await scans.decide({ findingId: finding.id, decision: 'mask-and-ask', reason: null }, who)
    }
    await scans.confirmPage({ id, page, confirmed: true }, who)
  }
}

async function record({ cases }: Desk, id: string, event: CaseEvent, on: string, who: Person): Promise<void> {
  const { version } = await cases.get({ id }, who)
  const told = { refusalReason: null, note: null, posted: null, toOtherAddress: false, otherCaseId: null }
  await cases.record({ id, version, event, on, ...told }, who)
}

async function wiped({ wipes }: Desk, caseId: string, who: Person, signal: AbortSignal): Promise<Wipe> {
  let wipe = await wipes.start({ caseId, outside: [...outsideItems] }, who)
  while (wipe.certificate === null) {
    await pause(lookAgainMs, undefined, { signal })
    wipe = await wipes.get({ id: wipe.id })
  }
  expect(wipe.certificate.result === 'WIPED', 'wipe-failed')
  expect(wipe.certificate.verification.hits.length === 0, 'something-left')
  return wipe
}

async function seen(asked: Promise<{ bytes: Uint8Array }>): Promise<void> {
  expect((await asked).bytes.length > 0, 'no-picture')
}

/** A message may quote what it met; a code and a name do not. */
function wordOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unexpected'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}
