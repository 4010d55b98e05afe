// The paper twin: envelopes as they arrive, the pieces in them, where each lies and how it ends. The paper of a scan is a piece.
import { randomUUID } from 'node:crypto'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { Fault, unreachable } from '../../shared/faults.ts'
import type { CallAnswer, CallRequest } from '../../shared/ipc/contract.ts'
import type { Envelope, MailOfCase, Piece } from '../../shared/ipc/belongings.ts'
import type { Paper, Person, ScanRole } from '../../shared/ipc/parts.ts'
import type { EnvelopeKind } from '../../shared/pieces.ts'
import { checkEventDate, firstRequestDay } from '../../shared/rules/case-states.ts'
import { checkSettlement } from '../../shared/rules/pieces.ts'
import { parseTrackingNumber } from '../../shared/rules/tracking-number.ts'
import type { Audit } from '../audit/index.ts'
import type { Database, Transaction } from '../db/index.ts'
import type { Emit } from '../jobs/index.ts'
import { keyUnlessWiped, type CaseKeyOf, type KeySlot, type Vault } from '../vault/index.ts'
import type { WipeHolder } from '../wipe/index.ts'
import {
  addEnvelope,
  addPiece,
  changePiece,
  envelopesOfCase,
  forgetSealed,
  heldMoneyOrders,
  pieceOfScan,
  pieceRow,
  piecesOfCase,
  removePiece,
  scansOfHeldPaper,
  type EnvelopeRow,
  type PieceRow,
} from './store.ts'

export interface PieceParts {
  db: Database
  vault: Vault
  audit: Audit
  caseKeyOf: CaseKeyOf
  /** Whether the paper of this scan may go: not while its pages are still being read. */
  paperMayGo(scanId: string): Promise<boolean>
  nameOf(personId: string): Promise<string>
  now(): Instant
  today(): CalendarDate
  emit: Emit
}

/** The paper of a scan is there from the scan's first moment, and follows it into its case. Parts of the scans' own changes. */
export interface ScanPaper {
  arrived(trx: Transaction, scan: { id: string; on: CalendarDate }): Promise<void>
  /** A piece that was noted when the envelope was opened, and has no scan yet, is this one. */
  filed(trx: Transaction, scan: { id: string; caseId: string; role: ScanRole }): Promise<void>
  /** Its scan was taken out of the case again. */
  unfiled(trx: Transaction, scanId: string): Promise<void>
  ofScan(scanId: string): Promise<Paper>
  /** Scans without a case whose paper is still held. */
  heldWithoutCase(): Promise<string[]>
}

export interface Pieces extends WipeHolder {
  ofCase(request: CallRequest<'pieces.ofCase'>): Promise<MailOfCase>
  /** Faults: not-found, wrong-stage, impossible-date, bad-request {field: 'trackingNumber'}. */
  recordEnvelope(request: CallRequest<'pieces.recordEnvelope'>, who: Person): Promise<MailOfCase>
  /** Faults: not-found, wrong-stage. */
  add(request: CallRequest<'pieces.add'>, who: Person): Promise<MailOfCase>
  /** Faults: not-found, wrong-stage, changed-meanwhile. */
  change(request: CallRequest<'pieces.change'>, who: Person): Promise<Piece>
  /** Faults: not-found, still-screening, wrong-stage (settled before), bad-request, impossible-date. */
  settle(request: CallRequest<'pieces.settle'>, who: Person): Promise<CallAnswer<'pieces.settle'>>
  /** A money order that another record speaks of: part of that record's change. Resolves with the piece's id. */
  addWithin(
    trx: Transaction,
    piece: { caseId: string; kind: 'money-order' | 'other'; arrivedOn: CalendarDate; envelopeId: string | null },
  ): Promise<string>
  stateOf(pieceId: string, source?: Database | Transaction): Promise<Pick<Piece, 'state' | 'on'>>
  heldMoneyOrders(): Promise<string[]>
  /** The envelopes that a case is opened from: part of the opening. */
  caseOpened(
    trx: Transaction,
    opened: { caseId: string; inquiryOn: CalendarDate | null; arrivedOn: CalendarDate | null; by: string },
  ): Promise<void>
  /** Held paper stands in the way of the case's wipe; read in the transaction that asks. */
  obstaclesOf(caseId: string, source: Database | Transaction): Promise<'paper-held'[]>
  paper: ScanPaper
}

