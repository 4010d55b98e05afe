// The lane of Meta Quest users alone: e-mail is offered there and nowhere else.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseDesk, type CaseDesk } from './case-desk.ts'
import { caseScreen } from './screens/case.ts'
import { clerk } from './shortcuts.ts'
import { fill, w } from './words.ts'

let desk: CaseDesk

beforeAll(async () => {
  desk = await caseDesk({ clock: '2026-11-24T01:00:00Z' })
  await desk.sit(clerk)
})
afterAll(() => desk.remove())

async function ready(lane: 'meta-quest' | 'post'): Promise<string> {
  const number = await desk.open('purpose-notification', lane, '2026-11-20')
  await desk.passIdentity(number)
  const screen = caseScreen(desk.page())
  await screen.record('identity-verified')
  await screen.inState('verified')
  await desk.page().getByRole('button', { name: w.case.event['answer-sent'], exact: true }).click()
  await desk
    .page()
    .getByRole('heading', { name: fill(w.case.recordTitle, { event: w.case.event['answer-sent'] }) })
    .waitFor()
  return number
}

test('an answer by e-mail is recorded as that', async () => {
  const number = await ready('meta-quest')
  await desk.page().getByRole('radio', { name: w.course.posting.email, checked: true }).waitFor({ state: 'attached' })
  await desk.page().getByRole('button', { name: w.case.recordNow }).click()
  await caseScreen(desk.page()).inState('answered')
  expect((await desk.record(number)).history.at(-1)?.detail).toMatchObject({ posted: 'email' })
})

test('everybody else is answered by post', async () => {
  await ready('post')
  const ways = await desk.page().getByRole('dialog').getByRole('radio').count()
  expect(ways).toBe(2)
  expect(await desk.page().getByRole('radio', { name: w.course.posting.email }).count()).toBe(0)
})
