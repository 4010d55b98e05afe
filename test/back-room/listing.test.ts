// Lists of cases: found by what was sealed, filtered, paged into the wiped rows, always as the last change left them, forgotten on lock.
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { everyOpenCase, type CaseFilter } from '../../shared/case-filter.ts'
import { casesDesk, hanako, recordAll, type CasesDesk } from './cases-desk.ts'
import { there } from './desk-fixture.ts'

let desk: CasesDesk
let numbers: Map<string, string[]>

beforeEach(async () => {
  numbers = new Map()
  desk = await casesDesk({}, { trackingNumbers: async () => numbers })
})
afterEach(() => desk.remove())

async function found(search: string, filter: Partial<CaseFilter> = {}): Promise<string[]> {
  const { rows } = await desk.cases.find({ search, filter: { ...everyOpenCase, ...filter }, offset: 0, limit: 100 })
  return rows.map(({ number }) => number)
}

/** A ledger row as a wipe leaves it. */
async function wiped(serial: number, over: object = {}): Promise<void> {
  await desk.db('cases').insert({
    id: crypto.randomUUID(),
    number: `2025-${String(serial).padStart(6, '0')}-0`,
    year: 2025,
    serial,
    kind: 'disclosure',
    lane: 'post',
    state: 'wiped',
    version: 9,
    arrived_on: '2025-03-01',
    opened_on: '2025-03-01',
    opened_by: desk.clerk.id,
    ...over,
  })
}

describe('the search', () => {
  test('finds by name, kana, address and number what is sealed in the database', async () => {
    const { number } = await desk.open()
    await desk.open({ requester: { ...hanako, name: '田中 一郎', kana: 'タナカ', address: '大阪府大阪市北区梅田1-1' } })
    for (const search of ['高橋', 'たかはし', '渋谷1-2-3', number, number.replaceAll('-', '')]) {
      expect(await found(search)).toEqual([number])
    }
    expect(await found('田中 渋谷')).toEqual([])
  })

  test('finds by a registered number once enough of it is typed', async () => {
    const { id, number } = await desk.open()
    numbers.set(id, ['13112383852'])
    expect(await found('131-12-38385-2')).toEqual([number])
    expect(await found('38385')).toEqual([number])
    expect(await found('131-12-38385-3')).toEqual([])
  })

  test('sees a change of the name at once', async () => {
    const { id, version, number } = await desk.open()
    expect(await found('高橋')).toEqual([number])
    const requester = { ...hanako, name: '佐藤 花子', kana: 'サトウ' }
    await desk.cases.changeRequester({ id, version, requester }, desk.clerk)
    expect(await found('高橋')).toEqual([])
    expect(await found('佐藤')).toEqual([number])
  })

  test('forgets every name on lock', async () => {
    await desk.open()
    await desk.cases.warm()
    desk.cases.forget()
    desk.lock.lock()
    await expect(found('高橋')).rejects.toMatchObject({ code: 'not-signed-in' })
    await expect(desk.cases.board()).rejects.toMatchObject({ code: 'not-signed-in' })
  })
})

describe('a key that is lost', () => {
  async function damageKeyOf(caseId: string): Promise<void> {
    const { slot } = await desk.cases.caseKeyOf(caseId)
    const file = await open(join(desk.folder, 'keys.slots'), 'r+')
    await file.write(Buffer.from('damaged'), 0, 7, (2 + slot) * 4096 + 2200)
    await file.close()
  }

  test('costs its own name and no other, in list, board and search', async () => {
    const lost = await desk.open()
    const whole = await desk.open({ requester: { ...hanako, name: '田中 一郎', kana: 'タナカ' } })
    await damageKeyOf(lost.id)
    desk.cases.forget()
    const names = (await desk.cases.list()).cases.map(({ number, requesterName }) => [number, requesterName])
    expect(names).toEqual([
      [whole.number, '田中 一郎'],
      [lost.number, null],
    ])
    expect(await found('田中')).toEqual([whole.number])
    expect(await found(lost.number)).toEqual([lost.number])
    expect((await desk.cases.board()).groups.reduce((sum, { total }) => sum + total, 0)).toBe(2)
    await expect(desk.cases.get({ id: lost.id }, desk.clerk)).rejects.toMatchObject({ code: 'vault-damaged' })
  })

  test('does not keep the others from being asked about', async () => {
    const lost = await desk.open()
    const ask = { matter: 'hold-set', refusalReason: null, reason: '訴訟の予告あり' } as const
    await desk.cases.askApproval({ caseId: lost.id, ...ask }, desk.clerk)
    await damageKeyOf(lost.id)
    const { approvals } = await desk.cases.waitingApprovals(desk.reviewer)
    expect(approvals).toMatchObject([
      { approval: { reason: null }, case: { number: lost.number, requesterName: null } },
    ])
  })
})

