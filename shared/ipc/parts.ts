// The records that several calls of the contract share: people, scans, pages, cases, notices, wipes, audit entries.
import { z } from 'zod'
import {
  approvalMatterSchema,
  approvalStateSchema,
  caseEventSchema,
  caseStateSchema,
  deadlineSchema,
  laneSchema,
  refusalReasonSchema,
  requesterSchema,
  requestKindSchema,
} from '../cases.ts'
import { dateSchema, instantSchema } from '../dates.ts'
import { pieceStateSchema } from '../pieces.ts'
import { letterKindSchema } from '../letters.ts'
import { recipientKindSchema } from '../post.ts'
import { letterInPostSchema } from './post.ts'
import { reprintReasonSchema } from '../printing.ts'
import { orphanReasons } from '../rules/sheet-filing.ts'
import { roleSchema } from '../roles.ts'
import { eventRefusalSchema } from '../rules/case-states.ts'
import {
  boxSchema,
  documentKindSchema,
  evidenceSchema,
  fieldSchema,
  fieldStateSchema,
  illegibilitySchema,
  turnSchema,
  verdictSchema,
} from '../screening.ts'

export const idSchema = z.uuid()
/** Which rows of a long list are asked for. */
export const pageShape = { offset: z.number().int().nonnegative(), limit: z.number().int().min(1).max(200) }
export type Page = z.infer<z.ZodObject<typeof pageShape>>
export const bytesSchema = z.instanceof(Uint8Array)

export const personSchema = z.object({
  id: idSchema,
  loginName: z.string(),
  displayName: z.string(),
  roles: z.array(roleSchema),
  disabled: z.boolean(),
})
export type Person = z.infer<typeof personSchema>

/** Why a file was not taken in. Each has one sentence in the reader's language. */
export const refusedFileReasons = [
  'empty',
  'unknown-format',
  'broken',
  'encrypted',
  'too-many-bytes',
  'too-many-pixels',
  'too-many-pages',
  'unreadable-file',
] as const
export const refusedFileReasonSchema = z.enum(refusedFileReasons)
export type RefusedFileReason = z.infer<typeof refusedFileReasonSchema>

export const routes = ['picker', 'drop', 'watched-folder'] as const
export const routeSchema = z.enum(routes)
export type Route = z.infer<typeof routeSchema>

/** A file that needs the clerk's attention: nothing of it is kept by the app but this line, in memory. */
export const attentionSchema = z.object({
  id: idSchema,
  fileName: z.string(),
  route: routeSchema,
  at: instantSchema,
  outcome: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('refused'), reason: refusedFileReasonSchema }),
    z.object({ kind: z.literal('duplicate'), scanId: idSchema, arrivalNumber: z.string() }),
    z.object({ kind: z.literal('source-remains'), scanId: idSchema }),
  ]),
  /** What may be done about it; `dismiss` is always there. */
  actions: z.array(z.enum(['take-in', 'remove-source', 'dismiss'])),
})
export type Attention = z.infer<typeof attentionSchema>

/**
 * received → (screening) screened → (decisions) prepared → finished: masked copies exist, the original's key is
 * destroyed; or returned: nothing is kept, the paper goes back. `wiped` when its case was wiped, or when it was discarded
 * without ever belonging to one.
 */
export const scanStages = ['received', 'screened', 'prepared', 'finished', 'returned', 'wiped'] as const
export const scanStageSchema = z.enum(scanStages)
export type ScanStage = z.infer<typeof scanStageSchema>

/** What a scan is within its case. */
export const scanRoles = ['id-copy', 'form', 'letter', 'authority', 'other'] as const
export const scanRoleSchema = z.enum(scanRoles)
export type ScanRole = z.infer<typeof scanRoleSchema>

/** Why a scan that belongs to no case is destroyed: closed words, because nothing sealed is left to keep a sentence in. */
export const discardReasons = ['wrong-file', 'duplicate', 'bad-scan', 'not-for-this-desk', 'other'] as const
export const discardReasonSchema = z.enum(discardReasons)
export type DiscardReason = z.infer<typeof discardReasonSchema>

