// The audit chain: it only grows, and whatever is done to it past the app is shown with its place.
import { createHash } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson, createAudit, type Audit } from '../../main/audit/index.ts'
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
    const atStart = await createAudit({
      db: desk.db,
      now: desk.clock.now,
      seal: async () => null,
      onBroken: () => undefined,
    })
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

describe('a chain too long to be walked before the desk opens', () => {
  beforeEach(async () => {
    await desk.remove()
    desk = await tempDesk({ unlocked: true })
    await fill(8)
  })

  /** The next start: of the five newest entries at most the chain is walked whole at once. */
  async function start(): Promise<{ audit: Audit; told: () => number }> {
    let told = 0
    const seal = (text: string): Promise<string> => desk.vault.chainSeal(text)
    const onBroken = (): void => void (told += 1)
    const audit = await createAudit({ db: desk.db, now: desk.clock.now, seal, onBroken, walkedAtOnce: 5 })
    return { audit, told: () => told }
  }

  /** Somebody signs in at a whole chain, and works on. */
  async function verifiedBefore(): Promise<void> {
    const { audit } = await start()
    await audit.confirm()
    await fill(2)
  }

  /** Each entry altered and every hash made anew: links that all fit. */
  async function rewrite(): Promise<void> {
    const rows: Record<string, string | number | null>[] = await desk.db('audit_entries').orderBy('number')
    let previousHash = '0'.repeat(64)
    for (const row of rows) {
      const entry = { number: row['number'], at: row['at'], event: row['event'], actorId: 'p2' }
      const whole = { ...entry, subject: row['subject'], detail: row['detail'], previousHash }
      const hash = createHash('sha256')
        .update(canonicalJson(Object.fromEntries(Object.entries(whole).map(([key, value]) => [key, value ?? null]))))
        .digest('hex')
      await desk
        .db('audit_entries')
        .where({ number: row['number'] })
        .update({ actor_id: 'p2', previous_hash: previousHash, hash })
      previousHash = hash
    }
  }

  test('is whole at the start, at sign-in and in the background', async () => {
    await verifiedBefore()
    const { audit, told } = await start()
    await audit.confirm()
    expect([await audit.walked, audit.isBroken(), told()]).toEqual([true, false, 0])
    expect(await audit.verify()).toMatchObject({ kind: 'whole', length: 10 })
  })

  test('altered after the point that was verified, it is broken at the start', async () => {
    await verifiedBefore()
    await tamper("UPDATE audit_entries SET actor_id = 'p2' WHERE number = 9")
    expect((await start()).audit.isBroken()).toBe(true)
  })

  test('altered before it, it is found in the background, told, and broken from the next start on', async () => {
    await verifiedBefore()
    await tamper("UPDATE audit_entries SET actor_id = 'p2' WHERE number = 3")
    const { audit, told } = await start()
    await audit.walked
    expect([audit.isBroken(), told()]).toEqual([true, 1])
    expect((await start()).audit.isBroken()).toBe(true)
  })

  test('written anew from its beginning, so that every link fits, it is found at sign-in by the seal', async () => {
    await verifiedBefore()
    await tamper('SELECT 1')
    await rewrite()
    const { audit, told } = await start()
    expect(audit.isBroken()).toBe(false)
    await audit.confirm()
    expect([audit.isBroken(), told()]).toEqual([true, 1])
    expect((await audit.verify()).kind).toBe('broken')
  })

  test('cut off below the point, it is found at sign-in', async () => {
    await verifiedBefore()
    await tamper('DELETE FROM audit_entries WHERE number > 7')
    const { audit } = await start()
    await audit.confirm()
    expect(audit.isBroken()).toBe(true)
  })

  test('a point that somebody else has set makes nothing verified', async () => {
    await verifiedBefore()
    await tamper("UPDATE audit_entries SET actor_id = 'p2' WHERE number = 9")
    const head = await desk.db('audit_entries').orderBy('number', 'desc').first('number', 'hash')
    await desk.db('chain_marks').update({ ...head, seal: '0'.repeat(64) })
    const { audit } = await start()
    await audit.confirm()
    expect(audit.isBroken()).toBe(true)
  })

  test('without its point it is walked whole at the start', async () => {
    await verifiedBefore()
    await tamper("UPDATE audit_entries SET actor_id = 'p2' WHERE number = 3")
    await desk.db('chain_marks').delete()
    expect((await start()).audit.isBroken()).toBe(true)
  })
})

test('one value has one spelling', () => {
  expect(canonicalJson({ b: [1, 'é', null, { d: true, c: 2 }], a: '"' })).toBe(
    '{"a":"\\"","b":[1,"é",null,{"c":2,"d":true}]}',
  )
})
