// The words of the paper twin: what an envelope holds, where each piece lies, and what became of it.
import { z } from 'zod'

/** 到達: what an envelope that reached the desk is. */
export const envelopeKinds = ['inquiry', 'request', 'correction', 'returned-letter', 'other'] as const
export const envelopeKindSchema = z.enum(envelopeKinds)
export type EnvelopeKind = z.infer<typeof envelopeKindSchema>

/** 封入物: one thing in an envelope. A scan's role is one of these words too; nobody scans a money order. */
export const pieceKinds = ['id-copy', 'form', 'authority', 'money-order', 'letter', 'other'] as const
export const pieceKindSchema = z.enum(pieceKinds)
export type PieceKind = z.infer<typeof pieceKindSchema>

/** Where a piece lies. What is more precise (a shelf, a folder) is a sealed note beside it. */
export const piecePlaces = ['tray', 'cabinet', 'safe', 'accounting', 'elsewhere'] as const
export const piecePlaceSchema = z.enum(piecePlaces)
export type PiecePlace = z.infer<typeof piecePlaceSchema>

/** handed-over: a money order that was cashed. not-received: there is no such paper (an e-mail's attachment, a slip of the pen). */
export const pieceStates = ['held', 'returned', 'destroyed', 'handed-over', 'not-received'] as const
export const pieceStateSchema = z.enum(pieceStates)
export type PieceState = z.infer<typeof pieceStateSchema>

export const settledStateSchema = pieceStateSchema.exclude(['held'])
export type SettledState = z.infer<typeof settledStateSchema>