/** The paper beside a scan is a piece like every other: what a scan shows of it. */
export const paperSchema = z.object({
  pieceId: idSchema,
  state: pieceStateSchema,
  on: dateSchema.nullable(),
  initials: z.array(z.string()),
})
export type Paper = z.infer<typeof paperSchema>

export const scanSummarySchema = z.object({
  id: idSchema,
  /** `A-000123`: rises by one per scan, no personal data. */
  arrivalNumber: z.string(),
  receivedAt: instantSchema,
  receivedOn: dateSchema,
  route: routeSchema,
  format: z.enum(['jpeg', 'png', 'tiff', 'pdf']),
  fileName: z.string(),
  /** Of the pages that are kept. */
  pageCount: z.number().int().positive(),
  /** The numbers of these pages, in the order a person gave them; empty once wiped. */
  keptPages: z.array(z.number().int().positive()),
  stage: scanStageSchema,
  /** The worst verdict of its pages; null until every page is screened. */
  verdict: verdictSchema.nullable(),
  /** How many findings and pages still wait for a person. */
  undecided: z.number().int().nonnegative(),
  /** Why the print of some page of it cannot be relied on; empty when it can. */
  illegible: z.array(illegibilitySchema),
  role: scanRoleSchema,
  caseId: idSchema.nullable(),
  caseNumber: z.string().nullable(),
  /** `byCode`: its own code led it to its case. `orphan`: why its code led nowhere. */
  filing: z.object({ byCode: z.boolean(), orphan: z.enum(orphanReasons).nullable() }),
  paper: paperSchema,
})
export type ScanSummary = z.infer<typeof scanSummarySchema>

/** What a person says of one finding. */
export const decisions = ['mask-and-keep', 'mask-and-ask', 'return-to-sender', 'false-alarm'] as const
export const decisionSchema = z.enum(decisions)
export type Decision = z.infer<typeof decisionSchema>

export const findingRecordSchema = z.object({
  id: idSchema,
  field: fieldSchema,
  state: fieldStateSchema,
  box: boxSchema,
  label: boxSchema.nullable(),
  /** Empty when a person drew it. */
  by: z.array(evidenceSchema),
  source: z.enum(['screening', 'person']),
  /** A masked, omitted or blank field needs no decision. */
  needsDecision: z.boolean(),
  decision: decisionSchema.nullable(),
  reason: z.string().nullable(),
})
export type FindingRecord = z.infer<typeof findingRecordSchema>

export const scanPageSchema = z.object({
  /** Its number in the file, from 1: it stays the same in whatever order the pages stand. */
  page: z.number().int().positive(),
  /** Pixels of the page as it came in, before turning. */
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  turn: turnSchema,
  document: documentKindSchema.nullable(),
  verdict: verdictSchema.nullable(),
  /** Why its print cannot be relied on; empty when it can. */
  illegible: z.array(illegibilitySchema),
  /** Nothing is on it; to be left out by a person alone. */
  isBlank: z.boolean(),
  /** The page that shows the other side of the same card. */
  otherSide: z.number().int().positive().nullable(),
  leftOut: z.boolean(),
  /** A person looked at the whole page and said so. Needed for every page, found or not. */
  confirmed: z.boolean(),
  findings: z.array(findingRecordSchema),
})
export type ScanPage = z.infer<typeof scanPageSchema>

export const scanSchema = scanSummarySchema.extend({ pages: z.array(scanPageSchema) })
export type Scan = z.infer<typeof scanSchema>

export const pictureSchema = z.object({
  bytes: bytesSchema,
  type: z.enum(['image/jpeg', 'image/png']),
  width: z.number().int().positive(),
  height: z.number().int().positive(),
})
export type Picture = z.infer<typeof pictureSchema>

export const caseSummarySchema = z.object({
  id: idSchema,
  /** `2026-000123-4`, the last digit a check digit (ISO 7064 MOD 11,10). */
  number: z.string(),
  kind: requestKindSchema,
  lane: laneSchema,
  state: caseStateSchema,
  openedOn: dateSchema,
  /** The first letter, where the case began with one. */
  inquiryOn: dateSchema.nullable(),
  /** The request's arrival; null while only an inquiry has come. */
  arrivedOn: dateSchema.nullable(),
  /** Opened in memory after sign-in; null once wiped, or when the case's key is damaged. */
  requesterName: z.string().nullable(),
  /** The nearest duty or wait that still runs. */
  next: deadlineSchema.nullable(),
})
export type CaseSummary = z.infer<typeof caseSummarySchema>

