// 訂正 by post: an envelope with its papers, a look at who asks, the answer by registered mail, and the paper that must go before the scans.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ask } from './bridge.ts'
import { caseDesk, type CaseDesk } from './case-desk.ts'
import { caseScreen } from './screens/case.ts'
import { wipeScreen } from './screens/wipe.ts'
import { clerk } from './shortcuts.ts'
import { w } from './words.ts'

let desk: CaseDesk
let number = ''

beforeAll(async () => {
  desk = await caseDesk({ clock: '2026-11-24T01:00:00Z' })
  await desk.sit(clerk)
  number = await desk.open('correction', 'post', '2026-11-20')
})
afterAll(() => desk.remove())

test('asks for no fee, and nothing is answered before it is known who asks', async () => {
  const screen = caseScreen(desk.page())
  expect(await desk.page().getByRole('tab', { name: w.case.tab.fee }).count()).toBe(0)
  const { possibleEvents } = await desk.record(number)
  expect(possibleEvents.map(({ event }) => event)).not.toContain('answer-sent')
  await desk.passIdentity(number)
  await screen.record('identity-verified')
  await screen.inState('verified')
})

test('is answered by registered mail, whose delivery is seen and not supposed', async () => {
  const screen = caseScreen(desk.page())
  await screen.makeLetter('correction-answer', { text: '住所の記録を改めました。' })
  await screen.closeLetter()
  await screen.dispatchLetter('131-12-38385-2')
  await screen.inState('answered')
  const { possibleEvents } = await desk.record(number)
  expect(possibleEvents).toContainEqual({ event: 'answer-taken-as-delivered', refused: 'delivery-must-be-seen' })
  await desk.page().getByRole('button', { name: w.case.event['answer-delivered'], exact: true }).click()
  await screen.recordPost()
  await screen.inState('finished')
})

test('is not wiped while its paper lies at the desk', async () => {
  const { id } = await desk.record(number)
  const pieces = [{ kind: 'form', place: 'cabinet', placeNote: '' }] as const
  const envelope = { caseId: id, kind: 'request', arrivedOn: '2026-11-20', trackingNumber: null } as const
  await ask(desk.page(), 'pieces.recordEnvelope', { ...envelope, pieces: [...pieces] })
  await caseScreen(desk.page()).toWipe()
  await wipeScreen(desk.page()).blockedBy('paper-held')
  expect((await desk.record(number)).state).toBe('finished')
})
