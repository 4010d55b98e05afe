// A copy that cannot be read: the letter asks for exactly that, the answer's clock stands still, a reminder, and the better copy.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from './bridge.ts'
import { caseDesk, requester, type CaseDesk } from './case-desk.ts'
import { checkIdentity } from './identity.ts'
import { caseScreen } from './screens/case.ts'
import { clerk } from './shortcuts.ts'
import { w } from './words.ts'

let desk: CaseDesk
let number = ''

beforeAll(async () => {
  desk = await caseDesk({ clock: '2026-11-24T01:00:00Z' })
  await desk.sit(clerk)
  number = await desk.open('erasure', 'post', '2026-11-20')
})
afterAll(() => desk.remove())

test('what the check of identity found is ticked in the letter, and the clock stops when it goes out', async () => {
  const screen = caseScreen(desk.page())
  const { id } = await desk.record(number)
  await checkIdentity(desk.page(), id, requester, { isLegible: false })
  await screen.beginLetter('correction-request')
  const items = desk.page().getByRole('dialog')
  await items.getByRole('checkbox', { name: w.letters.item['id-illegible'], checked: true }).waitFor()
  expect(await items.getByRole('checkbox', { checked: true }).count()).toBe(1)
  await screen.keepLetter()
  await screen.closeLetter()
  await screen.dispatchLetter(null)
  await screen.inState('awaiting-correction')
  expect(await screen.deadlines()).toContain(w.case.stopped)
})

test('two weeks later it is the reminder’s turn; then the better copy comes and the clock runs on', async () => {
  await desk.laterOn('2026-12-09T01:00:00Z')
  await desk.sit(clerk)
  const screen = caseScreen(desk.page())
  await screen.open(number)
  await screen.makeLetter('correction-reminder')
  await screen.closeLetter()
  await screen.dispatchLetter(null)
  await screen.happened('correction-reminder-sent')
  await screen.record('correction-arrived')
  await screen.inState('received')
  const { deadlines } = await desk.record(number)
  const target = deadlines.find(({ clock }) => clock === 'answer-target')
  // 11-20 and ten business days, without the eleven of the pause from 11-24 to 12-09.
  expect(target).toMatchObject({ status: 'running', due: '2026-12-22' })
  await desk.passIdentity(number)
  await screen.record('identity-verified')
  expect((await ask(desk.page(), 'cases.get', { id: (await desk.record(number)).id })).state).toBe('verified')
})
