// What belongs to a case, on a real database and vault: agents, the fee, checks of identity, notes, links; and what a wipe leaves.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createAgents, type Agents } from '../../main/agents/index.ts'
import { createFees, type Fees } from '../../main/fees/index.ts'
import { createIdentity, type Identity } from '../../main/identity/index.ts'
import { createNotes, type Notes } from '../../main/notes/index.ts'
import { createPieces, type Pieces } from '../../main/pieces/index.ts'
import type { WipeHolder } from '../../main/wipe/index.ts'
import { letterInputsSchema } from '../../shared/letters.ts'
import { shippedVersions } from '../../shared/rules/dated/index.ts'
import { casesDesk, hanako, recordAll, type CasesDesk } from './cases-desk.ts'
import { rawSearch, there } from './desk-fixture.ts'

let desk: CasesDesk
let agents: Agents
let fees: Fees
let identity: Identity
let notes: Notes
let pieces: Pieces
let caseId: string

beforeEach(async () => {
  desk = await casesDesk()
  const { db, vault, audit, cases, clock, emit } = desk
  const { caseKeyOf, numberOf, kindOf, doubtedAt } = cases
  const { now, today } = clock
  const common = { db, vault, audit, caseKeyOf, nameOf: async () => '受付 花子', now, today, emit }
  pieces = createPieces({ ...common, paperMayGo: async () => true })
  agents = createAgents(common)
  fees = createFees({ ...common, pieces, kindOf, numberOf })
  identity = createIdentity({ ...common, ruleVersions: async () => [...shippedVersions], doubtedAt })
  notes = createNotes({ ...common, numberOf })
  caseId = (await desk.open()).id
})
afterEach(() => desk.remove())

async function inTheClear(...texts: string[]): Promise<string[]> {
  const hits = await Promise.all(texts.map((text) => rawSearch(desk.folder, Buffer.from(text))))
  return hits.flat()
}

/** What a wipe does to a domain's rows, twice as after a kill. */
async function wiped(holder: WipeHolder): Promise<void> {
  expect(await holder.holdings(caseId)).not.toEqual([])
  await holder.removeRows(caseId)
  await holder.removeRows(caseId)
  expect(await holder.holdings(caseId)).toEqual([])
}

describe('agents', () => {
  const particulars = { ...hanako, name: '代理 次郎', address: '大阪府堺市堺区南瓦町3番1号', relation: '弁護士' }
  const add = async () => there((await agents.add({ caseId, kind: 'appointed', particulars }, desk.clerk)).agents[0])
  const document = (id: string, kind: 'power-of-attorney' | 'seal-certificate' | 'agent-id') =>
    agents.addDocument({ id, kind, issuedOn: '2026-11-01' }, desk.clerk)

  it('stand in the way of an answer until their authority is shown, and then receive it', async () => {
    expect(await agents.obstaclesOf(caseId, desk.db)).toEqual([])
    const { id, gaps } = await add()
    expect(gaps).toHaveLength(3)
    expect(await agents.obstaclesOf(caseId, desk.db)).toEqual(['authority-unverified'])
    expect(await agents.recipientOf(caseId)).toBeNull()
    await expect(agents.judge({ id, version: 1, standing: 'verified' }, desk.clerk)).rejects.toMatchObject({
      code: 'bad-request',
      detail: { because: 'power-of-attorney-missing' },
    })
    for (const kind of ['power-of-attorney', 'seal-certificate', 'agent-id'] as const) await document(id, kind)
    const { version } = there((await agents.ofCase({ caseId })).agents[0])
    const { agents: judged } = await agents.judge({ id, version, standing: 'verified' }, desk.clerk)
    expect(judged).toMatchObject([{ standing: 'verified', judgedOn: '2026-11-24', gaps: [] }])
    expect(await agents.obstaclesOf(caseId, desk.db)).toEqual([])
    expect(await agents.recipientOf(caseId)).toMatchObject({ name: '代理 次郎' })
    expect(await inTheClear('代理 次郎', '堺市堺区', '弁護士')).toEqual([])
  })

  it('are in doubt again after any change, and a second window meets the first one’s', async () => {
    const { id, version } = await add()
    const change = { id, version, kind: 'parent', particulars } as const
    await agents.change(change, desk.clerk)
    await expect(agents.change(change, desk.clerk)).rejects.toMatchObject({ code: 'changed-meanwhile' })
    await agents.judge({ id, version: version + 1, standing: 'not-verified' }, desk.clerk)
    await document(id, 'agent-id')
    expect((await agents.ofCase({ caseId })).agents).toMatchObject([{ standing: 'unchecked', judgedOn: null }])
    const late = agents.addDocument({ id, kind: 'other', issuedOn: '2026-11-25' }, desk.clerk)
    await expect(late).rejects.toMatchObject({ code: 'impossible-date' })
  })

  it('that act no longer stand in nobody’s way; a wipe takes who they were', async () => {
    const { id, version } = await add()
    await agents.judge({ id, version, standing: 'withdrawn' }, desk.clerk)
    expect(await agents.obstaclesOf(caseId, desk.db)).toEqual([])
    await wiped(agents)
    expect((await agents.ofCase({ caseId })).agents).toMatchObject([{ particulars: null, kind: 'appointed' }])
  })
})

