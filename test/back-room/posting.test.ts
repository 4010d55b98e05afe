// Letters in the post on a real desk: what their dispatch, delivery and return start and stop, and who may send one elsewhere.
import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '../../shared/cases.ts'
import type { CaseRecord } from '../../shared/ipc/parts.ts'
import { noInputs, type LetterInputs } from '../../shared/letters.ts'
import { caseNumberOf } from '../../shared/rules/case-number.ts'
import { envelopeCodeOf } from '../../shared/rules/envelope-code.ts'
import { sheetCodeText, type CasedSheetKind } from '../../shared/rules/sheet-code.ts'
import { approve, hanako, recordAll } from './cases-desk.ts'
import { rawSearch } from './desk-fixture.ts'
import { faultOf, type LettersDesk, type MadeLetter } from './letters-desk.ts'
import { deskOfEachTest } from './letters-hooks.ts'

const registered = '131-12-38385-2'
const today = '2026-11-24'
const other: LetterInputs['recipient'] = {
  kind: 'other',
  name: '佐藤 弁護士',
  postalCode: '',
  address: '東京都港区一丁目1番1号',
}

let desk: LettersDesk

deskOfEachTest((made) => {
  desk = made
})

const record = (caseId: string): Promise<CaseRecord> => desk.cases.get({ id: caseId }, desk.clerk)

function dispatch(id: string, over: Partial<Parameters<typeof desk.post.letters.dispatch>[0]> = {}) {
  const request = { id, on: today, service: 'ordinary', trackingNumber: null, ...over } as const
  return desk.post.letters.dispatch(request, desk.clerk)
}

/** The answer to a complaint: an answer that needs no second person. */
async function postedAnswer(over: Partial<Parameters<typeof desk.post.letters.dispatch>[0]> = {}): Promise<MadeLetter> {
  const { id: caseId } = await desk.open({ kind: 'complaint' })
  const inputs = { ...noInputs, text: 'お答えします。' }
  const notice = await desk.notices.make({ caseId, kind: 'inquiry-answer', inputs }, desk.clerk)
  await dispatch(notice.id, over)
  return { caseId, notice }
}

async function eventsOf(caseId: string): Promise<CaseEvent[]> {
  return (await record(caseId)).history.map(({ event }) => event)
}

