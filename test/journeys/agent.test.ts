// A request by an agent: nothing is verified until the papers show the authority, and each missing paper is named.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AuthorityDocumentKind } from '../../shared/belongings.ts'
import { caseDesk, type CaseDesk } from './case-desk.ts'
import { caseScreen } from './screens/case.ts'
import { choose } from './screens/choose.ts'
import { clerk } from './shortcuts.ts'
import { w } from './words.ts'

const words = w.belongings.agents
let desk: CaseDesk
let number = ''

beforeAll(async () => {
  desk = await caseDesk({ clock: '2026-11-24T01:00:00Z' })
  await desk.sit(clerk)
  number = await desk.open('correction', 'post', '2026-11-20')
})
afterAll(() => desk.remove())

test('an agent whose authority is not shown stands in the way, and the step says what to do', async () => {
  const screen = caseScreen(desk.page())
  await screen.tab('identity')
  await desk.page().getByRole('button', { name: words.add }).click()
  const dialog = desk.page().getByRole('dialog')
  await dialog.getByLabel(words.relation).fill('弁護士')
  await dialog.getByLabel(w.case.name, { exact: true }).fill('代理 次郎')
  await dialog.getByLabel(w.case.address, { exact: true }).fill('大阪府堺市堺区南瓦町3番1号')
  await dialog.getByRole('button', { name: w.common.save }).click()
  await dialog.waitFor({ state: 'hidden' })
  await desk.page().getByText(words.gap['power-of-attorney-missing']).waitFor()
  await desk.passIdentity(number)
  await screen.tab('overview')
  await desk.page().getByText(w.course.refused['authority-unverified']).waitFor()
  const { possibleEvents } = await desk.record(number)
  expect(possibleEvents).toContainEqual({ event: 'identity-verified', refused: 'authority-unverified' })
})

test('with 委任状, 印鑑登録証明書 and the agent’s own ID it is verified, and so is the case', async () => {
  const screen = caseScreen(desk.page())
  await screen.tab('identity')
  const agent = desk.page().getByRole('group', { name: '代理 次郎' })
  const papers: [AuthorityDocumentKind, string][] = [
    ['power-of-attorney', '2026-11-15'],
    ['seal-certificate', '2026-11-01'],
    ['agent-id', ''],
  ]
  for (const [kind, issuedOn] of papers) {
    await choose(desk.page(), agent, words.documentKind, words.document[kind])
    if (issuedOn !== '') await agent.getByLabel(words.issuedOn).fill(issuedOn)
    await agent.getByRole('button', { name: words.addDocument }).click()
    await agent.getByRole('list', { name: words.documents }).getByText(words.document[kind]).waitFor()
  }
  await agent.getByRole('button', { name: words.verify }).click()
  await agent.getByText(words.standing.verified, { exact: true }).waitFor()
  await screen.tab('overview')
  await screen.record('identity-verified')
  await screen.inState('verified')
  expect((await desk.record(number)).possibleEvents).toContainEqual({ event: 'answer-sent', refused: null })
})