describe('the fee', () => {
  const order = (over: Partial<Parameters<Fees['record']>[0]> = {}) =>
    fees.record(
      {
        caseId,
        method: 'money-order',
        amountYen: 1000,
        serial: '12345-678901',
        issuedOn: '2026-11-10',
        receivedOn: '2026-11-20',
        envelopeId: null,
        ...over,
      },
      desk.clerk,
    )

  it('is missing, then exact; its money order is a piece of paper that blocks the wipe', async () => {
    expect(await fees.obstaclesOf(caseId, desk.db)).toEqual(['fee-unsettled'])
    const { assessment, payments } = await order()
    expect(assessment).toEqual({ standing: 'exact', dueYen: 1000, receivedYen: 1000 })
    expect(payments).toMatchObject([{ payableUntil: '2027-05-10', serial: '12345-678901', state: 'held' }])
    expect(await fees.obstaclesOf(caseId, desk.db)).toEqual([])
    expect(await fees.moneyOrderIssuedOn(caseId)).toBe('2026-11-10')
    expect([...(await fees.moneyOrdersIssuedOn())]).toEqual([[caseId, '2026-11-10']])
    expect(await pieces.blockers(caseId)).toEqual(['paper-held'])
    expect(await inTheClear('12345-678901')).toEqual([])

    const paper = { id: there(payments[0]).pieceId, state: 'returned', on: '2026-11-24' } as const
    await pieces.settle({ ...paper, initials: ['花', '次'] }, desk.clerk)
    expect((await fees.ofCase({ caseId })).assessment.standing).toBe('missing')
    expect(await fees.moneyOrderIssuedOn(caseId)).toBeNull()
    expect([...(await fees.moneyOrdersIssuedOn())]).toEqual([])
    await wiped(fees)
    expect(await fees.ledger({ offset: 0, limit: 100 })).toMatchObject({
      total: 1,
      rows: [{ serial: null, amountYen: 1000, state: 'returned' }],
    })
  })

  it.each([
    [{ amountYen: 999 }, 'bad-request'],
    [{ issuedOn: null }, 'bad-request'],
    [{ issuedOn: '2026-11-21' }, 'impossible-date'],
    [{ receivedOn: '2026-11-25' }, 'impossible-date'],
  ])('refuses %j', async (over, code) => {
    await expect(order(over)).rejects.toMatchObject({ code })
    expect((await pieces.ofCase({ caseId })).pieces).toEqual([])
  })

  it('of another kind of request is not due', async () => {
    const { id } = await desk.open({ kind: 'correction' })
    expect((await fees.ofCase({ caseId: id })).assessment.standing).toBe('not-needed')
    expect((await order({ caseId: id })).assessment.standing).toBe('not-due')
    expect(await fees.obstaclesOf(id, desk.db)).toEqual([])
  })
})