export function createPieces({
  db,
  vault,
  audit,
  caseKeyOf,
  paperMayGo,
  nameOf,
  now,
  today,
  emit,
}: PieceParts): Pieces {
  function changed({ case_id: caseId, scan_id: scanId }: Pick<PieceRow, 'case_id' | 'scan_id'>): void {
    if (caseId !== null) emit('cases.changed', { id: caseId })
    if (scanId !== null) emit('scans.changed', { id: scanId })
  }

  async function sealNote(slot: KeySlot, pieceId: string, note: string): Promise<Buffer | null> {
    return note === '' ? null : vault.sealColumn(slot, 'pieces.place_note', pieceId, note)
  }

  async function newPiece(
    slot: KeySlot,
    envelope: Pick<EnvelopeRow, 'id' | 'case_id' | 'arrived_on'>,
    { kind, place, placeNote }: Pick<CallRequest<'pieces.add'>, 'kind' | 'place' | 'placeNote'>,
  ): Promise<PieceRow> {
    const id = randomUUID()
    return {
      ...heldPiece(id, envelope.arrived_on),
      case_id: envelope.case_id,
      envelope_id: envelope.id,
      kind,
      place,
      place_note_sealed: await sealNote(slot, id, placeNote),
    }
  }

  async function pieceOf(row: PieceRow, slot: KeySlot | null): Promise<Piece> {
    const { place_note_sealed: sealed } = row
    return {
      id: row.id,
      version: row.version,
      kind: row.kind,
      arrivedOn: row.arrived_on,
      envelopeId: row.envelope_id,
      scanId: row.scan_id,
      place: row.place,
      placeNote:
        sealed === null || slot === null ? '' : await vault.openColumn(slot, 'pieces.place_note', row.id, sealed),
      state: row.state,
      on: row.settled_on,
      initials: row.initials,
    }
  }

  async function envelopeOf(row: EnvelopeRow, slot: KeySlot | null): Promise<Envelope> {
    const { tracking_number_sealed: sealed } = row
    return {
      id: row.id,
      kind: row.kind,
      arrivedOn: row.arrived_on,
      trackingNumber:
        sealed === null || slot === null
          ? null
          : await vault.openColumn(slot, 'envelopes.tracking_number', row.id, sealed),
      recordedBy: await nameOf(row.recorded_by),
    }
  }

  async function mailOf(caseId: string): Promise<MailOfCase> {
    const slot = await keyUnlessWiped(caseKeyOf, caseId)
    return {
      envelopes: await Promise.all((await envelopesOfCase(db, caseId)).map((row) => envelopeOf(row, slot))),
      pieces: await Promise.all((await piecesOfCase(db, caseId)).map((row) => pieceOf(row, slot))),
    }
  }

  async function envelopeWithin(trx: Transaction, caseId: string, envelopeId: string): Promise<EnvelopeRow> {
    const envelope = (await envelopesOfCase(trx, caseId)).find(({ id }) => id === envelopeId)
    if (envelope === undefined) throw new Fault('not-found')
    return envelope
  }

  async function addEnvelopeWithin(
    trx: Transaction,
    envelope: Pick<EnvelopeRow, 'id' | 'case_id' | 'kind' | 'arrived_on' | 'tracking_number_sealed'>,
    by: string,
    pieces: readonly PieceRow[],
  ): Promise<void> {
    await addEnvelope(trx, { ...envelope, recorded_at: now(), recorded_by: by })
    for (const piece of pieces) await addPiece(trx, piece)
    const detail = { case: envelope.case_id, kind: envelope.kind, on: envelope.arrived_on, pieces: pieces.length }
    await audit.append('envelope-recorded', { actor: by, subject: envelope.id, detail }, trx)
  }

  const paper: ScanPaper = {
    async arrived(trx, { id, on }) {
      await addPiece(trx, { ...heldPiece(randomUUID(), on), scan_id: id })
    },

    async filed(trx, { id, caseId, role }) {
      const own = await pieceOfScan(trx, id)
      const pieces = await piecesOfCase(trx, caseId)
      const noted = pieces.find(
        (piece) =>
          piece.scan_id === null && piece.kind === role && piece.state === 'held' && piece.arrived_on <= own.arrived_on,
      )
      if (noted !== undefined && own.state === 'held' && own.case_id !== caseId) {
        await removePiece(trx, own.id)
        return changePiece(trx, noted, { scan_id: id })
      }
      if (own.case_id === caseId) return changePiece(trx, own, { kind: role })
      const envelopes = await envelopesOfCase(trx, caseId)
      const cameIn = envelopes.findLast(({ arrived_on: on }) => on <= own.arrived_on) ?? null
      // The note was sealed under another case's key, and spoke of another case's folder.
      const moved = { case_id: caseId, envelope_id: cameIn?.id ?? null, kind: role, place_note_sealed: null }
      await changePiece(trx, own, moved)
    },

    async unfiled(trx, scanId) {
      const own = await pieceOfScan(trx, scanId)
      await changePiece(trx, own, { case_id: null, envelope_id: null, place_note_sealed: null })
    },

    async ofScan(scanId) {
      const { id, state, settled_on: on, initials } = await pieceOfScan(db, scanId)
      return { pieceId: id, state, on, initials }
    },

    heldWithoutCase: () => scansOfHeldPaper(db),
  }

  async function obstaclesOf(caseId: string, source: Database | Transaction): Promise<'paper-held'[]> {
    return (await piecesOfCase(source, caseId)).some(({ state }) => state === 'held') ? ['paper-held'] : []
  }

  return {
    ofCase: ({ caseId }) => mailOf(caseId),

    async recordEnvelope({ caseId, kind, arrivedOn, trackingNumber, pieces }, who) {
      refuseImpossible(arrivedOn, firstRequestDay, today())
      const { slot } = await caseKeyOf(caseId)
      const id = randomUUID()
      const parsed = trackingNumber === null ? null : parseTrackingNumber(trackingNumber)
      if (parsed !== null && parsed.kind !== 'valid') throw new Fault('bad-request', { field: 'trackingNumber' })
      const envelope = {
        id,
        case_id: caseId,
        kind,
        arrived_on: arrivedOn,
        tracking_number_sealed:
          parsed === null ? null : await vault.sealColumn(slot, 'envelopes.tracking_number', id, parsed.number),
      }
      const rows = await Promise.all(pieces.map((piece) => newPiece(slot, envelope, piece)))
      await db.transaction((trx) => addEnvelopeWithin(trx, envelope, who.id, rows))
      emit('cases.changed', { id: caseId })
      return mailOf(caseId)
    },

    async add({ caseId, envelopeId, ...piece }, who) {
      const { slot } = await caseKeyOf(caseId)
      await db.transaction(async (trx) => {
        const row = await newPiece(slot, await envelopeWithin(trx, caseId, envelopeId), piece)
        await addPiece(trx, row)
        const detail = { case: caseId, kind: piece.kind, place: piece.place }
        await audit.append('piece-added', { actor: who.id, subject: row.id, detail }, trx)
      })
      emit('cases.changed', { id: caseId })
      return mailOf(caseId)
    },

    async change({ id, version, envelopeId, place, placeNote }, who) {
      const { case_id: caseId } = await pieceRow(db, id)
      if (caseId === null) throw new Fault('wrong-stage')
      const { slot } = await caseKeyOf(caseId)
      const note = await sealNote(slot, id, placeNote)
      await db.transaction(async (trx) => {
        const row = await pieceRow(trx, id)
        if (row.state !== 'held') throw new Fault('wrong-stage')
        if (row.case_id !== caseId) throw new Fault('changed-meanwhile')
        const envelope = envelopeId === null ? null : await envelopeWithin(trx, caseId, envelopeId)
        await changePiece(trx, { id, version }, { envelope_id: envelope?.id ?? null, place, place_note_sealed: note })
        await audit.append('piece-moved', { actor: who.id, subject: id, detail: { place } }, trx)
      })
      const row = await pieceRow(db, id)
      changed(row)
      return pieceOf(row, slot)
    },

    async settle({ id, state, on, initials }, who) {
      const { scan_id: scanId } = await pieceRow(db, id)
      if (scanId !== null && !(await paperMayGo(scanId))) throw new Fault('still-screening')
      await db.transaction(async (trx) => {
        const row = await pieceRow(trx, id)
        const piece = { kind: row.kind, state: row.state, arrivedOn: row.arrived_on }
        refuseSettlement(checkSettlement(piece, { state, on, initials }, today()), row, today())
        await changePiece(trx, row, { state, settled_on: on, initials })
        const detail = { kind: row.kind, state, on, ...(row.scan_id === null ? {} : { scan: row.scan_id }) }
        await audit.append('paper-settled', { actor: who.id, subject: id, detail }, trx)
      })
      const row = await pieceRow(db, id)
      changed(row)
      return pieceOf(row, row.case_id === null ? null : await keyUnlessWiped(caseKeyOf, row.case_id))
    },

    async addWithin(trx, { caseId, kind, arrivedOn, envelopeId }) {
      const id = randomUUID()
      const place = kind === 'money-order' ? 'safe' : 'tray'
      await addPiece(trx, { ...heldPiece(id, arrivedOn), case_id: caseId, envelope_id: envelopeId, kind, place })
      return id
    },

    async stateOf(pieceId, source = db) {
      const { state, settled_on: on } = await pieceRow(source, pieceId)
      return { state, on }
    },

    heldMoneyOrders: () => heldMoneyOrders(db),

    async caseOpened(trx, { caseId, inquiryOn, arrivedOn, by }) {
      const add = (kind: EnvelopeKind, on: CalendarDate): Promise<void> => {
        const envelope = { id: randomUUID(), case_id: caseId, kind, arrived_on: on, tracking_number_sealed: null }
        return addEnvelopeWithin(trx, envelope, by, [])
      }
      if (inquiryOn !== null) await add('inquiry', inquiryOn)
      if (arrivedOn !== null) await add('request', arrivedOn)
    },

    paper,

    blockers: (caseId) => obstaclesOf(caseId, db),
    obstaclesOf,

    /** Sealed under the case's key: it closes with that key, and is named for the certificate. */
    async holdings(caseId) {
      const envelopes = (await envelopesOfCase(db, caseId)).filter((row) => row.tracking_number_sealed !== null)
      const pieces = (await piecesOfCase(db, caseId)).filter((row) => row.place_note_sealed !== null)
      return [...envelopes, ...pieces].map(({ id }) => ({ kind: 'personal-columns', id, slot: null, objectId: null }))
    },

    removeRows: (caseId) => db.transaction((trx) => forgetSealed(trx, caseId)),

    canaries: async () => [],
  }
}

