// Tells of deadlines while the app runs, each once a day; and says whether somebody is still to be shown the day's digest.
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import type { CallAnswer } from '../../shared/ipc/contract.ts'
import type { Person } from '../../shared/ipc/parts.ts'
import { permissions } from '../../shared/ipc/permissions.ts'
import type { Cases } from '../cases/index.ts'
import type { Database } from '../db/index.ts'
import type { Emit } from '../jobs/index.ts'
import type { Surroundings } from '../surroundings.ts'
import { digestSeenOn, keyOf, noteDigestSeen, noteTold, toldOn } from './store.ts'
import { reminderWords } from './words.ts'

export interface Reminders {
  /** Tells of what is overdue or due today and was not told of today. Also while the desk is locked: no name is needed. */
  check(): Promise<void>
  /** Notes who sits down, and on which day: the digest is theirs until they have seen it, and never comes in the middle of work. */
  satDown(person: Person): void
  gotUp(): void
  /** Whether the person who signed in has not seen the digest of that day yet, and there is a case to tell of. */
  isDigestDue(): Promise<boolean>
  /** What the digest showed need not be told again today. */
  digestSeen(who: Person): Promise<CallAnswer<'reminders.digestSeen'>>
  close(): void
}

export interface ReminderParts {
  db: Database
  cases: Pick<Cases, 'dueNow' | 'isEmpty'>
  isReadOnly(): boolean
  preferences: Pick<Surroundings['preferences'], 'get'>
  notify: Surroundings['notify']
  now(): Instant
  today(): CalendarDate
  emit: Emit
  onBug(error: unknown): void
}

const lookEveryMs = 10 * 60_000
/** Nobody is at the desk before: a reminder at midnight would be that day's only one. */
const firstHour = 8

const hourInJapan = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Tokyo', hour: '2-digit', hourCycle: 'h23' })

export function createReminders(parts: ReminderParts): Reminders {
  const { db, cases, isReadOnly, preferences, notify, now, today, emit, onBug } = parts
  let seat: { person: Person; on: CalendarDate } | null = null
  /** Found out once: a case that is opened later must not bring the digest up in the middle of work. */
  let isDue: Promise<boolean> | null = null

  const timer = setInterval(() => void check().catch(onBug), lookEveryMs)
  timer.unref()

  async function check(): Promise<void> {
    const { reminders, language } = preferences.get()
    if (!reminders || isReadOnly() || Number(hourInJapan.format(new Date(now()))) < firstHour) return
    const on = today()
    const told = await toldOn(db, on)
    const due = (await cases.dueNow()).filter((one) => !told.has(keyOf(one)))
    if (due.length === 0 || !notify(reminderWords(language, due))) return
    await noteTold(db, on, due)
  }

  async function findOut({ person, on }: { person: Person; on: CalendarDate }): Promise<boolean> {
    const seesBoard = permissions['cases.board'].some((role) => person.roles.includes(role))
    if (!seesBoard || isReadOnly()) return false
    return (await digestSeenOn(db, person.id)) !== on && !(await cases.isEmpty())
  }

  return {
    check,
    satDown(person) {
      seat = { person, on: today() }
      isDue = null
    },
    gotUp() {
      seat = null
      isDue = null
    },
    async isDigestDue() {
      if (seat === null) return false
      isDue ??= findOut(seat)
      return isDue
    },
    async digestSeen(who) {
      isDue = Promise.resolve(false)
      await noteDigestSeen(db, who.id, today())
      await noteTold(db, today(), await cases.dueNow())
      emit('session.changed', {})
      return {}
    },
    close: () => clearInterval(timer),
  }
}
