// The audit chain: it only grows, and whatever is done to it past the app is shown with its place.
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson, createAudit } from '../../main/audit/index.ts'
import { tempDesk, there, type TempDesk } from './desk-fixture.ts'

let desk: TempDesk
beforeEach(async () => {
  desk = await tempDesk()
})
afterEach(() => desk.remove())

async function fill(count: number): Promise<void> {
  for (let number = 1; number <= count; number += 1) {
    await desk.audit.append('scan-viewed', { actor: 'p1', subject: `s${number}`, detail: { page: number } })
    desk.clock.move(1)
  }
}

/** Changes the table as somebody with the file and a SQL program would. */
async function tamper(sql: string): Promise<void> {
  for (const change of ['update', 'delete']) await desk.db.raw(`DROP TRIGGER audit_entries_refuse_${change}`)
  await desk.db.raw(sql)
}

test('links each entry to the one before, and lists the newest first', async () => {
  expect(await desk.audit.head()).toBe('0'.repeat(64))
  await fill(7)
  const { entries, total } = await desk.audit.list({ before: null, limit: 3 })
  expect(total).toBe(7)
  expect(entries.map(({ index }) => index)).toEqual([7, 6, 5])
  expect((await desk.audit.list({ before: 5, limit: 3 })).entries.map(({ index }) => index)).toEqual([4, 3, 2])
  expect(entries[0]).toMatchObject({
    event: 'scan-viewed',
    actorId: 'p1',
    subject: 's7',
    detail: { page: 7 },
    hash: await desk.audit.head(),
  })
  expect(await desk.audit.verify()).toEqual({ kind: 'whole', length: 7, headHash: entries[0]?.hash })
})

test('entries that are made at the same time stand in one row', async () => {
  await Promise.all(Array.from({ length: 20 }, () => desk.audit.append('locked', { actor: null, subject: null })))
  expect(await desk.audit.verify()).toMatchObject({ kind: 'whole', length: 20 })
})

test('an entry stands or falls with the work it belongs to', async () => {
  const work = desk.db.transaction(async (trx) => {
    await desk.audit.append('settings-changed', { actor: 'p1', subject: null }, trx)
    throw new Error('the work failed')
  })
  await expect(work).rejects.toThrow('the work failed')
  expect((await desk.audit.list({ before: null, limit: 10 })).total).toBe(0)
})

test.each(["UPDATE audit_entries SET actor_id = 'p2'", 'DELETE FROM audit_entries'])(
  'the database refuses %s',
  async (sql) => {
    await fill(1)
    await expect(desk.db.raw(sql)).rejects.toThrow('only grows')
  },
)

describe('tampering is shown with its place', () => {
  test.each([
    ["UPDATE audit_entries SET actor_id = 'p2' WHERE number = 3", 3],
    ['UPDATE audit_entries SET detail = \'{"page":9}\' WHERE number = 5', 5],
    ["UPDATE audit_entries SET detail = 'no json' WHERE number = 5", 5],
    ["UPDATE audit_entries SET at = '2020-01-01T00:00:00.000Z' WHERE number = 1", 1],
    ["UPDATE audit_entries SET hash = 'a' || hash WHERE number = 6", 6],
    ['DELETE FROM audit_entries WHERE number = 4', 4],
    ['DELETE FROM audit_entries WHERE number = 1', 1],
    ['UPDATE audit_entries SET number = number + 100 WHERE number = 6', 6],
  ])('%s', async (sql, place) => {
    await fill(6)
    await tamper(sql)
    expect(await desk.audit.verify()).toMatchObject({ kind: 'broken', brokenAt: place })
    expect(desk.audit.isBroken()).toBe(true)
    expect((await desk.audit.list({ before: null, limit: 10 })).entries.length).toBeGreaterThanOrEqual(5)
    const atStart = await createAudit({ db: desk.db, now: desk.clock.now })
    expect(atStart.isBroken()).toBe(true)
  })

  test('an entry that was forged with its own right hash breaks at the next one', async () => {
    await fill(6)
    const [third, second] = (await desk.audit.list({ before: 4, limit: 2 })).entries.map(there)
    const { at, event, subject, detail } = there(third)
    const forged = {
      number: 3,
      at,
      event,
      actorId: 'p2',
      subject,
      detail: canonicalJson(detail),
      previousHash: there(second).hash,
    }
    const hash = createHash('sha256').update(canonicalJson(forged)).digest('hex')
    await tamper(`UPDATE audit_entries SET actor_id = 'p2', hash = '${hash}' WHERE number = 3`)
    expect(await desk.audit.verify()).toMatchObject({ kind: 'broken', brokenAt: 4 })
  })

  test('the chain of more entries than one reading is walked to its end', async () => {
    await desk.db.transaction(async (trx) => {
      for (let number = 1; number <= 1203; number += 1)
        await desk.audit.append('scan-viewed', { actor: 'p1', subject: 's1' }, trx)
    })
    expect(await desk.audit.verify()).toMatchObject({ kind: 'whole', length: 1203 })
    await tamper("UPDATE audit_entries SET subject = 's2' WHERE number = 1203")
    expect(await desk.audit.verify()).toMatchObject({ kind: 'broken', brokenAt: 1203 })
  })
})

test('one value has one spelling', () => {
  expect(canonicalJson({ b: [1, 'é', null, { d: true, c: 2 }], a: '"' })).toBe(
    '{"a":"\\"","b":[1,"é",null,{"c":2,"d":true}]}',
  )
})
