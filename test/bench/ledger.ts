// Fills a desk's database with a large company's ledger: open cases with sealed requesters, far more rows of wiped ones, and what wipes leave.
import { randomUUID } from 'node:crypto'
import type { Database, Transaction } from '../../main/db/index.ts'
import type { KeySlot, Vault } from '../../main/vault/index.ts'
import { lanes, requestKinds, trackOf, type CaseEvent, type CaseState, type RequestKind } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import { addDays, partsOf } from '../../shared/rules/calendar.ts'
import { caseNumberOf } from '../../shared/rules/case-number.ts'

export interface LedgerSize {
  open: number
  wiped: number
}

/** SQLite takes so many rows of a `VALUES` list without a murmur. */
const rowsAtOnce = 400
const spanDays = 3650
const families = ['佐藤', '鈴木', '髙橋', '田中', '渡邊', '伊藤', '山本', '中村', '小林', '斎藤', '齋藤', '吉田']
const givens = ['花子', '太郎', '一郎', '美咲', '翔太', 'さくら', '健', '由美子', '大輔', '陽菜', '蓮', '恵']
const kana = [
  'サトウ',
  'スズキ',
  'タカハシ',
  'タナカ',
  'ワタナベ',
  'イトウ',
  'ヤマモト',
  'ナカムラ',
  'コバヤシ',
  'サイトウ',
  'サイトウ',
  'ヨシダ',
]
const towns = ['渋谷区渋谷', '新宿区西新宿', '港区芝', '品川区上大崎', '世田谷区三軒茶屋', '杉並区高円寺南']

type Row = Record<string, unknown>

/** What stays of a wiped case beside its row: the wipe with its certificate, the scan's line, its paper, its fee. */
const wipedTables = ['wipes', 'scans', 'pieces', 'payments'] as const
type WipedRows = Record<(typeof wipedTables)[number], Row[]>
const noWipedRows = (): WipedRows => ({ wipes: [], scans: [], pieces: [], payments: [] })

interface Course {
  state: CaseState
  events: readonly (readonly [CaseEvent, number])[]
}

/** Where an open request may stand, with its events and how many days after the arrival each was. */
const openCourses: readonly Course[] = [
  { state: 'received', events: [] },
  { state: 'awaiting-correction', events: [['correction-sent', 2]] },
  {
    state: 'verified',
    events: [
      ['correction-sent', 2],
      ['correction-arrived', 9],
      ['identity-verified', 10],
    ],
  },
  {
    state: 'answered',
    events: [
      ['identity-verified', 3],
      ['answer-sent', 8],
    ],
  },
  {
    state: 'finished',
    events: [
      ['identity-verified', 3],
      ['answer-sent', 8],
      ['answer-delivered', 10],
    ],
  },
]
const wipedCourse: Course = {
  state: 'wiped',
  events: [
    ['identity-verified', 3],
    ['answer-sent', 8],
    ['answer-delivered', 10],
    ['wipe-started', 14],
    ['wipe-finished', 14],
  ],
}