describe('a dispatch', () => {
  it('notes day, service and number and stops the case’s clock, as one change', async () => {
    const { caseId, notice } = await desk.make()
    await dispatch(notice.id, { service: 'simple-registered', trackingNumber: '１３１１２３８３８５２' })
    const after = await record(caseId)
    expect(after).toMatchObject({
      state: 'awaiting-correction',
      next: { clock: 'correction-wait', due: '2026-12-08' },
    })
    expect(after.deadlines.find(({ clock }) => clock === 'answer-target')).toMatchObject({
      status: 'stopped',
      due: null,
    })
    expect(after.history.at(-1)).toMatchObject({
      event: 'correction-sent',
      detail: { noticeId: notice.id, posted: 'registered' },
    })
    expect(after.notices[0]?.post).toEqual({
      standing: 'out',
      dispatches: 1,
      dispatchedOn: today,
      service: 'simple-registered',
      trackingNumber: registered,
      deliveredOn: null,
      deliveryProof: null,
      returnedOn: null,
      returnReason: null,
      addressCheckedOn: null,
    })
    expect(await rawSearch(desk.folder, Buffer.from(registered))).toEqual([])
    expect(await desk.post.sent({ which: 'open' })).toMatchObject({
      rows: [{ noticeId: notice.id, caseId, recipientName: hanako.name, post: { trackingNumber: registered } }],
    })
  })

  it.each([
    [{ service: 'registered', trackingNumber: '131-12-38385-3' }, 'bad-request', { because: 'wrong-check-digit' }],
    [{ service: 'registered', trackingNumber: '12345' }, 'bad-request', { because: 'malformed' }],
    [{ service: 'registered', trackingNumber: null }, 'bad-request', { because: 'missing' }],
    [{ service: 'letterpack-plus', trackingNumber: registered }, 'bad-request', { because: 'of-another-service' }],
    [{ service: 'ordinary', trackingNumber: registered }, 'bad-request', { because: 'not-traced' }],
    [{ service: 'email' }, 'bad-request', { field: 'service' }],
    [{ on: '2026-11-25' }, 'impossible-date', { because: 'in-the-future' }],
    [{ on: '2026-11-23' }, 'impossible-date', { because: 'before-what-it-follows' }],
  ] as const)('is refused with %j and changes nothing', async (over, code, detail) => {
    const { caseId, notice } = await desk.make()
    expect(await faultOf(dispatch(notice.id, over))).toMatchObject({ code, detail })
    expect(await record(caseId)).toMatchObject({ state: 'received', version: 1, notices: [notice] })
  })

  it('happens once, not at all when the case no longer allows it, and keeps its letter from being discarded', async () => {
    const { caseId, notice } = await desk.make()
    await dispatch(notice.id)
    const posted = { code: 'wrong-stage', detail: { because: 'posted-already' } }
    expect(await faultOf(dispatch(notice.id))).toEqual(posted)
    expect(await faultOf(desk.notices.discard({ id: notice.id }, desk.clerk))).toEqual(posted)
    const second = await desk.notices.make({ caseId, kind: 'domicile-correction', inputs: noInputs }, desk.clerk)
    await recordAll(desk, caseId, [['withdrawn', today]])
    expect((await faultOf(dispatch(second.id))).code).toBe('event-not-allowed')
    expect((await record(caseId)).notices.find(({ id }) => id === second.id)?.post).toBeNull()
  })

  it('is refused under a number that another dispatch has: the wrong slip was scanned', async () => {
    const [first, second] = [await desk.make(), await desk.make()]
    await dispatch(first.notice.id, { service: 'recorded', trackingNumber: registered })
    const again = dispatch(second.notice.id, { service: 'simple-registered', trackingNumber: '13112383852' })
    expect(await faultOf(again)).toMatchObject({
      code: 'bad-request',
      detail: { field: 'trackingNumber', because: 'number-used-already' },
    })
    await dispatch(second.notice.id, { service: 'simple-registered', trackingNumber: '131-12-38386-3' })
  })

  it('is refused when name or address have changed since the letter was made', async () => {
    const { caseId, notice } = await desk.make()
    const { version } = await record(caseId)
    const requester = { ...hanako, address: '大阪府大阪市北区一丁目1番1号' }
    await desk.cases.changeRequester({ id: caseId, version, requester }, desk.clerk)
    expect((await faultOf(dispatch(notice.id))).code).toBe('address-changed')
  })
})

