// After the main job, a busy desk: every other screen of cases and clocks, filled, for the demo's pictures and for everybody's use.
import assert from 'node:assert/strict'
import type { CaseEvent } from '../../shared/cases.ts'
import type { CaseRecord } from '../../shared/ipc/parts.ts'
import { addDays } from '../../shared/rules/calendar.ts'
import { ask } from './bridge.ts'
import { checkIdentity } from './identity.ts'
import type { Job, Step } from './main-job.ts'
import { caseScreen } from './screens/case.ts'
import { doorScreen, type Account } from './screens/door.ts'
import { administrator, clerk, reviewer } from './shortcuts.ts'
import { fill, w } from './words.ts'

const newcomer: Account = { loginName: 'shinjin', displayName: '新人 三郎', password: 'specimen-shinjin-2026' }
const address = '東京都渋谷区渋谷一丁目2番3号 見本マンション405号室'
const hanako = { name: '見本 花子', kana: 'ミホン ハナコ', postalCode: '150-0002', address, contact: '' }
const people = ['見本 太郎', '葛󠄀城 例子', '𠮷田 仮名', 'Nguyen Thi Mihon', '濵﨑 見本', '例示 次郎', '髙橋 架空']

/** How long ago each came, what it asks for, and what has happened since. */
const others: readonly (Pick<CaseRecord, 'kind' | 'lane'> & { daysAgo: number; events: readonly CaseEvent[] })[] = [
  { kind: 'correction', lane: 'post', daysAgo: 24, events: [] },
  { kind: 'deletion', lane: 'eu', daysAgo: 20, events: ['correction-sent'] },
  { kind: 'suspension', lane: 'post', daysAgo: 12, events: [] },
  { kind: 'purpose-notification', lane: 'meta-quest', daysAgo: 9, events: ['withdrawn'] },
  { kind: 'complaint', lane: 'post', daysAgo: 6, events: [] },
  { kind: 'erasure', lane: 'post', daysAgo: 4, events: ['correction-sent'] },
  { kind: 'third-party-suspension', lane: 'post', daysAgo: 1, events: [] },
]

/** What the steps share: the case that everything belongs to, and the one under a hold. */
let rich = ''
let held = ''

async function idOf({ app }: Job, number: string): Promise<string> {
  const { cases } = await ask(app.page, 'cases.list', {})
  const found = cases.find((one) => one.number === number)
  assert(found, `There is no case ${number}.`)
  return found.id
}

async function record({ app }: Job, id: string, event: CaseEvent, on: string): Promise<void> {
  const { version } = await ask(app.page, 'cases.get', { id })
  const posted = event === 'correction-sent' ? 'ordinary' : null
  const told = { refusalReason: null, note: null, posted, toOtherAddress: false, otherCaseId: null } as const
  await ask(app.page, 'cases.record', { id, version, event, on, ...told })
}

async function heading({ app }: Job, key: string, name: string): Promise<void> {
  await app.page.keyboard.press(key)
  await app.page.getByRole('heading', { name, exact: true }).waitFor()
}

