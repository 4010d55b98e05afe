// Letters on their way to paper: exactly the kept PDF, a reason for every further print, and a run that can fail, stop and die.
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import type { Notice } from '../../shared/ipc/parts.ts'
import { oneCopy, reprintSchema } from '../../shared/printing.ts'
import { scannedPdf } from '../specimens/pdf.ts'
import { hanako } from './cases-desk.ts'
import { rawSearch, there } from './desk-fixture.ts'
import { builtScreening } from './mail-desk.ts'
import { faultOf, type LettersDesk, type LetterTools } from './letters-desk.ts'
import { deskOfEachTest } from './letters-hooks.ts'
import { fontsFolder } from './papers-fixture.ts'

let desk: LettersDesk

/** A sheet of this colour, where what stands on it does not matter. */
async function sheetOf(background: string): Promise<Buffer> {
  const [width, height, dpi] = [210, 297, 25.4]
  const jpeg = await sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
  return scannedPdf([{ jpeg, width, height, dpi, isGrey: false }])
}

async function tools(): Promise<LetterTools> {
  return { screening: await builtScreening(), fonts: await fontsFolder(), pdf: await sheetOf('white') }
}

deskOfEachTest((made) => {
  desk = made
}, tools)

const toTray = (id: string) => ({ id, printer: 'tray', how: oneCopy, reprint: null })

async function entries(event: string) {
  return (await desk.audit.list({ before: null, limit: 500 })).entries.filter((entry) => entry.event === event)
}

async function letters(count: number): Promise<Notice[]> {
  const made: Notice[] = []
  for (let one = 0; one < count; one += 1) {
    made.push((await desk.make()).notice)
    desk.clock.move(1)
  }
  return made
}

async function unprinted(): Promise<string[]> {
  return (await desk.notices.toPost()).letters.filter(({ printedAt }) => printedAt === null).map(({ id }) => id)
}

describe('one letter', () => {
  it('goes out as it was sealed, as often and as the printer is asked to', async () => {
    const { id } = (await desk.make()).notice
    const how = { copies: 2, sides: 'two', tray: 'Upper' } as const
    const after = await desk.notices.print({ ...toTray(id), how }, desk.clerk)
    expect(desk.printed).toEqual([{ bytes: desk.pdf, printer: 'tray', jobName: '2026-000001-7', how }])
    expect(after.prints).toEqual([{ at: desk.clock.now(), by: '受付 花子', copies: 2, reason: null, note: '' }])
    expect(await entries('notice-printed')).toMatchObject([{ subject: id, detail: { copies: 2 } }])
  })

  it('is not printed when it is not the PDF whose hash was kept', async () => {
    const { id } = (await desk.make()).notice
    const row = there((await desk.db('notices').where({ id }))[0])
    await desk.vault.shredObject(row.object_id)
    await desk.vault.sealObject(row.key_slot, 'notice', await sheetOf('grey'), row.object_id)
    expect(await faultOf(desk.notices.print(toTray(id), desk.clerk))).toMatchObject({ code: 'vault-damaged' })
    expect(desk.printed).toEqual([])
    expect(await entries('notice-printed')).toEqual([])
  })

  it('is printed again for a reason alone, which stays in the chain; its note is sealed', async () => {
    const { id } = (await desk.make()).notice
    await desk.notices.print(toTray(id), desk.clerk)
    expect(await faultOf(desk.notices.print(toTray(id), desk.clerk))).toMatchObject({ code: 'bad-request' })
    desk.clock.move(60)
    const reprint = { reason: 'damaged', note: '花子さんの封筒を破いた' } as const
    const after = await desk.notices.print({ ...toTray(id), reprint }, desk.clerk)
    expect(desk.printed).toHaveLength(2)
    expect(after.prints).toMatchObject([{ reason: null }, reprint])
    expect(await entries('notice-reprinted')).toMatchObject([{ subject: id, detail: { reason: 'damaged', print: 2 } }])
    expect(JSON.stringify(await entries('notice-reprinted'))).not.toContain('花子')
    expect(await rawSearch(desk.folder, Buffer.from('封筒を破いた'))).toEqual([])
  })

  it('is not put on paper once its address has changed, but for a copy to keep', async () => {
    const { caseId, notice } = await desk.make()
    const { version } = await desk.cases.get({ id: caseId }, desk.clerk)
    const moved = { ...hanako, address: '大阪府大阪市北区一丁目1番1号' }
    await desk.notices.print(toTray(notice.id), desk.clerk)
    await desk.cases.changeRequester({ id: caseId, version, requester: moved }, desk.clerk)
    const again = (reason: 'damaged' | 'copy') =>
      desk.notices.print({ ...toTray(notice.id), reprint: { reason, note: '' } }, desk.clerk)
    expect((await faultOf(again('damaged'))).code).toBe('address-changed')
    await again('copy')
    expect(desk.printed).toHaveLength(2)
  })

  it('needs words where the reason says nothing', () => {
    expect(reprintSchema.safeParse({ reason: 'other', note: ' ' }).success).toBe(false)
    expect(reprintSchema.safeParse({ reason: 'other', note: '見本として' }).success).toBe(true)
    expect(reprintSchema.safeParse({ reason: 'lost', note: '' }).success).toBe(true)
  })

  it('takes its prints along when it is discarded and when its case is wiped', async () => {
    const [first, second] = await letters(2)
    for (const { id } of [there(first), there(second)]) await desk.notices.print(toTray(id), desk.clerk)
    await desk.notices.discard({ id: there(first).id }, desk.clerk)
    const { case_id: caseId } = there((await desk.db('notices'))[0])
    await desk.notices.removeRows(caseId)
    expect(await desk.db('notice_prints')).toEqual([])
  })
})