describe('a form that comes back', () => {
  const formOf = (caseId: string, kind: CasedSheetKind, on = today) =>
    desk.db.transaction((trx) => desk.cases.sheets.arrived(trx, { caseId, kind, on }, desk.clerk.id))

  async function postedForm(): Promise<MadeLetter> {
    const { id: caseId } = await desk.open({ inquiryOn: '2026-11-20', arrivedOn: null })
    const notice = await desk.notices.make({ caseId, kind: 'form-dispatch', inputs: noInputs }, desk.clerk)
    await dispatch(notice.id, { service: 'recorded', trackingNumber: registered })
    return { caseId, notice }
  }

  const lastEntry = async (event: string) =>
    (await desk.audit.list({ before: null, limit: 100 })).entries.find((entry) => entry.event === event)

  it('shows that the letter it lay in arrived, and the chain says why', async () => {
    const { caseId, notice } = await postedForm()
    await formOf(caseId, 'application-form')
    const after = await record(caseId)
    expect(after.state).toBe('received')
    expect(after.notices).toMatchObject([
      { post: { standing: 'delivered', deliveredOn: today, deliveryProof: 'form-came-back' } },
    ])
    expect(await lastEntry('notice-delivered')).toMatchObject({
      subject: notice.id,
      actorId: desk.clerk.id,
      detail: { caseId, on: today, proof: 'form-came-back' },
    })
    expect((await desk.post.sent({ which: 'open' })).rows).toEqual([])
  })

  it('shows it also when a person files it; what that is for the case is theirs to record', async () => {
    const { caseId } = await postedForm()
    await desk.db.transaction((trx) => desk.cases.sheets.formFiled(trx, { caseId, on: today }, desk.clerk.id))
    const after = await record(caseId)
    expect(after).toMatchObject({ state: 'awaiting-form', notices: [{ post: { deliveryProof: 'form-came-back' } }] })
  })

  it('shows it of the letter that asked for a correction by the sheet that lay in that', async () => {
    const { caseId, notice } = await desk.make()
    await dispatch(notice.id)
    await formOf(caseId, 'application-form')
    expect((await record(caseId)).notices[0]?.post).toMatchObject({ standing: 'out', deliveryProof: null })
    await formOf(caseId, 'correction-form')
    expect((await record(caseId)).notices[0]?.post).toMatchObject({ deliveryProof: 'form-came-back' })
  })

  it('changes nothing where a person recorded the end, nor on a day before the letter went out', async () => {
    const { caseId, notice } = await postedForm()
    await formOf(caseId, 'correction-form', '2026-11-20')
    await desk.db.transaction((trx) => desk.cases.sheets.formFiled(trx, { caseId, on: '2026-11-20' }, desk.clerk.id))
    expect((await record(caseId)).notices[0]?.post).toMatchObject({ standing: 'out' })
    await desk.post.letters.recordDelivery({ id: notice.id, on: today }, desk.clerk)
    await formOf(caseId, 'application-form')
    expect((await record(caseId)).notices[0]?.post).toMatchObject({ standing: 'delivered', deliveryProof: null })
  })
})

