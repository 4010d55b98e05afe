// The bench of a large desk: board, list, search, sign-in and export with 100,000 rows of the ledger, of which 3,000 are open.
import { cp, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pageOfPayments } from '../../main/fees/store.ts'
import { createLedger } from '../../main/ledger/index.ts'
import { createTracking } from '../../main/post/tracking.ts'
import { scansOfHeldPaper } from '../../main/pieces/store.ts'
import { scansInWork } from '../../main/scans/store.ts'
import { pageOfWipes, unfinishedWipes } from '../../main/wipe/store.ts'
import { everyOpenCase } from '../../shared/case-filter.ts'
import { addDays, addMonths } from '../../shared/rules/calendar.ts'
import { casesDesk, hanako } from '../back-room/cases-desk.ts'
import { testClock, there } from '../back-room/desk-fixture.ts'
import { duration, median, section, spentOn, table, type Print, type Spent } from './figures.ts'
import type { LedgerSize } from './ledger.ts'
import { fillDesk, unlock } from './scale-fill.ts'
import { benchScaleInWindow } from './scale-window.ts'
import { withTempFolder } from './temp-folder.ts'

const size: LedgerSize = { open: 3000, wiped: 97_000 }
const runs = 9
/** Typed one character after the other. */
const typed = ['髙', '髙橋', '高橋 渋谷', 'たかはし', '1丁目2', '2026', '2026-0001', '131-1009']

export async function benchScale(print: Print): Promise<void> {
  await withTempFolder(async (folder) => {
    const inWindow = join(folder, 'window')
    const began = performance.now()
    const code = await fillDesk(inWindow, size)
    const filled = performance.now() - began
    const { size: bytes } = await stat(join(inWindow, 'desk.sqlite'))
    print(`\n(A desk of ${(bytes / 2 ** 20).toFixed(0)} MB was made in ${duration(filled)}.)`)
    const inBackRoom = join(folder, 'back-room')
    await cp(inWindow, inBackRoom, { recursive: true })
    await benchScaleInBackRoom(inBackRoom, code, print)
    await benchScaleInWindow(inWindow, size, print)
  })
}

async function benchScaleInBackRoom(folder: string, code: string, print: Print): Promise<void> {
  const desk = await casesDesk(
    { folder, unlocked: false, clock: testClock(new Date().toISOString()) },
    { trackingNumbers: () => tracking.byCase() },
  )
  const tracking = createTracking(desk)
  try {
    await unlock(desk.lock, code)
    const { cases, audit, jobs, clerk, db } = desk
    const cold = await spentOn(() => cases.warm())
    cases.forget()
    const board = await spentOn(() => cases.board())
    const boards = await times(() => cases.board())
    const searches = []
    for (const search of typed) {
      for (const wiped of [false, true]) {
        const filter = { ...everyOpenCase, wiped }
        searches.push(await spentOn(() => cases.find({ search, filter, offset: 0, limit: 100 })))
      }
    }
    const pages = await times((run) =>
      cases.find({ search: '', filter: { ...everyOpenCase, wiped: true }, offset: 10_000 * run, limit: 100 }),
    )
    const { id } = there((await cases.list()).cases.at(-1))
    const changes = []
    for (let run = 0; run < runs; run += 1) {
      const { version } = await cases.get({ id }, clerk)
      await cases.changeRequester({ id, version, requester: { ...hanako, name: `変更 花子${run}` } }, clerk)
      changes.push(await spentOn(() => cases.board()))
    }
    const ledger = createLedger({ cases, audit, jobs, save: async () => true, today: desk.clock.today })
    const exported = await spentOn(() => ledger.prepareWithNames({ encoding: 'cp932' }, desk.reviewer))
    const first = addMonths(`${desk.clock.today().slice(0, 7)}-01`, -1)
    const month = await spentOn(() => cases.monthCases(first, addDays(addMonths(first, 1), -1)))
    const inWork = await spentOn(async () => scansInWork(db, await scansOfHeldPaper(db)))
    const wipes = await times((run) => pageOfWipes(db, { offset: 10_000 * run, limit: 100 }))
    const unfinished = await spentOn(() => unfinishedWipes(db))
    const payments = await times((run) => pageOfPayments(db, { offset: 3000 * run, limit: 100 }))
    const row = (what: string, { ms, cpuMs }: Spent, target = ''): string[] => [
      what,
      duration(ms),
      duration(cpuMs),
      target,
    ]
    print(
      section(
        'Scale, in the back room',
        `${size.open} open and ${size.wiped} wiped cases. Of ${runs} runs the median; of searches and pages the slowest. ` +
          'Where the time is far above the processor time, the machine was busy with something else.',
        table(
          ['what', 'time', 'processor', 'target'],
          [
            row('names opened and dates reckoned at sign-in, for the first board', board, '1 s'),
            row('the same, with registered numbers and what a search looks into', cold),
            row('board', middle(boards), '50 ms'),
            row('board after one case changed', middle(changes), '50 ms'),
            row('search, slowest keystroke', slowest(searches), '100 ms'),
            row('a page of the list, anywhere in it', slowest(pages)),
            row('ledger as CSV in CP932, with names', exported, '5 s'),
            row('cases of a month, for its report', month),
            row('a page of the certificates, anywhere in them', slowest(wipes)),
            row('wipes to go on with, at start', unfinished),
            row('a page of the fee ledger, anywhere in it', slowest(payments)),
            row('scans and paper that wait for work', inWork),
          ],
        ),
      ),
    )
  } finally {
    await desk.close()
  }
}

async function times(work: (run: number) => Promise<unknown>): Promise<Spent[]> {
  const taken: Spent[] = []
  for (let run = 0; run < runs; run += 1) taken.push(await spentOn(() => work(run)))
  return taken
}

function middle(taken: readonly Spent[]): Spent {
  return { ms: median(taken.map(({ ms }) => ms)), cpuMs: median(taken.map(({ cpuMs }) => cpuMs)) }
}

function slowest(taken: readonly Spent[]): Spent {
  return { ms: Math.max(...taken.map(({ ms }) => ms)), cpuMs: Math.max(...taken.map(({ cpuMs }) => cpuMs)) }
}