export const tour: readonly Step[] = [
  {
    name: 'busy-desk',
    sentence: 'More requests arrive, of other kinds and lanes: late, due, waiting, on hold, with an agent and a fee.',
    async take(job) {
      const { page } = job.app
      await doorScreen(job.app.page).changeTo(clerk)
      const { today } = await ask(page, 'session.state', {})
      const open = (over: Partial<Parameters<typeof ask<'cases.open'>>[2]>) =>
        ask(page, 'cases.open', {
          kind: 'disclosure',
          lane: 'post',
          inquiryOn: null,
          arrivedOn: addDays(today, -3),
          requester: hanako,
          ...over,
        })
      for (const [index, { kind, lane, daysAgo, events }] of others.entries()) {
        const requester = { ...hanako, name: people[index] ?? '', kana: '' }
        const { id } = await open({ kind, lane, arrivedOn: addDays(today, -daysAgo), requester })
        for (const event of events) await record(job, id, event, today)
      }
      const first = await open({})
      held = (await open({ kind: 'correction', arrivedOn: addDays(today, -8) })).number
      rich = first.number
      const matter = { matter: 'hold-set', refusalReason: null, reason: '訴えの提起が予告されています' } as const
      await ask(page, 'approvals.ask', { caseId: await idOf(job, held), ...matter })
      const envelope = { kind: 'request', arrivedOn: addDays(today, -3), trackingNumber: null } as const
      const pieces = (['form', 'id-copy', 'authority'] as const).map(
        (kind) => ({ kind, place: 'cabinet', placeNote: '' }) as const,
      )
      await ask(page, 'pieces.recordEnvelope', { caseId: first.id, ...envelope, pieces })
      const issuedOn = addDays(today, -160)
      const fee = { method: 'money-order', amountYen: 1000, serial: '12345-678901', issuedOn } as const
      await ask(page, 'fees.record', { caseId: first.id, ...fee, receivedOn: addDays(today, -3), envelopeId: null })
      await checkIdentity(page, first.id, hanako)
      const particulars = { ...hanako, name: '代理 次郎', relation: '弁護士' }
      const added = await ask(page, 'agents.add', { caseId: first.id, kind: 'appointed', particulars })
      const agent = added.agents[0]
      assert(agent)
      await ask(page, 'agents.addDocument', { id: agent.id, kind: 'power-of-attorney', issuedOn: addDays(today, -10) })
      await ask(page, 'notes.write', { caseId: first.id, text: '前回の請求と同じ部署の記録も確かめる。' })
      await ask(page, 'notes.link', { caseId: first.id, otherId: await idOf(job, held) })
    },
  },
  {
    name: 'digest',
    sentence: 'Somebody who signs in for the first time that day sees how it stands, and goes on with one key.',
    async take(job) {
      const { page } = job.app
      const door = doorScreen(page)
      await doorScreen(job.app.page).changeTo(administrator)
      await ask(page, 'staff.add', { ...newcomer, roles: ['clerk'] })
      await door.lock()
      await door.signIn(newcomer)
      await door.digest()
      await job.look('digest')
      await door.signedIn()
      await page.getByRole('region', { name: w.board.approvals }).waitFor()
      await job.look('board-busy')
      await heading(job, 'Control+3', w.case.listTitle)
      await page.getByText(rich).first().waitFor()
      await job.look('cases-busy')
    },
  },
  {
    name: 'belongings',
    sentence: 'Envelopes, identity with an agent, fee and notes each stand in their section of the case.',
    async take(job) {
      const { page } = job.app
      const screen = caseScreen(page)
      await screen.open(rich)
      await job.look('case-overview')
      for (const tab of ['mail', 'identity', 'fee', 'notes'] as const) {
        await screen.tab(tab)
        await page.getByRole('tabpanel').getByRole('heading').first().waitFor()
        await job.look(`case-${tab}`)
      }
      await screen.tab('overview')
      await page.getByRole('button', { name: w.changes.change }).click()
      await page.getByRole('dialog').getByText(w.changes.changeTitle).waitFor()
      await job.look('case-change-matter')
      await page.keyboard.press('Escape')
      await heading(job, 'Control+3', w.case.listTitle)
      await page.getByRole('button', { name: w.belongings.fees.ledger }).click()
      await page.getByText('12345-678901').or(page.getByText(rich)).first().waitFor()
      await job.look('fees')
    },
  },
  {
    name: 'hold',
    sentence:
      'The reviewer allows a hold; its reason, its approver and its review stand on the case and before the wipe.',
    async take(job) {
      const { page } = job.app
      const screen = caseScreen(page)
      await doorScreen(job.app.page).changeTo(reviewer)
      await screen.open(held)
      await screen.approve()
      await job.look('case-approval')
      await screen.recordFromMenu('hold-set')
      await page.getByText(fill(w.course.holdReason, { reason: '訴えの提起が予告されています' })).waitFor()
      await job.look('case-on-hold')
    },
  },
  {
    name: 'reports',
    sentence: 'The month is counted without anybody’s name, and the ledger goes out as CSV.',
    async take(job) {
      const { page } = job.app
      await heading(job, 'Control+8', w.reports.title)
      await page.getByText(w.reports.inTime).first().waitFor()
      await job.look('report')
      await page.getByRole('button', { name: w.reports.ledger }).click()
      await page.getByRole('button', { name: w.reports.makeLedger }).click()
      await page.getByText(w.reports.madeLedger.split('}}')[1] ?? '').waitFor()
      await job.look('ledger-export')
      await page.keyboard.press('Escape')
    },
  },
  {
    name: 'rules',
    sentence: 'The administrator sees the dated rules with their sources, the calendar, and what it would move.',
    async take(job) {
      const { page } = job.app
      await doorScreen(job.app.page).changeTo(administrator)
      await heading(job, 'Control+7', w.staff.settingsTitle)
      await page.getByText(w.digest.reminders).waitFor()
      await job.look('settings-calendar')
      await page.getByRole('button', { name: w.rules.open }).click()
      await page.getByRole('tablist', { name: w.rules.tables }).or(page.getByLabel(w.rules.tables)).first().waitFor()
      await job.look('rules')
    },
  },
]
