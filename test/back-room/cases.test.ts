// Cases on a real database and vault: numbers, events, dates, versions, names in memory, and what a wipe leaves.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Fault, type FaultCode } from '../../shared/faults.ts'
import { parseCaseNumber } from '../../shared/rules/case-number.ts'
import { approve, casesDesk, hanako, recordAll, untold, type CasesDesk } from './cases-desk.ts'
import { rawSearch } from './desk-fixture.ts'

let desk: CasesDesk
const wipeId = '6f9b2d5e-8f5c-4d0e-9d38-5b8f2f1f0a11'

beforeEach(async () => {
  desk = await casesDesk()
})
afterEach(() => desk.remove())

async function faultOf(work: Promise<unknown>): Promise<{ code: FaultCode; detail: Fault['detail'] }> {
  try {
    await work
  } catch (error) {
    if (error instanceof Fault) return { code: error.code, detail: error.detail }
    throw error
  }
  throw new Error('It did not fail.')
}

describe('opening a case', () => {
  it('gives it a number, its clocks and its first event', async () => {
    const record = await desk.open()
    expect(record).toMatchObject({
      number: '2026-000001-7',
      state: 'received',
      version: 1,
      openedOn: '2026-11-24',
      requester: hanako,
      requesterName: hanako.name,
      next: { clock: 'answer-target', due: '2026-12-07' },
      proposed: ['identity-verified', 'correction-sent'],
    })
    expect(parseCaseNumber(record.number).kind).toBe('valid')
    expect(record.history).toEqual([
      { at: desk.clock.now(), on: '2026-11-20', event: 'opened', by: '受付 花子', detail: {} },
    ])
    expect((await desk.audit.list({ before: null, limit: 10 })).entries.map((entry) => entry.event)).toEqual([
      'case-opened',
    ])
    expect(desk.told).toEqual([{ name: 'cases.changed', body: { id: record.id } }])
  })

  it('never gives a number twice, also when many are opened at once', async () => {
    const numbers = (await Promise.all(Array.from({ length: 30 }, () => desk.open()))).map((record) => record.number)
    expect(new Set(numbers).size).toBe(30)
    for (const number of numbers) expect(parseCaseNumber(number).kind).toBe('valid')
  })

  it.each([
    [{ arrivedOn: '2026-11-25' }, { field: 'arrivedOn', because: 'in-the-future' }],
    [{ inquiryOn: '2026-11-21' }, { field: 'arrivedOn', because: 'before-what-it-follows' }],
    [{ inquiryOn: '2026-11-25' }, { field: 'inquiryOn', because: 'in-the-future' }],
    [{ arrivedOn: '0206-11-20' }, { field: 'arrivedOn', notBefore: '2005-04-01' }],
    [{ inquiryOn: '2005-03-31' }, { field: 'inquiryOn', notBefore: '2005-04-01' }],
  ])('refuses %j', async (over, detail) =>
    expect(await faultOf(desk.open(over))).toMatchObject({ code: 'impossible-date', detail }),
  )

  it('writes nothing of the requester in the clear', async () => {
    await desk.open()
    for (const text of [hanako.name, hanako.address, hanako.contact, 'タカハシ']) {
      expect(await rawSearch(desk.folder, Buffer.from(text))).toEqual([])
    }
  })
})

