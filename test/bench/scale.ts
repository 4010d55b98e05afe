// The bench of a large desk: board, list, search, sign-in and export with 100,000 rows of the ledger, of which 3,000 are open.
import { pageOfPayments } from '../../main/fees/store.ts'
import { createLedger } from '../../main/ledger/index.ts'
import { createTracking } from '../../main/post/tracking.ts'
import { scansOfHeldPaper } from '../../main/pieces/store.ts'
import { scansInWork } from '../../main/scans/store.ts'
import { pageOfWipes, unfinishedWipes } from '../../main/wipe/store.ts'
import { everyOpenCase } from '../../shared/case-filter.ts'
import { casesDesk, hanako } from '../back-room/cases-desk.ts'
import { duration, median, section, table, timed, type Print } from './figures.ts'
import { fillLedger, type LedgerSize } from './ledger.ts'
import { benchScaleInWindow } from './scale-window.ts'
import { withTempFolder } from './temp-folder.ts'

const size: LedgerSize = { open: 3000, wiped: 97_000 }
const runs = 9
/** Typed one character after the other. */
const typed = ['髙', '髙橋', '高橋 渋谷', 'たかはし', '1丁目2', '2026', '2026-0001', '131-1009']

export async function benchScale(print: Print): Promise<void> {
  await withTempFolder(async (folder) => {
    const desk = await casesDesk({ folder }, { trackingNumbers: () => tracking.byCase() })
    const tracking = createTracking(desk)
    try {
      const filling = await timed(() => fillLedger(desk, size, desk.clerk.id, desk.clock.today()))
      const { cases, audit, jobs, clerk } = desk
      const cold = await timed(() => cases.warm())
      const boards = await times(() => cases.board())
      const searches: number[] = []
      for (const search of typed) {
        for (const wiped of [false, true]) {
          const filter = { ...everyOpenCase, wiped }
          searches.push(await timed(() => cases.find({ search, filter, offset: 0, limit: 100 })))
        }
      }
      const pages = await times((run) =>
        cases.find({ search: '', filter: { ...everyOpenCase, wiped: true }, offset: 10_000 * run, limit: 100 }),
      )
      const { id } = (await cases.list()).cases[1000] ?? { id: '' }
      const record = await cases.get({ id }, clerk)
      const requester = { ...hanako, name: '変更 花子' }
      await cases.changeRequester({ id, version: record.version, requester }, clerk)
      const afterChange = await timed(() => cases.board())
      const ledger = createLedger({ cases, audit, jobs, save: async () => true, today: desk.clock.today })
      const exported = await timed(() => ledger.prepareWithNames({ encoding: 'cp932' }, desk.reviewer))
      const month = await timed(() => cases.monthCases('2026-10-01', '2026-10-31'))
      const { db } = desk
      const inWork = await timed(async () => scansInWork(db, await scansOfHeldPaper(db)))
      const wipes = await times((run) => pageOfWipes(db, { offset: 10_000 * run, limit: 100 }))
      const unfinished = await timed(() => unfinishedWipes(db))
      const payments = await times((run) => pageOfPayments(db, { offset: 3000 * run, limit: 100 }))
      print(
        section(
          'Scale, in the back room',
          `${size.open} open and ${size.wiped} wiped cases, made in ${duration(filling)}. Median of ${runs} runs where more than one.`,
          table(
            ['what', 'time', 'target'],
            [
              ['names opened and dates reckoned after sign-in', duration(cold), '1 s'],
              ['board', duration(median(boards)), '50 ms'],
              ['board after one case changed', duration(afterChange), '50 ms'],
              ['search, slowest keystroke', duration(Math.max(...searches)), '100 ms'],
              ['a page of the list, anywhere in it', duration(Math.max(...pages)), ''],
              ['ledger as CSV in CP932, with names', duration(exported), '5 s'],
              ['cases of a month, for its report', duration(month), ''],
              ['a page of the certificates, anywhere in them', duration(Math.max(...wipes)), ''],
              ['wipes to go on with, at start', duration(unfinished), ''],
              ['a page of the fee ledger, anywhere in it', duration(Math.max(...payments)), ''],
              ['scans and paper that wait for work', duration(inWork), ''],
            ],
          ),
        ),
      )
    } finally {
      await desk.close()
    }
  })
  await benchScaleInWindow(size, print)
}

async function times(work: (run: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let run = 0; run < runs; run += 1) taken.push(await timed(() => work(run)))
  return taken
}