describe('a run', () => {
  const run = (ids: string[]) => desk.notices.printRun({ ids, printer: 'tray', how: oneCopy }, desk.clerk)

  it('prints each letter once, in its order, and leaves none in the list', async () => {
    const made = await letters(3)
    expect(await unprinted()).toEqual(made.map(({ id }) => id))
    const ids = made.map(({ id }) => id)
    // Two people press the button.
    const [one, other] = await Promise.all([run(ids), run(ids)])
    expect(one).toEqual({ printed: 3, failed: [], left: 0, endedBy: 'last-letter' })
    expect(other).toMatchObject({ printed: 0, left: 0 })
    expect(desk.printed.map(({ jobName }) => jobName)).toEqual(['2026-000001-7', '2026-000002-5', '2026-000003-3'])
    expect(await unprinted()).toEqual([])
    expect(await entries('notice-printed')).toHaveLength(3)
    expect(desk.told.some(({ name, body }) => name === 'job.progress' && 'kind' in body && body.kind === 'print')).toBe(
      true,
    )
  })

  it('names the letter that fails and goes on with the others', async () => {
    const made = await letters(3)
    desk.atPrinter = (jobName) => {
      if (jobName === '2026-000002-5') throw new Fault('print-failed')
    }
    const ids = made.map(({ id }) => id)
    expect(await run(ids)).toEqual({
      printed: 2,
      failed: [{ id: ids[1], caseNumber: '2026-000002-5', code: 'print-failed' }],
      left: 0,
      endedBy: 'last-letter',
    })
    expect(await unprinted()).toEqual([ids[1]])
  })

  it('stops after the letter that is under way; the rest stays in the list', async () => {
    const ids = (await letters(3)).map(({ id }) => id)
    desk.atPrinter = async () => {
      const [job] = (await desk.jobs.list()).jobs
      await desk.jobs.cancel({ jobId: there(job).jobId })
    }
    expect(await run(ids)).toEqual({ printed: 1, failed: [], left: 2, endedBy: 'stop' })
    expect(await unprinted()).toEqual(ids.slice(1))
  })

  it('ends when the printer is gone or the desk was locked, with nothing lost', async () => {
    const ids = (await letters(3)).map(({ id }) => id)
    desk.atPrinter = () => {
      throw new Fault('no-printer')
    }
    expect(await run(ids)).toEqual({ printed: 0, failed: [], left: 3, endedBy: 'no-printer' })
    desk.atPrinter = () => desk.lock.lock()
    expect(await run(ids)).toMatchObject({ endedBy: 'lock' })
    expect(await desk.db('notices').whereNull('printed_at')).toHaveLength(2)
  })

  it('knows after a kill which letter nobody knows the end of, and a person says what became of it', async () => {
    const ids = (await letters(3)).map(({ id }) => id)
    // Of a program that is ended while the printer has the second letter, what it wrote until then is left.
    let endPrint = (): void => undefined
    const killed = { run: Promise.resolve<unknown>(undefined) }
    await new Promise<void>((atSecond) => {
      desk.atPrinter = (jobName) => {
        if (jobName !== '2026-000002-5') return undefined
        atSecond()
        return new Promise<void>((_, reject) => {
          endPrint = () => reject(new Fault('print-failed'))
        })
      }
      killed.run = run(ids)
    })
    const again = desk.restarted()
    desk.atPrinter = () => undefined
    const left = (await again.toPost()).letters
    expect(left.map(({ printedAt, isUnsettled }) => [printedAt !== null, isUnsettled])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ])
    const uncertain = there(ids[1])
    expect(await faultOf(again.print(toTray(uncertain), desk.clerk))).toMatchObject({ code: 'wrong-stage' })
    await again.settlePrint({ id: uncertain, outcome: 'not-printed' }, desk.clerk)
    expect((await again.print(toTray(uncertain), desk.clerk)).printedAt).not.toBeNull()
    expect(await faultOf(again.settlePrint({ id: uncertain, outcome: 'on-paper' }, desk.clerk))).toMatchObject({
      code: 'wrong-stage',
    })
    endPrint()
    await killed.run
  })
})
