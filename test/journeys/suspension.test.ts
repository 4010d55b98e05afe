// 利用停止 by post, on a PC whose clock is set east of every date: from the letter to the day on which it is taken as delivered.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOn } from './accessibility.ts'
import { caseDesk, type CaseDesk } from './case-desk.ts'
import { caseScreen } from './screens/case.ts'
import { doorScreen } from './screens/door.ts'
import { clerk } from './shortcuts.ts'
import { w } from './words.ts'

let desk: CaseDesk
let number = ''

beforeAll(async () => {
  // 20:00 in Japan on the 24th; on Kiritimati it is the 25th already.
  desk = await caseDesk({ clock: '2026-11-24T11:00:00Z', environment: { TZ: 'Pacific/Kiritimati' } })
})
afterAll(() => desk.remove())

test('the request arrives on Japan’s date, is verified and answered without a second person', async () => {
  await desk.sit(clerk)
  number = await desk.open('suspension', 'post', null)
  const screen = caseScreen(desk.page())
  expect(await desk.record(number)).toMatchObject({ openedOn: '2026-11-24', arrivedOn: '2026-11-24' })
  expect(await screen.deadlines()).toContain('令和8年12月8日(火)')
  await desk.passIdentity(number)
  await screen.record('identity-verified')
  await screen.inState('verified')
  await screen.makeLetter('suspension-answer', { text: '利用を停止しました。' })
  await screen.closeLetter()
  await screen.dispatchLetter(null)
  await screen.inState('answered')
  expect((await desk.record(number)).history.at(-1)).toMatchObject({ event: 'answer-sent', on: '2026-11-24' })
})

test('a week later the day’s digest tells of it, and one key goes on', async () => {
  await desk.laterOn('2026-12-01T00:30:00Z')
  const door = doorScreen(desk.page())
  await door.signIn(clerk)
  const digest = await door.digest()
  expect(digest).toContain(number)
  expect(digest).toContain('令和8年12月1日(火)')
  expect(await violationsOn(desk.page())).toEqual([])
  await door.signedIn()
  await desk.page().getByRole('heading', { name: w.board.title, exact: true }).waitFor()
  await door.lock()
  await door.signIn(clerk)
  await desk.page().getByRole('navigation', { name: w.desk.navigation }).waitFor()
})

test('ordinary mail that nobody sent back is taken as delivered, and the papers are to be destroyed', async () => {
  const screen = caseScreen(desk.page())
  await screen.open(number)
  await screen.record('answer-taken-as-delivered')
  await screen.inState('finished')
  expect((await desk.record(number)).next).toMatchObject({ clock: 'destruction', due: '2026-12-08' })
})
