// What the desk's dates do outside one case: those that a new calendar would move, the calendar file, a clock set back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAudit } from '../../main/audit/index.ts'
import { clocks } from '../../shared/cases.ts'
import { clockBehind } from '../../shared/rules/clock-behind.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { casesDesk, hanako, type CasesDesk } from './cases-desk.ts'

let desk: CasesDesk
const saved = new Map<string, string>()

beforeEach(async () => {
  saved.clear()
  const save = async (name: string, bytes: Uint8Array): Promise<boolean> => {
    saved.set(name, new TextDecoder().decode(bytes))
    return true
  }
  desk = await casesDesk({}, { save })
})
afterEach(() => desk.remove())

describe('a calendar that is tried', () => {
  const { houseLengths, closingDays, closedPeriods } = defaultDeskSettings

  it('tells which running dates of open cases it would move, and moves none', async () => {
    const one = await desk.open({ arrivedOn: '2026-11-20' })
    const other = await desk.open({ arrivedOn: '2026-11-24', kind: 'complaint' })
    const closed = [...closedPeriods, { from: '2026-11-25', to: '2026-11-26' }]
    const { moves } = await desk.cases.movedBy({ houseLengths, closingDays, closedPeriods: closed })
    expect(moves).toEqual([
      { number: other.number, clock: 'answer-target', before: '2026-12-08', after: '2026-12-10' },
      { number: one.number, clock: 'answer-target', before: '2026-12-07', after: '2026-12-09' },
    ])
    expect((await desk.cases.get({ id: one.id }, desk.clerk)).next?.due).toBe('2026-12-07')
  })

  it('tells nothing when nothing moves', async () => {
    await desk.open()
    expect(await desk.cases.movedBy({ houseLengths, closingDays, closedPeriods })).toEqual({ moves: [] })
  })
})

describe('the calendar file', () => {
  it('has the next date of every open case as a whole day, and nobody’s name', async () => {
    const { number } = await desk.open()
    const words = Object.fromEntries(clocks.map((clock) => [clock, `時計 ${clock}`]))
    expect(await desk.cases.saveCalendar({ words }, desk.clerk)).toEqual({ kind: 'saved' })
    const text = saved.get('期限.ics') ?? ''
    expect(text).toContain('BEGIN:VCALENDAR')
    expect(text).toContain('DTSTART;VALUE=DATE:20261207')
    expect(text).toContain(`SUMMARY:${number} 時計 answer-target`)
    expect(text).not.toContain(hanako.name)
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  })
})

describe('a clock that was set back', () => {
  it('is noticed against the latest record, also after a restart, and forgiven a minute', async () => {
    await desk.open()
    const recorded = desk.clock.now()
    expect(clockBehind(desk.audit.latest(), desk.clock.now())).toBeNull()
    desk.clock.move(-60)
    expect(clockBehind(desk.audit.latest(), desk.clock.now())).toBeNull()
    desk.clock.move(-24 * 3600)
    expect(clockBehind(desk.audit.latest(), desk.clock.now())).toBe(recorded)
    // What is recorded meanwhile does not hide it.
    await desk.audit.append('chain-verified', { actor: null, subject: null })
    const again = await createAudit({
      db: desk.db,
      now: desk.clock.now,
      seal: async () => null,
      onBroken: () => undefined,
    })
    expect(clockBehind(again.latest(), desk.clock.now())).toBe(recorded)
  })
})