describe('the end of a letter’s way', () => {
  it('finishes a case when its answer is delivered: the clock of destruction starts on that day', async () => {
    const { caseId, notice } = await postedAnswer({ service: 'registered', trackingNumber: registered })
    await desk.post.letters.recordDelivery({ id: notice.id, on: today }, desk.clerk)
    const after = await record(caseId)
    expect(after).toMatchObject({
      state: 'finished',
      notices: [{ post: { standing: 'delivered', deliveredOn: today } }],
    })
    expect(after.deadlines.find(({ clock }) => clock === 'destruction')).toMatchObject({ status: 'running' })
    expect((await desk.post.sent({ which: 'open' })).rows).toEqual([])
    expect((await desk.post.sent({ which: 'ended' })).rows).toMatchObject([{ noticeId: notice.id }])
    const again = desk.post.letters.recordReturn({ id: notice.id, on: today, reason: 'refused' }, desk.clerk)
    expect(await faultOf(again)).toEqual({ code: 'wrong-stage', detail: { because: 'delivered-already' } })
  })

  it('takes a case back when the answer comes back; the same letter goes out again after its address was checked', async () => {
    const { caseId, notice } = await postedAnswer()
    await desk.post.letters.recordReturn({ id: notice.id, on: today, reason: 'not-collected' }, desk.clerk)
    const back = await record(caseId)
    expect(back).toMatchObject({ state: 'consulting' })
    expect(back.notices[0]?.post).toMatchObject({ standing: 'returned', returnReason: 'not-collected' })
    expect(await faultOf(dispatch(notice.id))).toMatchObject({ detail: { because: 'address-unchecked' } })
    await desk.post.letters.recordAddressCheck({ id: notice.id, how: 'asked-requester' }, desk.clerk)
    await dispatch(notice.id, { service: 'registered', trackingNumber: registered })
    const out = await record(caseId)
    expect(out).toMatchObject({ state: 'answered' })
    expect(out.notices[0]?.post).toMatchObject({ standing: 'out', dispatches: 2, returnedOn: null })
  })

  it('runs the clock on when a request for a correction comes back, and identity is to be checked anew', async () => {
    const { caseId, notice } = await desk.make()
    await dispatch(notice.id)
    await desk.post.letters.recordReturn({ id: notice.id, on: today, reason: 'unknown-at-address' }, desk.clerk)
    expect(await record(caseId)).toMatchObject({ state: 'received' })
    expect(await eventsOf(caseId)).toContain('correction-returned')
    expect(await desk.cases.doubtedAt(caseId, desk.db)).toBe(desk.clock.now())
  })

  it('is noted in the post when a person records it in the case', async () => {
    const { caseId, notice } = await postedAnswer({ service: 'registered', trackingNumber: registered })
    await recordAll(desk, caseId, [['answer-delivered', today]])
    expect((await record(caseId)).notices[0]?.post).toMatchObject({ standing: 'delivered' })
    expect((await desk.audit.list({ before: null, limit: 5 })).entries.map(({ event }) => event)).toContain(
      'notice-delivered',
    )
    expect(notice.post).toBeNull()
  })

  it('leaves the case alone when it does not wait for this letter', async () => {
    const { id: caseId } = await desk.open()
    const notice = await desk.notices.make({ caseId, kind: 'receipt', inputs: noInputs }, desk.clerk)
    await dispatch(notice.id)
    const before = await eventsOf(caseId)
    await desk.post.letters.recordReturn({ id: notice.id, on: today, reason: 'moved' }, desk.clerk)
    expect(await eventsOf(caseId)).toEqual(before)
  })

  it('is looked for after a while: traced letters are overdue, ordinary ones are supposed to have arrived', async () => {
    const traced = await postedAnswer({ service: 'registered', trackingNumber: registered })
    const ordinary = await postedAnswer()
    desk.clock.move(7 * 24 * 3600)
    const standing = async ({ caseId }: MadeLetter) => (await record(caseId)).notices[0]?.post?.standing
    expect([await standing(traced), await standing(ordinary)]).toEqual(['overdue', 'supposed'])
    expect((await desk.post.sent({ which: 'open' })).rows.map(({ noticeId }) => noticeId)).toEqual([traced.notice.id])
  })
})