/** Cases spread over ten years up to `today`, the open ones at the end. Every case is as the app would have left it. */
export async function fillLedger(
  { db, vault }: { db: Database; vault: Vault },
  { open, wiped }: LedgerSize,
  personId: string,
  today: CalendarDate,
): Promise<void> {
  const serials = new Map<number, number>()
  const total = open + wiped
  let cases: Row[] = []
  let events: Row[] = []
  let left: WipedRows = noWipedRows()
  let notices: Row[] = []
  let posted: Row[] = []
  const flush = async (): Promise<void> => {
    await db.transaction(async (trx) => {
      // Blobs do not go through JSON; the open ones are few.
      await trx.batchInsert(
        'cases',
        cases.filter(({ key_slot: slot }) => slot !== null),
        rowsAtOnce,
      )
      await insertAll(
        trx,
        'cases',
        cases.filter(({ key_slot: slot }) => slot === null),
      )
      await insertAll(trx, 'case_events', events)
      await trx.batchInsert('notices', notices, rowsAtOnce)
      await trx.batchInsert('post_events', posted, rowsAtOnce)
      for (const table of wipedTables) await insertAll(trx, table, left[table])
    })
    cases = []
    events = []
    left = noWipedRows()
    notices = []
    posted = []
  }
  for (let index = 0; index < total; index += 1) {
    const isOpen = index >= wiped
    const age = isOpen ? 20 + ((index * 7) % 25) : spanDays - Math.floor(((spanDays - 60) * index) / wiped)
    const arrivedOn = addDays(today, -age)
    const { year } = partsOf(arrivedOn)
    const serial = (serials.get(year) ?? 0) + 1
    serials.set(year, serial)
    const kind = requestKinds[index % requestKinds.length] ?? 'disclosure'
    const course = courseOf(kind, isOpen ? openCourses[index % openCourses.length] : wipedCourse)
    const id = randomUUID()
    const slot = isOpen ? await vault.createKey('case', id, 'desk') : null
    const wipeId = isOpen ? null : randomUUID()
    if (wipeId !== null) addWiped(left, { id, wipeId, number: caseNumberOf(year, serial), arrivedOn, index, personId })
    cases.push({
      id,
      number: caseNumberOf(year, serial),
      year,
      serial,
      kind,
      lane: lanes[index % 20 === 0 ? 2 : index % 9 === 0 ? 1 : 0],
      state: course.state,
      version: course.events.length + 1,
      inquiry_on: null,
      arrived_on: arrivedOn,
      opened_on: arrivedOn,
      opened_by: personId,
      refusal_reason: null,
      key_slot: slot,
      requester_sealed:
        slot === null ? null : await vault.sealColumn(slot, 'cases.requester', id, JSON.stringify(requesterOf(index))),
      wipe_id: wipeId,
    })
    if (slot !== null && course.events.some(([event]) => event === 'answer-sent')) {
      const letter = await postedLetter(vault, slot, { caseId: id, index, personId, on: addDays(arrivedOn, 8) })
      notices.push(letter.notice)
      posted.push(letter.dispatch)
    }
    const happened: readonly (readonly [CaseEvent, number])[] = [['opened', 0], ...course.events]
    for (const [position, [event, after]] of happened.entries()) {
      events.push({
        id: randomUUID(),
        case_id: id,
        position: position + 1,
        event,
        happened_on: addDays(arrivedOn, after),
        recorded_at: `${addDays(arrivedOn, after)}T01:00:00.000Z`,
        recorded_by: personId,
      })
    }
    if (cases.length === 2000) await flush()
  }
  await flush()
}

/** The answer of an open case, sent by registered mail. Its file is not made: nobody opens it here. */
async function postedLetter(
  vault: Vault,
  caseSlot: KeySlot,
  { caseId, index, personId, on }: { caseId: string; index: number; personId: string; on: CalendarDate },
): Promise<{ notice: Row; dispatch: Row }> {
  const id = randomUUID()
  const slot = await vault.createKey('document', id, caseSlot)
  const notice = {
    id,
    case_id: caseId,
    kind: 'purpose-answer',
    stage: 'made',
    made_at: `${on}T01:00:00.000Z`,
    made_on: on,
    made_by: personId,
    page_count: 1,
    text_version: 0,
    key_slot: slot,
    object_id: randomUUID(),
    recipient: 'requester',
    sha256_sealed: await vault.sealColumn(slot, 'notices.sha256', id, '0'.repeat(64)),
  }
  const dispatch = {
    id,
    notice_id: id,
    case_id: caseId,
    key_slot: slot,
    position: 1,
    event: 'dispatched',
    happened_on: on,
    recorded_at: `${on}T01:00:00.000Z`,
    recorded_by: personId,
    service: 'registered',
    tracking_number_sealed: await vault.sealColumn(slot, 'notices.tracking_number', id, `131-${10_000_000 + index}`),
  }
  return { notice, dispatch }
}

