// Two people at one case: the second sees what changed under the form, keeps what was typed, and saves on top of it, not over it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violationsOn } from './accessibility.ts'
import { ask } from './bridge.ts'
import { caseDesk, requester, type CaseDesk } from './case-desk.ts'
import { caseScreen } from './screens/case.ts'
import { choose } from './screens/choose.ts'
import { clerk } from './shortcuts.ts'
import { fill, w } from './words.ts'

const moved = { ...requester, address: '大阪府大阪市北区見本町1-1', contact: '' }
let desk: CaseDesk
let number = ''

beforeAll(async () => {
  desk = await caseDesk({ clock: '2026-11-24T01:00:00Z' })
  await desk.sit(clerk)
  number = await desk.open('disclosure', 'post', '2026-11-20')
})
afterAll(() => desk.remove())

test('a changed address is taken over, a typed contact stays', async () => {
  const page = desk.page()
  const { id, version } = await desk.record(number)
  await page.getByRole('button', { name: w.case.changeRequester }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(w.case.contact).fill('03-0000-0000')
  await ask(page, 'cases.changeRequester', { id, version, requester: moved })
  await dialog.getByText(w.changes.title).waitFor()
  await dialog.getByText(fill(w.changes.requester, { fields: w.case.address }), { exact: false }).waitFor()
  expect(await violationsOn(page)).toEqual([])
  expect(await dialog.getByRole('button', { name: w.common.save }).isDisabled()).toBe(true)
  await dialog.getByRole('button', { name: w.changes.goOn }).click()
  await dialog.getByRole('button', { name: w.common.save }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect((await desk.record(number)).requester).toEqual({ ...moved, contact: '03-0000-0000' })
})

test('an event that somebody else recorded is named before one’s own is', async () => {
  const page = desk.page()
  const screen = caseScreen(page)
  await page.getByRole('button', { name: w.course.others }).click()
  await page.getByRole('menuitem', { name: w.case.event.withdrawn, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(w.case.recordNote).fill('お電話での取下げ')
  const { id, version } = await desk.record(number)
  const told = {
    refusalReason: null,
    note: null,
    posted: 'ordinary',
    toOtherAddress: false,
    otherCaseId: null,
  } as const
  await ask(page, 'cases.record', { id, version, event: 'correction-sent', on: '2026-11-24', ...told })
  await dialog.getByText(w.case.event['correction-sent'], { exact: false }).waitFor()
  await dialog.getByRole('button', { name: w.changes.goOn }).click()
  expect(await dialog.getByLabel(w.case.recordNote).inputValue()).toBe('お電話での取下げ')
  await page.keyboard.press('Escape')
  await screen.inState('awaiting-correction')
})

test('another lane shows its dates before it is saved', async () => {
  const page = desk.page()
  await page.getByRole('button', { name: w.changes.change }).click()
  const dialog = page.getByRole('dialog')
  await choose(page, dialog, w.case.lane, w.common.lane.eu)
  const moves = dialog.getByRole('table', { name: w.changes.moves })
  await moves.getByText(w.common.clock['gdpr-answer']).waitFor()
  expect(await moves.innerText()).toContain('令和8年12月21日(月)')
  await dialog.getByRole('button', { name: w.common.save }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect((await desk.record(number)).lane).toBe('eu')
})