describe('the check of identity', () => {
  const written = { name: hanako.name, address: hanako.address }
  const check = (over: Partial<Parameters<Identity['record']>[0]> = {}) =>
    identity.record(
      {
        caseId,
        idKind: 'licence',
        method: 'copy-by-post',
        presented: {
          expiresOn: '2028-01-01',
          issuedOn: null,
          showsAddress: true,
          hasAllSides: true,
          hasSecondDocument: false,
        },
        isLegible: true,
        showsForbiddenField: false,
        accepted: [],
        details: { onId: written, onForm: written, reason: '' },
        ...over,
      },
      desk.clerk,
    )

  it('is asked for until one was passed, and tells what must be mended', async () => {
    expect(await identity.obstaclesOf(caseId, desk.db)).toEqual(['identity-unchecked'])
    await check({ idKind: 'juki-card', isLegible: false })
    expect(await identity.needsOf(caseId)).toEqual(['id-not-accepted', 'id-illegible'])
    expect(await identity.obstaclesOf(caseId, desk.db)).toEqual(['identity-unchecked'])
    const { checks, standsId } = await check()
    expect(checks).toMatchObject([{ result: 'verified', needs: [] }, { result: 'to-mend' }])
    expect(standsId).toBe(checks[0]?.id)
    expect(await identity.obstaclesOf(caseId, desk.db)).toEqual([])
    expect(await inTheClear(hanako.name, hanako.address)).toEqual([])
  })

  it('speaks no longer for what comes in after it', async () => {
    await check()
    desk.clock.move(60)
    await recordAll(desk, caseId, [
      ['correction-sent', '2026-11-24'],
      ['correction-arrived', '2026-11-24'],
    ])
    expect(await identity.obstaclesOf(caseId, desk.db)).toEqual(['identity-unchecked'])
    expect((await identity.ofCase({ caseId })).standsId).toBeNull()
    desk.clock.move(60)
    await check()
    expect(await identity.obstaclesOf(caseId, desk.db)).toEqual([])
  })

  it('takes no document that is not issued yet, or that ran out before it was', async () => {
    const presented = { showsAddress: true, hasAllSides: true, hasSecondDocument: false }
    for (const dates of [
      { issuedOn: '2026-11-25', expiresOn: null },
      { issuedOn: '2026-11-20', expiresOn: '2026-11-19' },
    ]) {
      const checked = check({ presented: { ...presented, ...dates } })
      await expect(checked).rejects.toMatchObject({ code: 'impossible-date' })
    }
    expect((await identity.ofCase({ caseId })).checks).toEqual([])
  })

  it('lets a person accept a difference, with a reason', async () => {
    const details = { onId: { ...written, name: '佐藤 花子' }, onForm: written, reason: '' }
    const accepted = ['id-name-differs' as const]
    await expect(check({ details, accepted })).rejects.toMatchObject({ code: 'bad-request' })
    const { checks } = await check({ details: { ...details, reason: '婚姻による改姓' }, accepted })
    expect(checks).toMatchObject([{ result: 'verified', accepted }])
    await wiped(identity)
    expect((await identity.ofCase({ caseId })).checks).toMatchObject([{ details: null, idKind: 'licence' }])
  })
})

describe('notes and links', () => {
  const secret = '以前にも電話で怒鳴られた'

  it('are kept for the desk alone', async () => {
    await notes.write({ caseId, text: secret }, desk.clerk)
    expect((await notes.ofCase({ caseId })).notes).toMatchObject([{ text: secret, by: '受付 花子' }])
    expect(await inTheClear(secret)).toEqual([])
    await wiped(notes)
    expect((await notes.ofCase({ caseId })).notes).toEqual([])
  })

  it('have no way into a letter: neither whom it is for nor what is put into it has a place for them', async () => {
    await notes.write({ caseId, text: secret }, desk.clerk)
    const addressee = await desk.cases.addresseeOf(caseId)
    expect(Object.keys(addressee).filter((key) => /note/i.test(key))).toEqual([])
    expect(JSON.stringify(addressee)).not.toContain(secret)
    expect(Object.keys(letterInputsSchema.shape).filter((key) => /note/i.test(key))).toEqual([])
  })

  it('link two cases both ways, once, and not a case with itself', async () => {
    const other = await desk.open()
    await notes.link({ caseId, otherId: other.id }, desk.clerk)
    await notes.link({ caseId: other.id, otherId: caseId }, desk.clerk)
    expect((await notes.ofCase({ caseId })).links).toMatchObject([{ caseId: other.id, number: other.number }])
    expect((await notes.ofCase({ caseId: other.id })).links).toHaveLength(1)
    await expect(notes.link({ caseId, otherId: caseId }, desk.clerk)).rejects.toMatchObject({ code: 'bad-request' })
    await notes.unlink({ caseId: other.id, otherId: caseId }, desk.clerk)
    expect((await notes.ofCase({ caseId })).links).toEqual([])
  })
})

describe('cases of the same person', () => {
  it('are found by name and address as they are written otherwise, and not after a change', async () => {
    const find = (name: string, address: string) => desk.cases.similar({ name, address, exceptId: null })
    expect((await find('高橋花子', '渋谷区渋谷1-2-3')).cases).toMatchObject([
      { caseId, likeness: 'name-and-address', requesterName: hanako.name },
    ])
    expect((await find('高橋 花子', '大阪府堺市堺区南瓦町3番1号')).cases).toMatchObject([{ likeness: 'name-alone' }])
    expect((await find('高橋 太郎', hanako.address)).cases).toEqual([])
    const { version } = await desk.cases.get({ id: caseId }, desk.clerk)
    const requester = { ...hanako, name: '佐藤 花子' }
    await desk.cases.changeRequester({ id: caseId, version, requester }, desk.clerk)
    expect((await find('高橋花子', '')).cases).toEqual([])
    expect((await desk.cases.similar({ name: '佐藤花子', address: '', exceptId: caseId })).cases).toEqual([])
  })
})
