// A refusal: one of the seven reasons, a second person who allows exactly it, and the letter that tells it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseDesk, type CaseDesk } from './case-desk.ts'
import { caseScreen } from './screens/case.ts'
import { doorScreen } from './screens/door.ts'
import { clerk, refusal, reviewer } from './shortcuts.ts'
import { fill, w } from './words.ts'

let desk: CaseDesk
let number = ''

beforeAll(async () => {
  desk = await caseDesk({ clock: '2026-11-24T01:00:00Z' })
  await desk.sit(clerk)
  number = await desk.open('disclosure', 'post', '2026-11-20')
})
afterAll(() => desk.remove())

test('the clerk asks with a reason and cannot refuse, nor allow it, alone', async () => {
  const screen = caseScreen(desk.page())
  await screen.askApproval('refusal-sent', '補正に応じていただけませんでした', 'documents-incomplete')
  const { id, version, approvals } = await desk.record(number)
  const event = { event: 'refusal-sent', on: '2026-11-24', refusalReason: 'documents-incomplete', posted: 'ordinary' }
  const request = { id, version, ...event, note: null, toOtherAddress: false, otherCaseId: null }
  expect(await refusal(desk.page(), 'cases.record', request)).toBe('second-person-needed')
  const decision = { id: approvals[0]?.id, give: true, answer: null }
  expect(await refusal(desk.page(), 'approvals.decide', decision)).toBe('not-allowed')
})

test('the reviewer finds it in the digest and on the board, and allows it', async () => {
  const door = doorScreen(desk.page())
  await door.lock()
  await door.signIn(reviewer)
  await door.digest()
  await desk
    .page()
    .getByText(fill(w.digest.approvals, { n: 1 }))
    .waitFor()
  await door.signedIn()
  const waiting = desk.page().getByRole('region', { name: w.board.approvals })
  await waiting.getByText(w.board.mayDecide).waitFor()
  expect(await waiting.innerText()).toContain(clerk.displayName)
  await waiting.getByText(number).click()
  await caseScreen(desk.page()).approve()
})

test('the letter with that reason goes out, and the reason stands on the case', async () => {
  await desk.sit(clerk)
  const screen = caseScreen(desk.page())
  await screen.open(number)
  const text = '期日までに補正の書類が届きませんでした。'
  await screen.makeLetter('refusal', { refusal: 'documents-incomplete', text })
  await screen.closeLetter()
  await screen.dispatchLetter('131-12-38385-2')
  await screen.inState('answered')
  expect(await desk.record(number)).toMatchObject({ refusalReason: 'documents-incomplete' })
  await desk.page().getByText(w.case.refusal['documents-incomplete']).first().waitFor()
})