describe('a letter to somebody else than the requester', () => {
  it('waits for a second person, whose approval is for this letter alone', async () => {
    const { caseId, notice } = await desk.make({ inputs: { ...noInputs, recipient: other } })
    expect(notice.recipient).toBe('other')
    const html = desk.documents.at(-1) ?? ''
    expect(html).toContain(other.name.split(' ')[1])
    expect(html).toContain('ご本人')
    expect((await faultOf(dispatch(notice.id))).code).toBe('second-person-needed')

    await approve(desk, caseId, 'other-address')
    // That one was asked for a letter written outside the app.
    expect((await faultOf(dispatch(notice.id))).code).toBe('second-person-needed')
    const [wrong] = (await record(caseId)).approvals
    await desk.cases.takeApprovalBack({ id: wrong?.id ?? '' }, desk.clerk)

    await desk.post.letters.askOtherAddress({ id: notice.id, reason: '委任された弁護士の事務所' }, desk.clerk)
    const asked = (await record(caseId)).approvals.find(({ state }) => state === 'waiting')
    expect(asked).toMatchObject({ matter: 'other-address', noticeId: notice.id, mayDecide: false })
    expect((await faultOf(dispatch(notice.id))).code).toBe('second-person-needed')
    await desk.cases.decideApproval({ id: asked?.id ?? '', give: true, answer: null }, desk.reviewer)
    await dispatch(notice.id)
    expect((await record(caseId)).approvals.find(({ id }) => id === asked?.id)?.state).toBe('used')
    const [entry] = await desk.audit.entriesOf('notice-dispatched')
    expect(entry?.detail).toMatchObject({ to: 'other', service: 'ordinary' })
    expect(await rawSearch(desk.folder, Buffer.from('佐藤'))).toEqual([])
  })

  it('uses its approval up also when it is no event of its case', async () => {
    const { caseId, notice } = await desk.make({ kind: 'receipt', inputs: { ...noInputs, recipient: other } })
    expect((await faultOf(dispatch(notice.id))).code).toBe('second-person-needed')
    await desk.post.letters.askOtherAddress({ id: notice.id, reason: '勤務先で受け取る' }, desk.clerk)
    const [asked] = (await record(caseId)).approvals
    await desk.cases.decideApproval({ id: asked?.id ?? '', give: true, answer: null }, desk.reviewer)
    await dispatch(notice.id)
    expect((await record(caseId)).approvals[0]?.state).toBe('used')
  })

  it('lets go of what was allowed when it is discarded', async () => {
    const { caseId, notice } = await desk.make({ inputs: { ...noInputs, recipient: other } })
    await desk.post.letters.askOtherAddress({ id: notice.id, reason: '勤務先で受け取る' }, desk.clerk)
    await desk.notices.discard({ id: notice.id }, desk.clerk)
    expect((await record(caseId)).approvals[0]?.state).toBe('lapsed')
  })

  it('is addressed to the agent whose authority was found good, and to nobody while there is none', async () => {
    const { id: caseId } = await desk.open()
    const request = { caseId, kind: 'receipt', inputs: { ...noInputs, recipient: { kind: 'agent' } } } as const
    expect(await faultOf(desk.notices.make(request, desk.clerk))).toMatchObject({ detail: { field: 'recipient' } })
    desk.agent = { ...hanako, name: '見本 次郎', address: '東京都千代田区一丁目1番1号' }
    const notice = await desk.notices.make(request, desk.clerk)
    expect(desk.documents.at(-1)).toContain('見本　次郎')
    expect(notice.recipient).toBe('agent')
    desk.agent = null
    expect((await faultOf(dispatch(notice.id))).code).toBe('address-changed')
  })
})

describe('a code that is scanned', () => {
  it('opens the case of a sheet, a number, an envelope and a letter of the post', async () => {
    const { caseId, notice } = await postedAnswer({ service: 'registered', trackingNumber: registered })
    const { number } = await record(caseId)
    const sheet = { kind: 'application-form', desk: '12345', number: caseNumberOf(2026, 1), sheet: 1, of: 2 } as const
    expect(number).toBe(sheet.number)
    for (const code of [
      sheetCodeText(sheet),
      number,
      number.replaceAll('-', ''),
      envelopeCodeOf(notice.id),
      `a${registered}a`,
    ]) {
      expect([code, await desk.post.find({ code })]).toEqual([code, { kind: 'case', caseId }])
    }
  })

  it.each([
    ['a case that is not there', caseNumberOf(2026, 999), 'unknown'],
    ['a letter nobody posted', registered, 'unknown'],
    ['an envelope of nobody', envelopeCodeOf(randomUUID()), 'unknown'],
    ['a sheet of another desk', sheetCodeText({ kind: 'separator', desk: '54321' }), 'foreign-desk'],
    ['a separator', sheetCodeText({ kind: 'separator', desk: '12345' }), 'separator'],
    ['a sheet with a slip in it', sheetCodeText({ kind: 'separator', desk: '12345' }).replace(/.$/, 'x'), 'no-code'],
    ['a case number with a slip in it', '2026-000001-1', 'no-code'],
  ])('says of %s that it leads nowhere', async (_, code, because) => {
    expect(await desk.post.find({ code })).toEqual({ kind: 'nowhere', because })
  })
})

it('a wipe takes what was noted of a case’s letters', async () => {
  const { caseId } = await postedAnswer()
  const kept = await postedAnswer()
  await desk.post.removeRows(caseId)
  await desk.post.removeRows(caseId)
  expect((await desk.db('post_events').select()).map((row: { case_id: string }) => row.case_id)).toEqual([kept.caseId])
})
