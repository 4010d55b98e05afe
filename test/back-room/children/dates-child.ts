// Opens cases half an hour after midnight in Japan and writes every date that the desk makes of it, in the time zone it was started in.
import { rm } from 'node:fs/promises'
import { clocks } from '../../../shared/cases.ts'
import { japaneseDateWithWeekday } from '../../../shared/rules/japanese-date.ts'
import { casesDesk, recordAll } from '../cases-desk.ts'
import { testClock } from '../desk-fixture.ts'

let calendar = ''
const clock = testClock('2026-11-23T15:30:00.000Z')
const desk = await casesDesk(
  { clock },
  {
    async save(_name, bytes) {
      calendar = new TextDecoder().decode(bytes)
      return true
    },
  },
)
const today = desk.clock.today()
const opened = await desk.open({ lane: 'eu', arrivedOn: today })
await desk.open({ arrivedOn: '2026-11-09' })
const { deadlines, history } = await recordAll(desk, opened.id, [
  ['correction-sent', today],
  ['correction-arrived', today],
])
await desk.cases.saveCalendar({ words: Object.fromEntries(clocks.map((name) => [name, name])) }, desk.clerk)
const { groups } = await desk.cases.board()
const seen = {
  zone: new Date('2026-11-23T15:30:00.000Z').getTimezoneOffset(),
  dates: {
    today,
    inWords: japaneseDateWithWeekday(today),
    number: opened.number,
    openedOn: opened.openedOn,
    history: history.map(({ event, on }) => [event, on]),
    deadlines: deadlines.map(({ clock: name, due, why }) => [name, due, why]),
    board: groups.map(({ group, rows }) => [
      group,
      rows.map(({ daysLeft, businessDaysLeft }) => [daysLeft, businessDaysLeft]),
    ]),
    due: (await desk.cases.dueNow()).map(({ clock: name, isOverdue }) => [name, isOverdue]),
    calendar: calendar.split('\r\n').filter((line) => /^(DTSTART|DTEND|DTSTAMP)/.test(line)),
  },
}
await desk.close()
await rm(desk.folder, { recursive: true })
process.stdout.write(`${JSON.stringify(seen)}\n`)