/** What a second person was asked to allow. */
export const approvalSchema = z.object({
  id: idSchema,
  caseId: idSchema,
  matter: approvalMatterSchema,
  state: approvalStateSchema,
  refusalReason: refusalReasonSchema.nullable(),
  /** Of `other-address`: the letter that it is for. */
  noticeId: idSchema.nullable(),
  askedAt: instantSchema,
  askedBy: z.string(),
  /** Null once wiped. */
  reason: z.string().nullable(),
  decidedAt: instantSchema.nullable(),
  decidedBy: z.string().nullable(),
  answer: z.string().nullable(),
  /** By the person who asks. */
  mayDecide: z.boolean(),
  mayTakeBack: z.boolean(),
})
export type Approval = z.infer<typeof approvalSchema>

export const historyEntrySchema = z.object({
  at: instantSchema,
  on: dateSchema,
  event: caseEventSchema,
  by: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type HistoryEntry = z.infer<typeof historyEntrySchema>

export const noticeSchema = z.object({
  id: idSchema,
  kind: letterKindSchema,
  madeAt: instantSchema,
  madeBy: z.string(),
  pageCount: z.number().int().positive(),
  /** Version of the text it was made from; 0 as it was shipped. */
  textVersion: z.number().int().nonnegative(),
  refusalReason: refusalReasonSchema.nullable(),
  /** SHA-256 of the PDF, hex. */
  sha256: z.string(),
  /** The first print or the last one again. */
  printedAt: instantSchema.nullable(),
  /** Oldest first; `reason` and `note` of those after the first. */
  prints: z.array(
    z.object({
      at: instantSchema,
      by: z.string(),
      copies: z.number().int(),
      reason: reprintReasonSchema.nullable(),
      note: z.string(),
    }),
  ),
  /** Who stands in the envelope's window. */
  recipient: recipientKindSchema,
  /** Null: it was never posted. */
  post: letterInPostSchema.nullable(),
})
export type Notice = z.infer<typeof noticeSchema>

export const caseRecordSchema = caseSummarySchema.extend({
  /** Rises with every change; a change names the version it saw. */
  version: z.number().int(),
  requester: requesterSchema.nullable(),
  refusalReason: refusalReasonSchema.nullable(),
  /** The case that goes on instead of this one. */
  duplicateOf: z.object({ id: idSchema, number: z.string() }).nullable(),
  deadlines: z.array(deadlineSchema),
  /** Events of the case's state that the person who asks may record, and what still stands in the way of each. */
  possibleEvents: z.array(z.object({ event: caseEventSchema, refused: eventRefusalSchema.nullable() })),
  /** The one or two steps that come next. */
  proposed: z.array(caseEventSchema),
  /** Newest first. */
  approvals: z.array(approvalSchema),
  scans: z.array(scanSummarySchema),
  notices: z.array(noticeSchema),
  history: z.array(historyEntrySchema),
  wipeId: idSchema.nullable(),
})
export type CaseRecord = z.infer<typeof caseRecordSchema>

export const wipeStages = [
  'planned',
  'keys-destroyed',
  'files-removed',
  'rows-removed',
  'database-truncated',
  'verified',
  'certified',
] as const
export const wipeStageSchema = z.enum(wipeStages)
export type WipeStage = z.infer<typeof wipeStageSchema>

/** One thing that the wipe destroys. No personal data: ids, kinds, sizes, hashes of ciphertext. */
export const wipeObjectSchema = z.object({
  id: z.string(),
  kind: z.enum(['case-key', 'scan', 'masked-page', 'notice', 'personal-columns']),
  bytes: z.number().int().nonnegative(),
  /** SHA-256 of the ciphertext as it lay on disk, hex; null for keys and columns. */
  ciphertextSha256: z.string().nullable(),
  keyId: z.string(),
  method: z.string(),
})
export type WipeObject = z.infer<typeof wipeObjectSchema>

export const wipeBlockers = [
  'not-finished',
  'on-hold',
  'hold-asked',
  'paper-held',
  'scan-undecided',
  'already-wiped',
] as const
export const wipeBlockerSchema = z.enum(wipeBlockers)

/** What lies outside the app's control and is ticked by the clerk. */
export const outsideItems = ['copier-disk', 'print-spool', 'page-file', 'backups', 'source-files'] as const
export const outsideItemSchema = z.enum(outsideItems)

export const verificationSchema = z.object({
  filesSearched: z.number().int(),
  bytesSearched: z.number().int(),
  /** How many patterns (ciphertext heads, key bytes, canaries in each encoding) were looked for. */
  patterns: z.number().int(),
  /** Of how many destroyed keys the bytes were known and looked for: none, after the program was stopped in the middle. */
  keysSearched: z.number().int(),
  hits: z.array(z.object({ pattern: z.string(), where: z.string() })),
})

/** The certificate: no personal data; the PDF is a picture of exactly this. */
export const certificateSchema = z.object({
  format: z.literal('privacy-desk-wipe-certificate/1'),
  result: z.enum(['WIPED', 'FAILED']),
  failure: z.string().nullable(),
  caseNumber: z.string(),
  wipeId: idSchema,
  startedAt: instantSchema,
  endedAt: instantSchema,
  operator: z.string(),
  approver: z.string().nullable(),
  appVersion: z.string(),
  medium: z.object({ fileSystem: z.string(), mountOptions: z.string(), warnings: z.array(z.string()) }),
  objects: z.array(wipeObjectSchema),
  verification: verificationSchema,
  outside: z.array(outsideItemSchema),
  /** The day by which the last backup that still holds a destroyed key has expired; null when no backup was made. */
  backupsExpireOn: dateSchema.nullable(),
  previousEntryHash: z.string(),
  /** HMAC-SHA-256 over the certificate without this field, under a key derived from the desk key, hex. */
  seal: z.string(),
})
export type Certificate = z.infer<typeof certificateSchema>

export const wipeSchema = z.object({
  id: idSchema,
  caseId: idSchema,
  caseNumber: z.string(),
  stage: wipeStageSchema,
  result: z.enum(['running', 'WIPED', 'FAILED']),
  startedAt: instantSchema,
  certificate: certificateSchema.nullable(),
})
export type Wipe = z.infer<typeof wipeSchema>

/** A wipe as a line of the list: its certificate is read when it is opened. */
export const wipeSummarySchema = wipeSchema.omit({ certificate: true }).extend({
  /** Null while it runs. */
  endedAt: instantSchema.nullable(),
  operator: z.string(),
})
export type WipeSummary = z.infer<typeof wipeSummarySchema>

export const auditEntrySchema = z.object({
  index: z.number().int(),
  at: instantSchema,
  event: z.string(),
  actorId: z.string().nullable(),
  subject: z.string().nullable(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  hash: z.string(),
})
export type AuditEntry = z.infer<typeof auditEntrySchema>

export const chainVerificationSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('whole'), length: z.number().int(), headHash: z.string() }),
  z.object({ kind: z.literal('broken'), length: z.number().int(), brokenAt: z.number().int() }),
])
export type ChainVerification = z.infer<typeof chainVerificationSchema>

/** A risk of the place where the data lie, told in words at sign-in and on the certificate. */
export const storageWarnings = [
  'journals-data',
  'copy-on-write',
  'overlay',
  'network-share',
  'cloud-synced',
  'encryption-unknown',
] as const
export const storageWarningSchema = z.enum(storageWarnings)

export const jobProgressSchema = z.object({
  jobId: idSchema,
  kind: z.enum(['receive', 'screen', 'identity', 'prepare', 'notice', 'print', 'wipe', 'export']),
  /** The scan, case, notice or wipe that it works on. */
  subjectId: z.string(),
  /** A closed word per kind, worded by the screen. */
  step: z.string(),
  /** 0 to 1. */
  fraction: z.number().min(0).max(1),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
})
export type JobProgress = z.infer<typeof jobProgressSchema>
