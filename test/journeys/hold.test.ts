// A legal hold: nothing is wiped while it stands, its reason and who allowed it are shown, its review comes, and then it is lifted.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseDesk, type CaseDesk } from './case-desk.ts'
import { caseScreen } from './screens/case.ts'
import { doorScreen } from './screens/door.ts'
import { wipeScreen } from './screens/wipe.ts'
import { clerk, reviewer } from './shortcuts.ts'
import { fill, w } from './words.ts'

const reason = '訴えの提起が予告されています'
let desk: CaseDesk
let number = ''

beforeAll(async () => {
  desk = await caseDesk({ clock: '2026-11-24T01:00:00Z' })
  await desk.sit(clerk)
  number = await desk.open('correction', 'post', '2026-11-20')
})
afterAll(() => desk.remove())

async function allowed(event: 'hold-set' | 'hold-lifted', why: string): Promise<void> {
  const screen = caseScreen(desk.page())
  await screen.askApproval(event, why)
  await desk.sit(reviewer)
  await screen.open(number)
  await screen.approve()
}

test('is set with a second person; the case may end, its papers may not', async () => {
  await allowed('hold-set', reason)
  const screen = caseScreen(desk.page())
  await screen.recordFromMenu('hold-set')
  const notice = desk.page().getByRole('alert').filter({ hasText: w.course.hold })
  await notice.getByText(fill(w.course.holdReason, { reason })).waitFor()
  await screen.recordFromMenu('withdrawn')
  await screen.inState('finished')
  await screen.toWipe()
  await wipeScreen(desk.page()).blockedBy('on-hold')
  const why = await desk.page().getByRole('main').innerText()
  expect(why).toContain(reason)
  expect(why).toContain(fill(w.course.holdBy, { asked: clerk.displayName, given: reviewer.displayName }))
  expect(why).toContain(fill(w.course.holdReview, { date: '令和9年2月22日(月)' }))
})

test('comes up for its review on its day, and is kept', async () => {
  await desk.laterOn('2027-02-22T01:00:00Z')
  const door = doorScreen(desk.page())
  await door.signIn(reviewer)
  expect(await door.digest()).toContain(w.common.clock['hold-review'])
  await door.signedIn()
  const screen = caseScreen(desk.page())
  await screen.open(number)
  await screen.record('hold-reviewed')
  const { deadlines } = await desk.record(number)
  expect(deadlines.find(({ clock }) => clock === 'hold-review')).toMatchObject({ due: '2027-05-23' })
})

test('is lifted with a second person, and the wipe is free', async () => {
  await desk.sit(clerk)
  const screen = caseScreen(desk.page())
  await screen.open(number)
  await allowed('hold-lifted', '訴えは取り下げられました')
  await screen.record('hold-lifted')
  await screen.toWipe()
  await wipeScreen(desk.page()).planned()
  expect((await desk.record(number)).next).toMatchObject({ clock: 'destruction', due: '2027-03-02' })
})

test('stops a wipe as soon as it is asked for, and no longer once the asking is taken back', async () => {
  await desk.sit(clerk)
  const asked = await desk.open('deletion', 'post', null)
  const screen = caseScreen(desk.page())
  await screen.recordFromMenu('withdrawn')
  await screen.askApproval('hold-set', reason)
  expect(await screen.deadlines()).toContain(w.case.stopped)
  await screen.toWipe()
  await wipeScreen(desk.page()).blockedBy('hold-asked')
  await screen.open(asked)
  await desk.page().getByRole('button', { name: w.course.takeBack }).click()
  await desk.page().getByText(w.course.takenBack).waitFor()
  await screen.toWipe()
  await desk.page().getByRole('button', { name: w.wipe.start }).waitFor()
})
