// What the desk tells by itself: each deadline once a day, without a name, not at night; and the digest once a day and person.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createReminders, type Reminders } from '../../main/reminders/index.ts'
import { defaultPreferences } from '../../shared/settings.ts'
import { casesDesk, hanako, recordAll, type CasesDesk } from './cases-desk.ts'
import { person } from './desk-fixture.ts'

let desk: CasesDesk
let reminders: Reminders
let preferences = defaultPreferences
let showsMessages = true
let told: { title: string; body: string }[] = []

/** Reminders as after a start of the app on the same data. */
function started(isReadOnly = false): Reminders {
  return createReminders({
    db: desk.db,
    cases: desk.cases,
    isReadOnly: () => isReadOnly,
    preferences: { get: () => preferences },
    notify: (message) => {
      if (showsMessages) told.push(message)
      return showsMessages
    },
    now: desk.clock.now,
    today: desk.clock.today,
    emit: desk.emit,
    onBug: (error) => void desk.bugs.push(error),
  })
}

beforeEach(async () => {
  preferences = defaultPreferences
  showsMessages = true
  told = []
  // 10:00 in Japan.
  desk = await casesDesk()
  reminders = started()
  for (const [slot, { id }] of [desk.clerk, desk.reviewer].entries()) {
    const row = { id, login_name: id.slice(0, 8), display_name_sealed: Buffer.of(1), key_slot: slot, created_at: 'x' }
    await desk.db('staff').insert(row)
  }
})
afterEach(async () => {
  reminders.close()
  await desk.remove()
})

const day = 24 * 3600

describe('a reminder', () => {
  it('tells of what is overdue or due today by count and number, and by nobody’s name', async () => {
    const late = await desk.open({ arrivedOn: '2026-11-02' })
    // Ten business days from the 9th, with one holiday in between.
    const today = await desk.open({ arrivedOn: '2026-11-09' })
    await desk.open({ arrivedOn: '2026-11-24' })
    await reminders.check()
    expect(told).toEqual([
      { title: '個人情報デスク: 期限超過 1 件・本日が期限 1 件', body: `${late.number}、${today.number}` },
    ])
    expect(JSON.stringify(told)).not.toContain(hanako.name.slice(0, 2))
  })

  it('comes once a day and deadline, also after a restart, and again the next day', async () => {
    await desk.open({ arrivedOn: '2026-11-02' })
    await reminders.check()
    await reminders.check()
    reminders.close()
    reminders = started()
    await reminders.check()
    expect(told).toHaveLength(1)
    const other = await desk.open({ arrivedOn: '2026-11-09' })
    await reminders.check()
    expect(told.at(-1)).toEqual({ title: '個人情報デスク: 本日が期限 1 件', body: other.number })
    desk.clock.move(day)
    await reminders.check()
    expect(told.at(-1)?.title).toBe('個人情報デスク: 期限超過 2 件')
    expect(await desk.db('reminders_given').where('given_on', '<', '2026-11-25')).toEqual([])
  })

  it('comes also while the desk is locked, in the PC’s language, and counts what it does not name', async () => {
    for (let index = 0; index < 5; index += 1) await desk.open({ arrivedOn: '2026-11-02' })
    desk.lock.lock()
    desk.cases.forget()
    preferences = { ...preferences, language: 'en' }
    await reminders.check()
    expect(told).toEqual([
      {
        title: 'Privacy Desk: 5 overdue',
        body: '2026-000001-7, 2026-000002-5, 2026-000003-3 and 2 more',
      },
    ])
  })

  it('does not come at night, when it is switched off, when the chain is broken, or where no message was shown', async () => {
    await desk.open({ arrivedOn: '2026-11-02' })
    desk.clock.move(-3 * 3600)
    await reminders.check()
    desk.clock.move(3 * 3600)
    preferences = { ...preferences, reminders: false }
    await reminders.check()
    preferences = defaultPreferences
    const readOnly = started(true)
    await readOnly.check()
    readOnly.close()
    showsMessages = false
    await reminders.check()
    expect(told).toEqual([])
    showsMessages = true
    await reminders.check()
    expect(told).toHaveLength(1)
  })

  it('says nothing of a case that was finished meanwhile', async () => {
    const { id } = await desk.open({ arrivedOn: '2026-11-02' })
    await recordAll(desk, id, [['withdrawn', '2026-11-24']])
    await reminders.check()
    expect(told).toEqual([])
  })
})

describe('the digest', () => {
  it('is due once a day and person, and what it showed is not told again', async () => {
    await desk.open({ arrivedOn: '2026-11-02' })
    reminders.satDown(desk.clerk)
    expect(await reminders.isDigestDue()).toBe(true)
    await reminders.digestSeen(desk.clerk)
    expect(await reminders.isDigestDue()).toBe(false)
    expect(desk.told.at(-1)).toEqual({ name: 'session.changed', body: {} })
    await reminders.check()
    expect(told).toEqual([])
    reminders.gotUp()
    reminders.satDown(desk.clerk)
    expect(await reminders.isDigestDue()).toBe(false)
    reminders.satDown(desk.reviewer)
    expect(await reminders.isDigestDue()).toBe(true)
    desk.clock.move(day)
    reminders.satDown(desk.clerk)
    expect(await reminders.isDigestDue()).toBe(true)
  })

  it('never comes in the middle of work: neither with the first case nor at midnight', async () => {
    reminders.satDown(desk.clerk)
    expect(await reminders.isDigestDue()).toBe(false)
    await desk.open({ arrivedOn: '2026-11-02' })
    expect(await reminders.isDigestDue()).toBe(false)
    desk.clock.move(day)
    expect(await reminders.isDigestDue()).toBe(false)
  })

  it('is for the desk’s staff alone, and never stands before a desk that can only be read', async () => {
    await desk.open({ arrivedOn: '2026-11-02' })
    reminders.satDown(person(['auditor', 'administrator']))
    expect(await reminders.isDigestDue()).toBe(false)
    const readOnly = started(true)
    readOnly.satDown(desk.clerk)
    expect(await readOnly.isDigestDue()).toBe(false)
    readOnly.close()
  })
})
