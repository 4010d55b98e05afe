// A back room with cases: what the tests of cases and notices begin with.
import { createCases, type Cases } from '../../main/cases/index.ts'
import type { CaseParts } from '../../main/cases/index.ts'
import type { ApprovalMatter, RefusalReason, Requester } from '../../shared/cases.ts'
import type { CaseRecord, Person } from '../../shared/ipc/parts.ts'
import { defaultDeskSettings } from '../../shared/settings.ts'
import { person, tempDesk, type TempDesk, type TempDeskOptions } from './desk-fixture.ts'

export const hanako: Requester = {
  name: '髙橋 花子',
  kana: 'タカハシ ハナコ',
  postalCode: '150-0002',
  address: '東京都渋谷区渋谷一丁目2番3号 見本マンション405号室',
  contact: '03-0000-0000',
}

export interface CasesDesk extends TempDesk {
  cases: Cases
  clerk: Person
  reviewer: Person
  open(over?: Partial<Parameters<Cases['open']>[0]>): Promise<CaseRecord>
}

/** Today is 2026-11-24, a Tuesday after a holiday. */
export async function casesDesk(options: TempDeskOptions = {}, over: Partial<CaseParts> = {}): Promise<CasesDesk> {
  const desk = await tempDesk({ unlocked: true, ...options })
  const { db, vault, audit, emit, clock } = desk
  const clerk = person(['clerk'])
  const reviewer = { ...person(['clerk', 'reviewer']), displayName: '審査 太郎' }
  const cases = createCases({
    db,
    vault,
    audit,
    emit,
    now: clock.now,
    today: clock.today,
    deskSettings: async () => defaultDeskSettings,
    nameOf: async (id) => [clerk, reviewer].find((one) => one.id === id)?.displayName ?? '',
    trackingNumbers: async () => new Map(),
    scansOf: async () => [],
    noticesOf: async () => [],
    letterEnded: async () => undefined,
    caseOpened: async () => undefined,
    moneyOrderIssuedOn: async () => null,
    moneyOrdersIssuedOn: async () => new Map(),
    obstaclesOf: async () => [],
    save: async () => false,
    ...over,
  })
  const open: CasesDesk['open'] = (request = {}) =>
    cases.open(
      { kind: 'disclosure', lane: 'post', inquiryOn: null, arrivedOn: '2026-11-20', requester: hanako, ...request },
      clerk,
    )
  return { ...desk, cases, clerk, reviewer, open }
}

/** Asks for what needs two people, and has the reviewer give it. */
export async function approve(
  { cases, clerk, reviewer }: CasesDesk,
  caseId: string,
  matter: ApprovalMatter,
  refusalReason: RefusalReason | null = null,
): Promise<CaseRecord> {
  const asked = await cases.askApproval({ caseId, matter, refusalReason, reason: '記録を確かめました' }, clerk)
  const id = asked.approvals.find((one) => one.matter === matter && one.state === 'waiting')?.id ?? ''
  return cases.decideApproval({ id, give: true, answer: null }, reviewer)
}

/** What most events say nothing of. */
export const untold = { posted: null, toOtherAddress: false, otherCaseId: null } as const

/** Records events one after the other, each on the version that the one before left. */
export async function recordAll(
  { cases, reviewer }: CasesDesk,
  id: string,
  events: readonly (readonly [Parameters<Cases['record']>[0]['event'], string])[],
): Promise<CaseRecord> {
  let record = await cases.get({ id }, reviewer)
  for (const [event, on] of events) {
    const refusalReason = event === 'refusal-sent' ? 'documents-incomplete' : null
    record = await cases.record(
      { id, version: record.version, event, on, refusalReason, note: null, ...untold },
      reviewer,
    )
  }
  return record
}
