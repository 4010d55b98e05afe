// In which encoding the desk's ledger (開示等請求台帳) leaves the app.
import { z } from 'zod'

/** UTF-8 with a byte order mark, or CP932 (Shift_JIS as Windows has it) for older office software. */
export const ledgerEncodings = ['utf-8', 'cp932'] as const
export const ledgerEncodingSchema = z.enum(ledgerEncodings)
export type LedgerEncoding = z.infer<typeof ledgerEncodingSchema>
