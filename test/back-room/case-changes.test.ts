// Two people at one case on a real database: the second sees what the first changed, by whom and when, and overwrites nothing.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Fault } from '../../shared/faults.ts'
import { approve, casesDesk, hanako, recordAll, untold, type CasesDesk } from './cases-desk.ts'
import { rawSearch } from './desk-fixture.ts'

let desk: CasesDesk

beforeEach(async () => {
  desk = await casesDesk()
})
afterEach(() => desk.remove())

const wipeId = '6f9b2d5e-8f5c-4d0e-9d38-5b8f2f1f0a11'
const moved = { ...hanako, address: '大阪府大阪市北区見本町1-1', contact: '06-0000-0000' }

describe('a form that was opened before somebody else’s change', () => {
  it('is refused, and says what changed: which event or field, by whom, when', async () => {
    const { id, version } = await desk.open()
    await desk.cases.changeRequester({ id, version, requester: moved }, desk.clerk)
    desk.clock.move(60)
    await recordAll(desk, id, [['correction-sent', '2026-11-24']])
    const late = {
      id,
      version,
      event: 'withdrawn',
      on: '2026-11-24',
      refusalReason: null,
      note: 'お電話',
      ...untold,
    } as const
    await expect(desk.cases.record(late, desk.clerk)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    expect(await desk.cases.changesSince({ id, version })).toEqual({
      changes: [
        {
          version: 2,
          at: '2026-11-24T01:00:00.000Z',
          by: '受付 花子',
          change: { what: 'requester', fields: ['address', 'contact'] },
        },
        {
          version: 3,
          at: '2026-11-24T01:01:00.000Z',
          by: '審査 太郎',
          change: { what: 'event', event: 'correction-sent', on: '2026-11-24' },
        },
      ],
    })
    expect(await desk.cases.get({ id }, desk.clerk)).toMatchObject({ version: 3, state: 'awaiting-correction' })
    expect(await desk.cases.record({ ...late, version: 3 }, desk.clerk)).toMatchObject({ state: 'finished' })
    expect(await desk.cases.changesSince({ id, version: 4 })).toEqual({ changes: [] })
  })

  it('is told of both changes that a new address of a verified requester makes', async () => {
    const { id } = await desk.open()
    const { version } = await recordAll(desk, id, [['identity-verified', '2026-11-24']])
    await desk.cases.changeRequester({ id, version, requester: moved }, desk.clerk)
    const { changes } = await desk.cases.changesSince({ id, version })
    expect(changes.map(({ change }) => change)).toEqual([
      { what: 'requester', fields: ['address', 'contact'] },
      { what: 'event', event: 'requester-changed', on: '2026-11-24' },
    ])
  })

  it('is told in closed words: what the fields hold is written nowhere in the clear, and nothing stays of a wiped case', async () => {
    const { id, version } = await desk.open()
    await desk.cases.changeRequester({ id, version, requester: moved }, desk.clerk)
    for (const text of [moved.address, moved.contact])
      expect(await rawSearch(desk.folder, Buffer.from(text))).toEqual([])
    await approve(desk, id, 'early-wipe')
    await desk.cases.recordWipeStarted(id, wipeId, desk.clerk)
    await desk.cases.removeRows(id)
    expect(await desk.cases.changesSince({ id, version })).toEqual({ changes: [] })
  })
})

describe('another kind or lane than was thought', () => {
  it('shows the dates it would bring, changes nothing until it is saved, and then exactly those', async () => {
    const { id, version, deadlines } = await desk.open({ kind: 'purpose-notification', arrivedOn: '2026-11-20' })
    const tried = await desk.cases.tryMatter({ id, kind: 'disclosure', lane: 'eu' })
    const added = tried.deadlines.filter(({ clock }) => !deadlines.some((one) => one.clock === clock))
    expect(added.map(({ clock, due }) => [clock, due])).toEqual([
      ['suit-possible', '2026-12-04'],
      ['gdpr-answer', '2026-12-21'],
      ['gdpr-extension', '2026-12-21'],
    ])
    expect(await desk.cases.get({ id }, desk.clerk)).toMatchObject({ version, kind: 'purpose-notification', deadlines })
    const record = await desk.cases.changeMatter({ id, version, kind: 'disclosure', lane: 'eu' }, desk.clerk)
    expect(record).toMatchObject({ version: version + 1, kind: 'disclosure', lane: 'eu', deadlines: tried.deadlines })
    expect((await desk.cases.changesSince({ id, version })).changes.map(({ change }) => change)).toEqual([
      { what: 'matter', kind: 'disclosure', lane: 'eu' },
    ])
    expect((await desk.audit.list({ before: null, limit: 1 })).entries[0]).toMatchObject({ event: 'matter-changed' })
  })

  it('takes back what a second person had allowed for the other matter', async () => {
    const { id } = await desk.open()
    await recordAll(desk, id, [['identity-verified', '2026-11-24']])
    const { version } = await approve(desk, id, 'answer-sent')
    const record = await desk.cases.changeMatter({ id, version, kind: 'correction', lane: 'post' }, desk.clerk)
    expect(record.approvals.map(({ state }) => state)).toEqual(['lapsed'])
  })

  it('is no complaint, and stays once it was answered', async () => {
    const { id, version } = await desk.open()
    const faultOf = async (work: Promise<unknown>): Promise<unknown> =>
      work.catch((error: unknown) => (error instanceof Fault ? error.detail['because'] : error))
    const complaint = desk.cases.changeMatter({ id, version, kind: 'complaint', lane: 'post' }, desk.clerk)
    expect(await faultOf(complaint)).toBe('another-course')
    const ended = await recordAll(desk, id, [['withdrawn', '2026-11-24']])
    const late = { id, version: ended.version, kind: 'correction', lane: 'post' } as const
    expect(await faultOf(desk.cases.changeMatter(late, desk.clerk))).toBe('answered-already')
    expect((await desk.cases.get({ id }, desk.clerk)).kind).toBe('disclosure')
  })
})
