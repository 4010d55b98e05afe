// A resident of the EU, on a PC whose clock is a day behind Japan's: one month, extended once with a second person and reasons.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseDesk, type CaseDesk } from './case-desk.ts'
import { caseScreen } from './screens/case.ts'
import { clerk, reviewer } from './shortcuts.ts'
import { w } from './words.ts'

let desk: CaseDesk
let number = ''

beforeAll(async () => {
  // Half an hour after midnight in Japan on the 24th; in New York it is the morning of the 23rd.
  desk = await caseDesk({ clock: '2026-11-23T15:30:00Z', environment: { TZ: 'America/New_York' } })
  await desk.sit(clerk)
  number = await desk.open('deletion', 'eu', null)
})
afterAll(() => desk.remove())

test('the month of the GDPR stands beside the house’s own date', async () => {
  const record = await desk.record(number)
  expect(record.arrivedOn).toBe('2026-11-24')
  const dates = new Map(record.deadlines.map(({ clock, due }) => [clock, due]))
  expect([dates.get('gdpr-answer'), dates.get('gdpr-extension')]).toEqual(['2026-12-24', '2026-12-24'])
  const words = await caseScreen(desk.page()).deadlines()
  expect(words).toContain(w.common.clock['gdpr-answer'])
  expect(words).toContain('令和8年12月24日(木)')
})

test('an extension that a second person allowed moves it to three months, and shows what it was', async () => {
  const screen = caseScreen(desk.page())
  await screen.askApproval('extension-sent', '調査の対象が多いため')
  await desk.sit(reviewer)
  await screen.open(number)
  await screen.approve()
  await desk.sit(clerk)
  await screen.open(number)
  await screen.makeLetter('gdpr-extension', { text: 'The records are many.', until: '2027-02-20' })
  await screen.closeLetter()
  await screen.dispatchLetter(null)
  await screen.happened('extension-sent')
  const answer = (await desk.record(number)).deadlines.find(({ clock }) => clock === 'gdpr-answer')
  expect(answer).toMatchObject({ due: '2027-02-24', originally: '2026-12-24' })
  expect(await screen.refusedInMenu('extension-sent')).toContain(w.course.refused['extended-already'])
})