function addWiped(
  rows: WipedRows,
  wiped: { id: string; wipeId: string; number: string; arrivedOn: CalendarDate; index: number; personId: string },
): void {
  const { id, wipeId, number, arrivedOn, index, personId } = wiped
  const wipedOn = addDays(arrivedOn, 14)
  const startedAt = `${wipedOn}T01:00:00.000Z`
  const endedAt = `${wipedOn}T01:00:09.000Z`
  const objects = [
    { id, kind: 'case-key', bytes: 0, ciphertextSha256: null, keyId: '0123456789abcdef', method: 'key-destroyed' },
    {
      id,
      kind: 'personal-columns',
      bytes: 0,
      ciphertextSha256: null,
      keyId: '0123456789abcdef',
      method: 'key-destroyed',
    },
  ]
  const verification = { filesSearched: 400, bytesSearched: 800_000_000, patterns: 12, keysSearched: 5, hits: [] }
  rows.wipes.push({
    id: wipeId,
    case_id: id,
    case_number: number,
    stage: 'certified',
    result: 'WIPED',
    operator_id: personId,
    started_at: startedAt,
    ended_at: endedAt,
    plan: JSON.stringify({ objects, slots: [], files: [], canaries: [] }),
    outside: '[]',
    verification: JSON.stringify(verification),
    certificate: JSON.stringify({
      format: 'privacy-desk-wipe-certificate/1',
      result: 'WIPED',
      failure: null,
      caseNumber: number,
      wipeId,
      startedAt,
      endedAt,
      operator: personId,
      approver: null,
      appVersion: '0.1.0',
      medium: { fileSystem: 'ext4', mountOptions: 'rw', warnings: [] },
      objects,
      verification,
      outside: [],
      backupsExpireOn: null,
      previousEntryHash: '0'.repeat(64),
      seal: '0'.repeat(64),
    }),
  })
  const scanId = randomUUID()
  rows.scans.push({
    id: scanId,
    arrival: index + 1,
    received_at: `${arrivedOn}T01:00:00.000Z`,
    received_on: arrivedOn,
    route: 'watched-folder',
    format: 'pdf',
    page_count: 2,
    stage: 'wiped',
    step: 'none',
    source: 'removed',
    role: 'id-copy',
    case_id: id,
    case_number: number,
  })
  const settled = { version: 2, case_id: id, arrived_on: arrivedOn, place: 'cabinet', initials: '["花","太"]' }
  rows.pieces.push({
    ...settled,
    id: randomUUID(),
    scan_id: scanId,
    kind: 'id-copy',
    state: 'destroyed',
    settled_on: wipedOn,
  })
  if (index % 3 !== 0) return
  const pieceId = randomUUID()
  rows.pieces.push({
    ...settled,
    id: pieceId,
    scan_id: null,
    kind: 'money-order',
    state: 'handed-over',
    settled_on: wipedOn,
  })
  rows.payments.push({
    id: randomUUID(),
    case_id: id,
    piece_id: pieceId,
    method: 'money-order',
    amount_yen: 1000,
    issued_on: arrivedOn,
    received_on: arrivedOn,
    recorded_at: `${arrivedOn}T01:00:00.000Z`,
    recorded_by: personId,
  })
}

/** One statement for all rows: building a hundred thousand of them one by one would take longer than what is measured. */
async function insertAll(trx: Transaction, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] ?? {})
  if (columns.length === 0) return
  const values = columns.map((column) => `value ->> '$.${column}'`)
  await trx.raw(`INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM json_each(?)`, [
    JSON.stringify(rows),
  ])
}

/** A complaint or a consultation has a shorter course of its own. */
function courseOf(kind: RequestKind, course: Course | undefined): Course {
  if (course === undefined || (trackOf(kind) === 'consultation' && course.state !== 'wiped')) {
    return { state: trackOf(kind) === 'consultation' ? 'consulting' : 'received', events: [] }
  }
  if (trackOf(kind) === 'request') return course
  return {
    state: 'wiped',
    events: [
      ['reply-sent', 5],
      ['answer-delivered', 7],
      ['wipe-started', 12],
      ['wipe-finished', 12],
    ],
  }
}

function requesterOf(index: number) {
  const family = index % families.length
  const given = Math.floor(index / families.length) % givens.length
  return {
    name: `${families[family] ?? ''} ${givens[given] ?? ''}`,
    kana: kana[family] ?? '',
    postalCode: '150-0002',
    address: `東京都${towns[index % towns.length] ?? ''}${(index % 9) + 1}丁目${(index % 30) + 1}番${(index % 20) + 1}号`,
    contact: '',
  }
}