describe('recording events', () => {
  it('runs a case from arrival to destruction', async () => {
    const { id } = await desk.open({ arrivedOn: '2026-11-16' })
    await recordAll(desk, id, [
      ['correction-sent', '2026-11-17'],
      ['correction-arrived', '2026-11-19'],
      ['identity-verified', '2026-11-19'],
    ])
    await approve(desk, id, 'answer-sent')
    const record = await recordAll(desk, id, [
      ['answer-sent', '2026-11-20'],
      ['answer-delivered', '2026-11-24'],
    ])
    expect(record).toMatchObject({ state: 'finished', version: 6, next: { clock: 'destruction', due: '2026-12-01' } })
    expect(record.history.map((entry) => entry.event)).toHaveLength(6)
  })

  it('keeps a note sealed and shows it in the history', async () => {
    const { id, version } = await desk.open()
    const note = '免許証の裏面に新住所あり'
    const record = await desk.cases.record(
      { id, version, event: 'identity-verified', on: '2026-11-24', refusalReason: null, note, ...untold },
      desk.reviewer,
    )
    expect(record.history.at(-1)).toMatchObject({ event: 'identity-verified', by: '審査 太郎', detail: { note } })
    expect(await rawSearch(desk.folder, Buffer.from(note))).toEqual([])
  })

  it('refuses what the state does not allow, and changes nothing', async () => {
    const { id, version } = await desk.open()
    const request = {
      id,
      version,
      event: 'answer-sent' as const,
      on: '2026-11-24',
      refusalReason: null,
      note: null,
      ...untold,
    }
    expect(await faultOf(desk.cases.record(request, desk.reviewer))).toMatchObject({
      code: 'event-not-allowed',
      detail: { state: 'received', event: 'answer-sent', because: 'not-in-this-state' },
    })
    expect((await desk.cases.get({ id }, desk.reviewer)).version).toBe(version)
  })

  it('refuses dates in the future and before the event it follows', async () => {
    const { id } = await desk.open({ arrivedOn: '2026-11-10' })
    const record = await recordAll(desk, id, [['correction-sent', '2026-11-18']])
    const arrived = (on: string) =>
      desk.cases.record(
        { id, version: record.version, event: 'correction-arrived', on, refusalReason: null, note: null, ...untold },
        desk.clerk,
      )
    expect(await faultOf(arrived('2026-11-17'))).toMatchObject({
      code: 'impossible-date',
      detail: { because: 'before-what-it-follows', notBefore: '2026-11-18', notAfter: '2026-11-24' },
    })
    expect(await faultOf(arrived('2026-11-25'))).toMatchObject({
      code: 'impossible-date',
      detail: { because: 'in-the-future' },
    })
    expect(await arrived('2026-11-18')).toMatchObject({ state: 'received' })
  })

  it('needs a second person and a reason for a refusal', async () => {
    const { id, version } = await desk.open()
    const refuse = (refusalReason: 'identity-not-verified' | 'violates-law' | null) =>
      desk.cases.record(
        { id, version, event: 'refusal-sent', on: '2026-11-24', refusalReason, note: null, ...untold },
        desk.clerk,
      )
    expect(await faultOf(refuse('identity-not-verified'))).toEqual({
      code: 'second-person-needed',
      detail: { event: 'refusal-sent', because: 'approval-missing' },
    })
    expect((await faultOf(refuse(null))).detail).toEqual({ field: 'refusalReason', because: 'reason-missing' })
    expect((await faultOf(refuse('violates-law'))).detail).toEqual({
      field: 'refusalReason',
      because: 'reason-needs-verification',
    })
    await approve(desk, id, 'refusal-sent', 'identity-not-verified')
    expect(await refuse('identity-not-verified')).toMatchObject({
      state: 'answered',
      refusalReason: 'identity-not-verified',
    })
  })

  it('lets the second of two windows see what changed instead of overwriting it', async () => {
    const { id, version } = await desk.open()
    const moved = { ...hanako, address: '大阪府大阪市北区見本町1-1' }
    await desk.cases.changeRequester({ id, version, requester: moved }, desk.clerk)
    const late = desk.cases.changeRequester({ id, version, requester: hanako }, desk.reviewer)
    expect((await faultOf(late)).code).toBe('changed-meanwhile')
    expect(await desk.cases.get({ id }, desk.clerk)).toMatchObject({ version: version + 1, requester: moved })
    const both = await Promise.allSettled(
      [desk.clerk, desk.reviewer].map((who) =>
        desk.cases.record(
          {
            id,
            version: version + 1,
            event: 'identity-verified',
            on: '2026-11-24',
            refusalReason: null,
            note: null,
            ...untold,
          },
          who,
        ),
      ),
    )
    expect(both.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it('cannot change or remove an event that is recorded, not even by SQL', async () => {
    const { id } = await desk.open()
    await expect(desk.db('case_events').where({ case_id: id }).update({ happened_on: '2026-01-01' })).rejects.toThrow(
      'never change',
    )
    await expect(desk.db('case_events').where({ case_id: id }).delete()).rejects.toThrow('only grow')
  })
})

describe('two people', () => {
  it('are never one: who asked or opened the case gives nothing, and what was given is used once', async () => {
    const { id } = await desk.cases.open(
      { kind: 'disclosure', lane: 'post', inquiryOn: null, arrivedOn: '2026-11-20', requester: hanako },
      desk.reviewer,
    )
    const ask = { caseId: id, matter: 'extension-sent', refusalReason: null, reason: '調査に時間がかかります' } as const
    const [asked] = (await desk.cases.askApproval(ask, desk.clerk)).approvals
    const give = { id: asked?.id ?? '', give: true, answer: null }
    expect((await faultOf(desk.cases.decideApproval(give, desk.reviewer))).code).toBe('second-person-needed')
    expect((await faultOf(desk.cases.decideApproval(give, desk.clerk))).code).toBe('second-person-needed')
    const other = { ...desk.reviewer, id: wipeId }
    expect((await desk.cases.waitingApprovals(other)).approvals.map(({ approval }) => approval.mayDecide)).toEqual([
      true,
    ])
    await desk.cases.decideApproval(give, other)
    expect((await faultOf(desk.cases.askApproval(ask, desk.clerk))).code).toBe('changed-meanwhile')
    const record = await recordAll(desk, id, [['extension-sent', '2026-11-24']])
    expect(record.approvals.map(({ state }) => state)).toEqual(['used'])
    expect(record.deadlines.find(({ clock }) => clock === 'answer-target')).toMatchObject({
      due: '2026-12-21',
      originally: '2026-12-07',
    })
    expect(await rawSearch(desk.folder, Buffer.from(ask.reason))).toEqual([])
  })

  it('begin again when the case goes another way, or the requester becomes somebody else', async () => {
    const { id } = await desk.open()
    await recordAll(desk, id, [['identity-verified', '2026-11-24']])
    const { version } = await approve(desk, id, 'answer-sent')
    const moved = { ...hanako, address: '大阪府大阪市北区見本町1-1' }
    const record = await desk.cases.changeRequester({ id, version, requester: moved }, desk.clerk)
    expect(record.state).toBe('received')
    expect(record.approvals.map(({ state }) => state)).toEqual(['lapsed'])
  })
})

describe('a case that begins with an inquiry', () => {
  it('waits for its form, and its clocks of answering begin when the request arrives', async () => {
    const { id, deadlines } = await desk.open({ inquiryOn: '2026-11-10', arrivedOn: null })
    expect(deadlines.map(({ clock, due }) => [clock, due])).toEqual([['form-dispatch', '2026-11-13']])
    const record = await recordAll(desk, id, [
      ['form-sent', '2026-11-12'],
      ['request-arrived', '2026-11-20'],
    ])
    expect(record).toMatchObject({
      state: 'received',
      inquiryOn: '2026-11-10',
      arrivedOn: '2026-11-20',
      next: { clock: 'answer-target', due: '2026-12-07' },
    })
  })
})

describe('lists', () => {
  it('show names while the desk is open and nothing personal once it is locked', async () => {
    const { id } = await desk.open()
    await desk.open({ requester: { ...hanako, name: '田中 一郎' } })
    expect((await desk.cases.list()).cases.map((one) => one.requesterName)).toEqual(['田中 一郎', hanako.name])
    desk.lock.lock()
    desk.cases.forget()
    expect((await faultOf(desk.cases.list())).code).toBe('not-signed-in')
    expect((await faultOf(desk.cases.get({ id }, desk.clerk))).code).toBe('not-signed-in')
  })

  it('audit a look at a case once, until the desk is locked', async () => {
    const { id } = await desk.open()
    const views = async () =>
      (await desk.audit.list({ before: null, limit: 50 })).entries.filter((entry) => entry.event === 'case-viewed')
        .length
    await desk.cases.get({ id }, desk.clerk)
    await desk.cases.get({ id }, desk.clerk)
    expect(await views()).toBe(1)
    await desk.cases.get({ id }, desk.reviewer)
    desk.cases.forget()
    await desk.cases.get({ id }, desk.clerk)
    expect(await views()).toBe(3)
  })

  it('put every case that is not wiped on the board', async () => {
    const overdue = await desk.open({ arrivedOn: '2026-11-02' })
    const later = await desk.open({ arrivedOn: '2026-11-24' })
    const waiting = await desk.open({ arrivedOn: '2026-11-20' })
    await recordAll(desk, waiting.id, [['correction-sent', '2026-11-24']])
    const finished = await desk.open({ arrivedOn: '2026-11-20' })
    await recordAll(desk, finished.id, [['withdrawn', '2026-11-24']])
    const { groups } = await desk.cases.board()
    expect(groups.map(({ group, rows }) => [group, rows.map((row) => row.case.id)])).toEqual([
      ['overdue', [overdue.id]],
      ['today', []],
      ['soon', []],
      ['waiting', [waiting.id]],
      ['to-destroy', [finished.id]],
      ['later', [later.id]],
    ])
    expect(groups[0]?.rows[0]).toMatchObject({
      daysLeft: -7,
      businessDaysLeft: -4,
      deadline: { clock: 'answer-target' },
    })
  })
})

describe('what a wipe takes of a case', () => {
  it('is blocked until the case is finished', async () => {
    const { id } = await desk.open()
    expect(await desk.cases.blockers(id)).toEqual(['not-finished'])
    await recordAll(desk, id, [['withdrawn', '2026-11-24']])
    expect(await desk.cases.blockers(id)).toEqual([])
    const unfinished = await desk.open()
    expect((await faultOf(desk.cases.recordWipeStarted(unfinished.id, wipeId, desk.clerk))).code).toBe(
      'second-person-needed',
    )
  })

  it('may come before the end with a second person, who stands on it, and never under a hold', async () => {
    const { id } = await desk.open()
    await approve(desk, id, 'early-wipe')
    expect(await desk.cases.blockers(id)).toEqual([])
    await approve(desk, id, 'hold-set')
    await recordAll(desk, id, [['hold-set', '2026-11-24']])
    expect(await desk.cases.blockers(id)).toEqual(['on-hold'])
    expect((await faultOf(desk.cases.recordWipeStarted(id, wipeId, desk.clerk))).detail).toMatchObject({
      because: 'on-hold',
    })
    await approve(desk, id, 'hold-lifted')
    await recordAll(desk, id, [['hold-lifted', '2026-11-24']])
    await desk.cases.recordWipeStarted(id, wipeId, desk.clerk)
    expect(await desk.cases.approverOf(id)).toBe(desk.reviewer.id)
  })

  it('waits until a hold that is asked for is decided, with its clock stopped, and goes on when it is not set', async () => {
    const { id } = await desk.open()
    await recordAll(desk, id, [['withdrawn', '2026-11-24']])
    const destruction = async () =>
      (await desk.cases.get({ id }, desk.clerk)).deadlines.find(({ clock }) => clock === 'destruction')
    const group = async () => (await desk.cases.board()).groups.find(({ rows }) => rows.length > 0)?.group
    expect([await destruction(), await group()]).toMatchObject([{ status: 'running', due: '2026-12-01' }, 'to-destroy'])

    const ask = { caseId: id, matter: 'hold-set', refusalReason: null, reason: '訴えの予告がありました' } as const
    const asked = await desk.cases.askApproval(ask, desk.clerk)
    const approval = asked.approvals[0]?.id ?? ''
    expect(await desk.cases.blockers(id)).toEqual(['hold-asked'])
    expect((await faultOf(desk.cases.recordWipeStarted(id, wipeId, desk.clerk))).detail).toMatchObject({
      because: 'hold-asked',
    })
    expect(await destruction()).toMatchObject({
      status: 'stopped',
      due: null,
      why: [{}, {}, {}, { input: 'hold-asked' }],
    })
    expect([await group(), await desk.cases.dueNow()]).toEqual(['later', []])

    // Allowed is not set: until it is recorded, only the approval stands between the papers and their wipe.
    await desk.cases.decideApproval({ id: approval, give: true, answer: null }, desk.reviewer)
    expect(await desk.cases.blockers(id)).toEqual(['hold-asked'])
    await desk.cases.takeApprovalBack({ id: approval }, desk.clerk)
    expect(await desk.cases.blockers(id)).toEqual([])
    expect([await destruction(), await group()]).toMatchObject([{ status: 'running', due: '2026-12-01' }, 'to-destroy'])

    const again = await desk.cases.askApproval(ask, desk.clerk)
    const second = again.approvals.find(({ state }) => state === 'waiting')?.id ?? ''
    await desk.cases.decideApproval({ id: second, give: false, answer: '保留は不要です' }, desk.reviewer)
    await desk.cases.recordWipeStarted(id, wipeId, desk.clerk)
    expect(await desk.cases.get({ id }, desk.clerk)).toMatchObject({ state: 'wiping' })
  })

  it('leaves the ledger row: number, kind, lane, dates, state, and may be done twice', async () => {
    const { id, number, version } = await desk.open()
    await desk.cases.record(
      { id, version, event: 'withdrawn', on: '2026-11-24', refusalReason: null, note: 'お電話で取下げ', ...untold },
      desk.clerk,
    )
    const { slot } = await desk.cases.caseKeyOf(id)
    await desk.cases.recordWipeStarted(id, wipeId, desk.clerk)
    await desk.cases.recordWipeStarted(id, wipeId, desk.clerk)
    expect((await faultOf(desk.cases.caseKeyOf(id))).code).toBe('wrong-stage')
    expect(await desk.cases.get({ id }, desk.clerk)).toMatchObject({
      state: 'wiping',
      requester: null,
      requesterName: null,
      wipeId,
    })
    expect(await desk.cases.holdings(id)).toEqual([
      { kind: 'case-key', id, slot, objectId: null },
      { kind: 'personal-columns', id, slot: null, objectId: null },
    ])

    await desk.vault.destroyKey(slot)
    await desk.cases.removeRows(id)
    await desk.cases.removeRows(id)
    expect(await desk.cases.holdings(id)).toEqual([])
    await desk.cases.recordWipeFinished(id, wipeId)
    await desk.cases.recordWipeFinished(id, wipeId)

    expect(await desk.cases.blockers(id)).toEqual(['already-wiped'])
    expect(await desk.cases.numberOf(id)).toBe(number)
    const wiped = await desk.cases.get({ id }, desk.clerk)
    expect(wiped).toMatchObject({
      number,
      state: 'wiped',
      requester: null,
      requesterName: null,
      possibleEvents: [],
      next: null,
    })
    expect(wiped.history.map((entry) => [entry.event, entry.detail])).toEqual([
      ['opened', {}],
      ['withdrawn', {}],
      ['wipe-started', {}],
      ['wipe-finished', {}],
    ])
    expect((await desk.cases.board()).groups.flatMap((group) => group.rows)).toEqual([])
    expect((await desk.open()).number).toBe('2026-000002-5')
  })
})
