// Bad input and trouble around a case: strange characters, impossible days, a clock set back, a database that another program holds.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '../../main/db/index.ts'
import { everyOpenCase } from '../../shared/case-filter.ts'
import { Fault } from '../../shared/faults.ts'
import { calls } from '../../shared/ipc/contract.ts'
import { casesDesk, hanako, untold, type CasesDesk } from './cases-desk.ts'
import { buildChild } from './children/child.ts'

let desk: CasesDesk

beforeEach(async () => {
  desk = await casesDesk()
})
afterEach(() => desk.remove())

const opening = {
  kind: 'disclosure',
  lane: 'post',
  inquiryOn: null,
  arrivedOn: '2026-11-20',
  requester: hanako,
} as const

describe('what a requester may be called', () => {
  it.each([
    ['of old and rare characters', '髙﨑 濵德'],
    ['beyond 16 bits', '𠮷田 𩸽子'],
    ['with variation selectors', '葛\u{E0100}城 邉\u{E0106}子'],
    ['in 外字 of one PC', '\uE000田 \uE001子'],
    ['in combining marks', 'か\u3099き く\u3099けこ'],
    ['of a foreign resident', 'Đặng Thị Ánh-Nguyệt O’Brien'],
  ])('a name %s is kept as it is and found again', async (_, name) => {
    const request = calls['cases.open'].request.parse({ ...opening, requester: { ...hanako, name } })
    const { id } = await desk.cases.open(request, desk.clerk)
    expect((await desk.cases.get({ id }, desk.clerk)).requester?.name).toBe(name)
    const found = await desk.cases.find({ search: name, filter: everyOpenCase, offset: 0, limit: 10 })
    expect(found.rows.map((row) => row.requesterName)).toEqual([name])
  })

  it('an address of 2,000 characters is kept whole; one more is refused and leaves nothing', async () => {
    const address = `東京都${'見'.repeat(1996)}町`
    const { id } = await desk.open({ requester: { ...hanako, address } })
    expect((await desk.cases.get({ id }, desk.clerk)).requester?.address).toBe(address)
    const longer = { ...opening, requester: { ...hanako, address: `${address}町` } }
    expect(calls['cases.open'].request.safeParse(longer).success).toBe(false)
  })

  it('pasted controls, marks of direction and half characters never reach the sealed row', async () => {
    const name = '\u202E髙橋\u0000\t花\u200B子\uD842'
    const request = calls['cases.open'].request.parse({ ...opening, requester: { ...hanako, name } })
    const { id } = await desk.cases.open(request, desk.clerk)
    expect((await desk.cases.get({ id }, desk.clerk)).requester?.name).toBe('髙橋 花子')
  })
})

describe('days that cannot be', () => {
  it.each(['2026-02-30', '2027-02-29', '2026-13-01', '2026-00-10', '26-11-24', '2026-11-24T00:00:00Z', ''])(
    'arrival on %j is stopped at the door',
    (arrivedOn) => {
      expect(calls['cases.open'].request.safeParse({ ...opening, arrivedOn }).success).toBe(false)
    },
  )

  it('a clock set back before the last event lets nothing be recorded, and everything once it is right again', async () => {
    const { id, version } = await desk.open({ arrivedOn: '2026-11-24' })
    desk.clock.move(-4 * 24 * 3600)
    const request = {
      id,
      version,
      event: 'identity-verified',
      on: '2026-11-24',
      refusalReason: null,
      note: null,
      ...untold,
    } as const
    const refused = desk.cases.record(request, desk.clerk)
    await expect(refused).rejects.toMatchObject({
      code: 'impossible-date',
      detail: { notBefore: '2026-11-24', notAfter: '2026-11-20' },
    })
    const earlier = desk.cases.record({ ...request, on: '2026-11-20' }, desk.clerk)
    await expect(earlier).rejects.toMatchObject({ detail: { because: 'before-what-it-follows' } })
    expect(await desk.cases.get({ id }, desk.clerk)).toMatchObject({ version, state: 'received' })
    desk.clock.move(4 * 24 * 3600)
    expect(await desk.cases.record(request, desk.clerk)).toMatchObject({ state: 'verified' })
  })
})

describe('a database that another program holds', () => {
  it('is said to be locked; when it is free again, everything is there', async () => {
    const { id } = await desk.open()
    await desk.close()
    const file = join(desk.folder, 'desk.sqlite')
    const child = spawn(process.execPath, [
      await buildChild(new URL('./children/lock-child.ts', import.meta.url)),
      file,
    ])
    const ended = once(child, 'close')
    await once(child.stdout, 'data')
    const refused: unknown = await openDatabase(file).catch((error: unknown) => error)
    child.kill('SIGKILL')
    await ended
    expect(refused).toBeInstanceOf(Fault)
    expect(refused).toMatchObject({ code: 'database-locked' })
    const db = await openDatabase(file)
    try {
      expect(await db('cases').pluck('id')).toEqual([id])
    } finally {
      await db.destroy()
    }
  })

  it('cannot be taken from a desk that is open: the other program is refused, the desk works on', async () => {
    const file = join(desk.folder, 'desk.sqlite')
    const child = spawn(process.execPath, [
      await buildChild(new URL('./children/lock-child.ts', import.meta.url)),
      file,
    ])
    const [code]: unknown[] = await once(child, 'close')
    expect(code).not.toBe(0)
    expect((await desk.open()).state).toBe('received')
  })
})
