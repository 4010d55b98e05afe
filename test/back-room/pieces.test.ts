// Envelopes and pieces on a real database and vault: what is recorded, what blocks a wipe, what a wipe leaves.
import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createPieces, type Pieces } from '../../main/pieces/index.ts'
import { casesDesk, type CasesDesk } from './cases-desk.ts'
import { rawSearch, there } from './desk-fixture.ts'

let desk: CasesDesk
let pieces: Pieces
let caseId: string
/** Scans whose pages are still being read. */
const beingRead = new Set<string>()

beforeEach(async () => {
  beingRead.clear()
  desk = await casesDesk({}, { caseOpened: (trx, opened) => pieces.caseOpened(trx, opened) })
  const { db, vault, audit, cases, clock, emit } = desk
  pieces = createPieces({
    db,
    vault,
    audit,
    caseKeyOf: cases.caseKeyOf,
    paperMayGo: async (scanId) => !beingRead.has(scanId),
    nameOf: async () => '受付 花子',
    now: clock.now,
    today: clock.today,
    emit,
  })
  caseId = (await desk.open({ inquiryOn: '2026-11-10' })).id
})
afterEach(() => desk.remove())

const ofCase = () => pieces.ofCase({ caseId })
const note = '青いファイル 高橋様'
const envelope = (over: Partial<Parameters<Pieces['recordEnvelope']>[0]> = {}) =>
  pieces.recordEnvelope(
    {
      caseId,
      kind: 'correction',
      arrivedOn: '2026-11-24',
      trackingNumber: '131-12-38385-2',
      pieces: [
        { kind: 'id-copy', place: 'cabinet', placeNote: note },
        { kind: 'money-order', place: 'safe', placeNote: '' },
      ],
      ...over,
    },
    desk.clerk,
  )
const settle = (id: string, over: Partial<Parameters<Pieces['settle']>[0]> = {}) =>
  pieces.settle({ id, state: 'returned', on: '2026-11-24', initials: ['花', '次'], ...over }, desk.clerk)

async function arrive(on = '2026-11-24'): Promise<string> {
  const id = randomUUID()
  await desk.db.transaction((trx) => pieces.paper.arrived(trx, { id, on }))
  return id
}