describe('filters', () => {
  test('narrow down by state, kind, lane, dates and what is overdue', async () => {
    const late = await desk.open({ arrivedOn: '2026-10-01' })
    const eu = await desk.open({ lane: 'eu', kind: 'erasure', arrivedOn: '2026-11-20' })
    await recordAll(desk, eu.id, [['identity-verified', '2026-11-24']])
    expect(await found('', { overdue: true })).toEqual([late.number])
    expect(await found('', { lanes: ['eu'] })).toEqual([eu.number])
    expect(await found('', { kinds: ['erasure'] })).toEqual([eu.number])
    expect(await found('', { states: ['verified'] })).toEqual([eu.number])
    expect(await found('', { from: '2026-11-01' })).toEqual([eu.number])
    expect(await found('', { to: '2026-10-31' })).toEqual([late.number])
  })
})

describe('wiped rows', () => {
  test('come after the open ones, page by page, without anything personal', async () => {
    const { number } = await desk.open()
    for (let serial = 1; serial <= 5; serial += 1) await wiped(serial)
    const filter = { ...everyOpenCase, wiped: true }
    const ask = (offset: number) => desk.cases.find({ search: '', filter, offset, limit: 2 })
    const pages = [await ask(0), await ask(2), await ask(4)]
    expect(pages.map(({ total, openTotal }) => [total, openTotal])).toEqual([1, 2, 3].map(() => [6, 1]))
    expect(pages.flatMap(({ rows }) => rows.map((row) => row.number))).toEqual([
      number,
      ...[5, 4, 3, 2, 1].map((serial) => `2025-00000${serial}-0`),
    ])
    expect(pages[1]?.rows.every(({ requesterName, next }) => requesterName === null && next === null)).toBe(true)
  })

  test('are found by number alone', async () => {
    await wiped(123)
    await wiped(124, { kind: 'erasure' })
    expect(await found('2025-000123', { wiped: true })).toEqual(['2025-000123-0'])
    expect(await found('123', { wiped: true })).toEqual(['2025-000123-0'])
    expect(await found('花子 123', { wiped: true })).toEqual([])
    expect(await found('', { wiped: true, kinds: ['erasure'] })).toEqual(['2025-000124-0'])
    expect(await found('', { wiped: true, from: '2025-03-02' })).toEqual([])
    expect(await found('123')).toEqual([])
  })
})

describe('the board', () => {
  test('counts every case of a group and shows the first of them', async () => {
    for (let count = 0; count < 42; count += 1) await desk.open({ arrivedOn: '2026-10-01' })
    const overdue = there((await desk.cases.board()).groups.find(({ group }) => group === 'overdue'))
    expect([overdue.total, overdue.rows.length]).toEqual([42, 40])
  })

  test('moves on with the day', async () => {
    await desk.open({ arrivedOn: '2026-11-20' })
    const groupNow = async () => (await desk.cases.board()).groups.find(({ rows }) => rows.length > 0)?.group
    expect(await groupNow()).toBe('later')
    desk.clock.move(60 * 24 * 60 * 60)
    expect(await groupNow()).toBe('overdue')
  })
})

describe('a money order', () => {
  test('that runs out puts its case on board and list, and no longer once it is cashed', async () => {
    const orders = new Map<string, string>()
    const own = await casesDesk({}, { moneyOrdersIssuedOn: async () => orders })
    try {
      const { id } = await own.open({ arrivedOn: '2026-11-24' })
      const placed = async () => (await own.cases.board()).groups.find(({ rows }) => rows.length > 0)
      expect((await placed())?.group).toBe('later')
      orders.set(id, '2026-05-25')
      await own.audit.append('payment-recorded', { actor: null, subject: id })
      expect(await placed()).toMatchObject({
        group: 'soon',
        rows: [{ deadline: { clock: 'money-order', due: '2026-11-25' } }],
      })
      expect((await own.cases.list()).cases[0]?.next).toMatchObject({ clock: 'money-order' })
      orders.clear()
      await own.audit.append('paper-settled', { actor: null, subject: id })
      expect((await placed())?.group).toBe('later')
    } finally {
      await own.remove()
    }
  })
})

describe('kept views', () => {
  test("are a person's own, named once, and hold filters only", async () => {
    const { views } = desk.cases
    const overdue = { ...everyOpenCase, overdue: true }
    await views.save({ name: '期限超過', filter: everyOpenCase }, desk.clerk)
    const kept = await views.save({ name: '期限超過', filter: overdue }, desk.clerk)
    expect(kept.views.map(({ name, filter }) => ({ name, filter }))).toEqual([{ name: '期限超過', filter: overdue }])
    expect((await views.list(desk.reviewer)).views).toEqual([])
    const { id } = there(kept.views[0])
    await expect(views.remove({ id }, desk.reviewer)).rejects.toMatchObject({ code: 'not-found' })
    expect((await views.remove({ id }, desk.clerk)).views).toEqual([])
  })
})