function heldPiece(id: string, arrivedOn: CalendarDate): PieceRow {
  return {
    id,
    version: 1,
    case_id: null,
    envelope_id: null,
    scan_id: null,
    kind: 'id-copy',
    arrived_on: arrivedOn,
    place: 'tray',
    place_note_sealed: null,
    state: 'held',
    settled_on: null,
    initials: [],
  }
}

function refuseImpossible(on: CalendarDate, follows: CalendarDate, today: CalendarDate): void {
  const checked = checkEventDate(on, follows, today)
  if (checked.kind === 'possible') return
  throw new Fault('impossible-date', { field: 'on', because: checked.because, notBefore: follows, notAfter: today })
}

function refuseSettlement(
  settlement: ReturnType<typeof checkSettlement>,
  row: Pick<PieceRow, 'arrived_on'>,
  today: CalendarDate,
): void {
  if (settlement.kind === 'possible') return
  const { because } = settlement
  switch (because) {
    case 'settled-before':
      throw new Fault('wrong-stage')
    case 'not-for-this-kind':
      throw new Fault('bad-request', { field: 'state', because })
    case 'same-person':
      throw new Fault('bad-request', { field: 'initials', because })
    case 'in-the-future':
    case 'before-it-came':
      throw new Fault('impossible-date', { field: 'on', because, notBefore: row.arrived_on, notAfter: today })
    default:
      return unreachable(because)
  }
}