describe('envelopes', () => {
  it('stand on the case from its opening on: the inquiry and the request', async () => {
    expect((await ofCase()).envelopes).toMatchObject([
      { kind: 'inquiry', arrivedOn: '2026-11-10' },
      { kind: 'request', arrivedOn: '2026-11-20', trackingNumber: null },
    ])
  })

  it('are recorded with number, pieces and places, and none of it in the clear', async () => {
    const mail = await envelope()
    expect(mail.envelopes.at(-1)).toMatchObject({ kind: 'correction', trackingNumber: '131-12-38385-2' })
    expect(mail.pieces).toMatchObject([
      { kind: 'id-copy', place: 'cabinet', placeNote: note, state: 'held', scanId: null },
      { kind: 'money-order', place: 'safe', placeNote: '' },
    ])
    for (const text of [note, '131-12-38385-2']) expect(await rawSearch(desk.folder, Buffer.from(text))).toEqual([])
  })

  it.each([
    [{ arrivedOn: '2026-11-25' }, 'impossible-date'],
    [{ arrivedOn: '2005-03-31' }, 'impossible-date'],
    [{ trackingNumber: '131-12-38385-3' }, 'bad-request'],
    [{ caseId: randomUUID() }, 'not-found'],
  ])('refuse %j', async (over, code) => expect(envelope(over)).rejects.toMatchObject({ code }))

  it('take one more piece, of their own case only', async () => {
    const { id } = there((await ofCase()).envelopes[0])
    const piece = { caseId, envelopeId: id, kind: 'letter', place: 'tray', placeNote: '' } as const
    expect((await pieces.add(piece, desk.clerk)).pieces).toMatchObject([{ envelopeId: id, arrivedOn: '2026-11-10' }])
    const other = await desk.open()
    await expect(pieces.add({ ...piece, caseId: other.id }, desk.clerk)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a piece', () => {
  it('moves, and a second window meets what the first made', async () => {
    const { id, version } = there((await envelope()).pieces[0])
    const move = { id, version, envelopeId: null, place: 'safe', placeNote: '' } as const
    expect(await pieces.change(move, desk.clerk)).toMatchObject({ version: 2, place: 'safe', placeNote: '' })
    await expect(pieces.change(move, desk.clerk)).rejects.toMatchObject({ code: 'changed-meanwhile' })
  })

  it('ends once, before two different people, and blocks the wipe until then', async () => {
    const [copy, money] = (await envelope()).pieces
    expect(await pieces.blockers(caseId)).toEqual(['paper-held'])
    const id = there(copy).id
    await expect(settle(id, { initials: ['花', '花'] })).rejects.toMatchObject({ code: 'bad-request' })
    await expect(settle(id, { on: '2026-11-23' })).rejects.toMatchObject({ code: 'impossible-date' })
    await expect(settle(there(money).id, { state: 'destroyed' })).rejects.toMatchObject({ code: 'bad-request' })
    expect(await settle(id, { state: 'destroyed' })).toMatchObject({ state: 'destroyed', initials: ['花', '次'] })
    await expect(settle(id)).rejects.toMatchObject({ code: 'wrong-stage' })
    await settle(there(money).id, { state: 'handed-over' })
    expect(await pieces.blockers(caseId)).toEqual([])
    const settled = (await desk.audit.list({ before: null, limit: 50 })).entries.filter(
      ({ event }) => event === 'paper-settled',
    )
    expect(settled).toHaveLength(2)
  })
})

describe('the paper of a scan', () => {
  it('is a piece from the first moment, and waits while its pages are read', async () => {
    const scanId = await arrive()
    expect(await pieces.paper.heldWithoutCase()).toEqual([scanId])
    const { pieceId } = await pieces.paper.ofScan(scanId)
    beingRead.add(scanId)
    await expect(settle(pieceId)).rejects.toMatchObject({ code: 'still-screening' })
    beingRead.clear()
    await settle(pieceId)
    expect(await pieces.paper.heldWithoutCase()).toEqual([])
  })

  it('goes with its scan into the envelope that came last, and on to another case', async () => {
    const scanId = await arrive()
    const file = (to: string) =>
      desk.db.transaction((trx) => pieces.paper.filed(trx, { id: scanId, caseId: to, role: 'form' }))
    await file(caseId)
    const mail = await ofCase()
    expect(mail.pieces).toMatchObject([{ scanId, kind: 'form', envelopeId: mail.envelopes.at(-1)?.id }])
    const other = await desk.open()
    await file(other.id)
    expect((await ofCase()).pieces).toEqual([])
    expect((await pieces.ofCase({ caseId: other.id })).pieces).toMatchObject([{ scanId }])
  })

  it('is the piece that was noted when the envelope was opened, not a second one', async () => {
    const noted = there((await envelope()).pieces[0])
    const scanId = await arrive()
    await desk.db.transaction((trx) => pieces.paper.filed(trx, { id: scanId, caseId, role: 'id-copy' }))
    expect((await ofCase()).pieces.filter(({ kind }) => kind === 'id-copy')).toMatchObject([
      { id: noted.id, scanId, placeNote: note },
    ])
    const another = await arrive()
    await desk.db.transaction((trx) => pieces.paper.filed(trx, { id: another, caseId, role: 'id-copy' }))
    expect((await ofCase()).pieces.filter(({ kind }) => kind === 'id-copy')).toHaveLength(2)
  })
})

it('leaves a wipe nothing sealed, and keeps the record of the paper', async () => {
  await envelope()
  expect(await pieces.holdings(caseId)).toHaveLength(2)
  await pieces.removeRows(caseId)
  await pieces.removeRows(caseId)
  const mail = await ofCase()
  expect(mail.envelopes.map(({ trackingNumber }) => trackingNumber)).toEqual([null, null, null])
  expect(mail.pieces.map(({ placeNote, kind }) => [kind, placeNote])).toEqual([
    ['id-copy', ''],
    ['money-order', ''],
  ])
})
