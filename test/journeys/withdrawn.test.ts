// A request that is withdrawn: finished without an answer, and destroyed to the certificate.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseDesk, requester, type CaseDesk } from './case-desk.ts'
import { caseScreen } from './screens/case.ts'
import { wipeScreen } from './screens/wipe.ts'
import { clerk } from './shortcuts.ts'
import { w } from './words.ts'

let desk: CaseDesk
let number = ''

beforeAll(async () => {
  desk = await caseDesk({ clock: '2026-11-24T01:00:00Z' })
  await desk.sit(clerk)
  number = await desk.open('third-party-suspension', 'post', '2026-11-20')
})
afterAll(() => desk.remove())

test('is finished at once, with the clerk’s note beside it', async () => {
  const screen = caseScreen(desk.page())
  await screen.recordFromMenu('withdrawn', 'お電話での取下げ')
  await screen.inState('finished')
  await desk.page().getByText('お電話での取下げ').waitFor()
  const { next, deadlines } = await desk.record(number)
  expect(next).toMatchObject({ clock: 'destruction', due: '2026-12-01' })
  expect(deadlines.find(({ clock }) => clock === 'answer-target')?.status).toBe('done')
})

test('is wiped with its certificate, and nobody’s name is left', async () => {
  await caseScreen(desk.page()).toWipe()
  const wipe = wipeScreen(desk.page())
  await wipe.planned()
  await wipe.tickEverythingOutside()
  await wipe.start(number)
  await wipe.wiped()
  expect(await wipe.verification()).toContain(w.wipe.noHits)
  expect(await desk.page().getByText(requester.name).count()).toBe(0)
})
