// The map of the app: every call a screen may make and every event it may hear, each with its checked shapes.
import { z } from 'zod'
import {
  approvalMatterSchema,
  caseChangeSchema,
  caseEventSchema,
  clockSchema,
  deadlineSchema,
  laneSchema,
  postingSchema,
  refusalReasonSchema,
  requesterSchema,
  requestKindSchema,
} from '../cases.ts'
import { caseFilterSchema, caseViewSchema } from '../case-filter.ts'
import { ledgerEncodingSchema } from '../ledger.ts'
import { labelSheetSchema, mostLabels, mostLettersOnLabels } from '../labels.ts'
import { monthReportSchema, monthSchema } from '../reports.ts'
import { dateSchema, instantSchema } from '../dates.ts'
import {
  letterInputsSchema,
  letterKindSchema,
  letterLanguageSchema,
  letterTextSchema,
  textTroubleSchema,
} from '../letters.ts'
import { howToPrintSchema, mostLettersOfRun, printerSchema, printRunSchema, reprintSchema } from '../printing.ts'
import { identityReadingSchema } from '../identity.ts'
import { roleSchema } from '../roles.ts'
import { datedRuleSchema, datedVersionSchema } from '../rules/dated/index.ts'
import { exceptionSchema, maskingPolicySchema } from '../rules/masking-policy.ts'
import { provenanceSchema } from '../rules/dated/version.ts'
import { boxSchema, fieldSchema, turnSchema } from '../screening.ts'
import { clockSettingsSchema, deskSettingsSchema, preferencesSchema } from '../settings.ts'
import { belongingCalls } from './belongings.ts'
import { lineSchema, linesSchema } from '../typed-text.ts'
import {
  approvalSchema,
  attentionSchema,
  auditEntrySchema,
  bytesSchema,
  caseRecordSchema,
  caseSummarySchema,
  chainVerificationSchema,
  decisionSchema,
  discardReasonSchema,
  idSchema,
  jobProgressSchema,
  noticeSchema,
  outsideItemSchema,
  pageShape,
  personSchema,
  pictureSchema,
  scanRoleSchema,
  scanSchema,
  scanSummarySchema,
  storageWarningSchema,
  wipeBlockerSchema,
  wipeObjectSchema,
  wipeSchema,
  wipeSummarySchema,
} from './parts.ts'
import { deskSheetSchema, envelopeCheckSchema, postCalls } from './post.ts'

const nothing = z.object({})
const done = z.object({})
const password = z.string().min(1).max(200)
const loginName = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9._-]{2,40}$/)
const displayName = lineSchema({ min: 1, max: 60 })
const reasonText = linesSchema({ min: 2, max: 500 })
const saved = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved') }),
  z.object({ kind: z.literal('cancelled') }),
])

const rulesAnswer = z.object({
  /** Every version that ever was, oldest first; `shared/rules/dated` says which is in force. */
  versions: z.array(datedVersionSchema),
  /** Who wrote the desk's own. */
  names: z.array(z.object({ id: z.string(), name: z.string() })),
})
const letterTextId = { text: letterTextSchema, language: letterLanguageSchema }
const letterBody = z.string().trim().min(1).max(20_000)
const letterTextAnswer = z.object({
  ...letterTextId,
  version: z.number().int().nonnegative(),
  body: z.string(),
  shipped: z.string(),
  /** Newest first. */
  history: z.array(
    z.object({
      version: z.number().int(),
      body: z.string(),
      isShipped: z.boolean(),
      changedAt: instantSchema,
      changedBy: z.string(),
    }),
  ),
})
const toPrinter = { printer: z.string().min(1), how: howToPrintSchema }
const labelRequest = z.object({
  ids: z.array(idSchema).min(1).max(mostLettersOnLabels),
  sheet: labelSheetSchema,
  /** The first label that is left on the first sheet, from 1, row by row. */
  first: z.number().int().min(1).max(mostLabels),
})
const letterRequest = z.object({ caseId: idSchema, kind: letterKindSchema, inputs: letterInputsSchema })

const viewsAnswer = z.object({ views: z.array(caseViewSchema) })
const ledgerPrepared = z.object({
  id: idSchema,
  rows: z.number().int(),
  bytes: z.number().int(),
  /** Characters that the encoding lacks, replaced by 〓. */
  missing: z.array(z.string()),
})

export const calls = {
  // Who sits here
  'session.state': {
    request: nothing,
    answer: z.object({
      setUp: z.boolean(),
      person: personSchema.nullable(),
      appVersion: z.string(),
      /** Today in Japan. */
      today: dateSchema,
      keychain: z.enum(['used', 'none']),
      storageWarnings: z.array(storageWarningSchema),
      /** True after a broken audit chain: nothing may be changed. */
      readOnly: z.boolean(),
      idleLockMinutes: z.number().int(),
      /** The person who signed in is shown first how the day stands. */
      digestDue: z.boolean(),
      /** When the PC's clock stands before the newest record: that record's instant. */
      clockBehind: instantSchema.nullable(),
    }),
  },
  'session.signIn': {
    request: z.object({ loginName, password }),
    answer: z.object({ person: personSchema }),
  },
  'session.signInWithRecoveryCode': {
    request: z.object({ loginName, code: z.string().min(1).max(100), newPassword: password }),
    /** A used code is replaced; the new one is shown once. */
    answer: z.object({ person: personSchema, newRecoveryCode: z.string() }),
  },
  'session.lock': { request: nothing, answer: done },
  /** The person goes on to the desk: shown once a day. */
  'reminders.digestSeen': { request: nothing, answer: done },

  // Staff
  'staff.createAdministrator': {
    request: z.object({ loginName, displayName, password }),
    answer: z.object({ person: personSchema, recoveryCode: z.string() }),
  },
  /** Prints or saves the sheet with the recovery code that was just shown (main still holds it; no path, no code crosses). */
  'staff.printRecoverySheet': { request: z.object({ printer: z.string() }), answer: done },
  'staff.saveRecoverySheet': { request: nothing, answer: saved },
  /** The person has put the code away; main forgets it. */
  'staff.confirmRecoveryCode': { request: nothing, answer: done },
  'staff.list': { request: nothing, answer: z.object({ people: z.array(personSchema) }) },
  'staff.add': {
    request: z.object({ loginName, displayName, roles: z.array(roleSchema).min(1), password }),
    answer: z.object({ person: personSchema }),
  },
  'staff.change': {
    request: z.object({ id: idSchema, displayName, roles: z.array(roleSchema).min(1), disabled: z.boolean() }),
    answer: z.object({ person: personSchema }),
  },
  'staff.changePassword': { request: z.object({ oldPassword: password, newPassword: password }), answer: done },

  // Settings
  'settings.desk': { request: nothing, answer: deskSettingsSchema },
  'settings.changeDesk': { request: deskSettingsSchema, answer: deskSettingsSchema },
  'settings.maskingPolicy': {
    request: nothing,
    answer: z.object({
      /** How often it was changed: a change names the version it saw. */
      version: z.number().int(),
      policy: maskingPolicySchema,
      /** Newest first. `by` is null where an upgrade took an earlier setting over. */
      history: z.array(
        z.object({
          at: instantSchema,
          by: z.string().nullable(),
          changes: z.array(exceptionSchema.extend({ mustMask: z.boolean() })),
        }),
      ),
    }),
  },
  'settings.changeMaskingPolicy': {
    request: z.object({ version: z.number().int(), policy: maskingPolicySchema }),
    answer: done,
  },
  'settings.preferences': { request: nothing, answer: preferencesSchema },
  'settings.changePreferences': { request: preferencesSchema, answer: preferencesSchema },

  // Dated rules: law articles, ID documents, refusal reasons
  'rules.list': { request: nothing, answer: rulesAnswer },
  'rules.add': { request: datedRuleSchema, answer: rulesAnswer },
  'rules.check': {
    request: z.object({
      id: z.string().min(1).max(120),
      ...provenanceSchema.pick({ checkedOn: true, source: true, confirmed: true }).shape,
    }),
    answer: rulesAnswer,
  },
  'rules.withdraw': { request: z.object({ id: idSchema }), answer: rulesAnswer },

  // Intake
  /** Opens the file dialog and takes in what was chosen. */
  'intake.pick': { request: nothing, answer: z.object({ chosen: z.number().int().nonnegative() }) },
  'intake.drop': {
    request: z.object({
      files: z
        .array(z.object({ name: z.string().max(1000), bytes: bytesSchema }))
        .min(1)
        .max(200),
    }),
    answer: done,
  },
  'intake.attention': { request: nothing, answer: z.object({ items: z.array(attentionSchema) }) },
  'intake.resolveAttention': {
    request: z.object({ id: idSchema, action: z.enum(['take-in', 'remove-source', 'dismiss']) }),
    answer: done,
  },
  'intake.watch': {
    request: nothing,
    answer: z.object({
      /** The folder's own name only. */
      folder: z.string().nullable(),
      state: z.enum(['off', 'watching', 'missing']),
      polling: z.boolean(),
    }),
  },
  'intake.chooseWatchedFolder': { request: nothing, answer: saved },
  'intake.stopWatching': { request: nothing, answer: done },

  // Scans and their review
  'scans.inbox': { request: nothing, answer: z.object({ scans: z.array(scanSummarySchema) }) },
  'scans.get': { request: z.object({ id: idSchema }), answer: scanSchema },
  /** Page of a scan for the eye, upright. `prepared` shows the masked page that would be kept. Every view is audited. */
  'scans.picture': {
    request: z.object({
      id: idSchema,
      page: z.number().int().positive(),
      longSidePx: z.number().int().min(100).max(6000),
      version: z.enum(['current', 'prepared']),
    }),
    answer: pictureSchema,
  },
  /** Reads name, address and dates of a kept page; the answer lives in memory until the desk is locked. Audited as a view. */
  'scans.readIdentity': {
    request: z.object({ id: idSchema, page: z.number().int().positive() }),
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('read'), reading: identityReadingSchema }),
      z.object({ kind: z.literal('unreadable') }),
    ]),
  },
  'scans.screenAgain': { request: z.object({ id: idSchema }), answer: done },
  'scans.turnPage': {
    request: z.object({ id: idSchema, page: z.number().int().positive(), turn: turnSchema }),
    answer: scanSchema,
  },
  /** A page that is left out is not kept; until the masks are made it may be taken in again. */
  'scans.leaveOutPage': {
    request: z.object({ id: idSchema, page: z.number().int().positive(), leftOut: z.boolean() }),
    answer: scanSchema,
  },
  /** Every page of the scan, in its new order. */
  'scans.arrangePages': {
    request: z.object({ id: idSchema, order: z.array(z.number().int().positive()).max(300) }),
    answer: scanSchema,
  },
  'scans.decide': {
    request: z.object({ findingId: idSchema, decision: decisionSchema.nullable(), reason: reasonText.nullable() }),
    answer: scanSchema,
  },
  'scans.addFinding': {
    request: z.object({ id: idSchema, page: z.number().int().positive(), field: fieldSchema, box: boxSchema }),
    answer: scanSchema,
  },
  'scans.removeFinding': { request: z.object({ findingId: idSchema }), answer: scanSchema },
  'scans.confirmPage': {
    request: z.object({ id: idSchema, page: z.number().int().positive(), confirmed: z.boolean() }),
    answer: scanSchema,
  },
  /** Makes the masked pages and reads them again; the original stays until `scans.finish`. */
  'scans.prepare': {
    request: z.object({ id: idSchema }),
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('prepared'), scan: scanSchema }),
      /** Something can still be read inside a mask: the boxes must grow. */
      z.object({ kind: z.literal('legible'), page: z.number().int(), boxes: z.array(boxSchema) }),
    ]),
  },
  'scans.reopen': { request: z.object({ id: idSchema }), answer: scanSchema },
  /** Final: destroys the unmasked original's key. */
  'scans.finish': { request: z.object({ id: idSchema }), answer: scanSchema },
  'scans.file': {
    request: z.object({ id: idSchema, caseId: idSchema, role: scanRoleSchema }),
    answer: scanSchema,
  },
  /** Takes a scan out of the case that its code led to; what the case recorded of its arrival stays recorded. */
  'scans.undoFiling': { request: z.object({ id: idSchema }), answer: scanSchema },
  /** Final: destroys everything of a scan that belongs to no case; its paper still waits to be settled. */
  'scans.discard': {
    request: z.object({ id: idSchema, reason: discardReasonSchema }),
    answer: scanSchema,
  },

  // Cases
  'cases.open': {
    request: z.object({
      kind: requestKindSchema,
      lane: laneSchema,
      inquiryOn: dateSchema.nullable(),
      /** Null when only an inquiry has come. */
      arrivedOn: dateSchema.nullable(),
      requester: requesterSchema,
    }),
    answer: caseRecordSchema,
  },
  'cases.get': { request: z.object({ id: idSchema }), answer: caseRecordSchema },
  'cases.list': { request: nothing, answer: z.object({ cases: z.array(caseSummarySchema) }) },
  /** The cases that are not wiped come first, newest first, then the rows that are left of wiped ones. */
  'cases.find': {
    request: z.object({
      /** Name, kana, address, case number, registered number; every word must be found. */
      search: lineSchema({ max: 100 }),
      filter: caseFilterSchema,
      ...pageShape,
    }),
    answer: z.object({
      total: z.number().int(),
      /** How many of them are not wiped. */
      openTotal: z.number().int(),
      rows: z.array(caseSummarySchema),
    }),
  },
  'cases.views': { request: nothing, answer: viewsAnswer },
  'cases.saveView': { request: caseViewSchema.omit({ id: true }), answer: viewsAnswer },
  'cases.removeView': { request: z.object({ id: idSchema }), answer: viewsAnswer },
  'cases.changeRequester': {
    request: z.object({ id: idSchema, version: z.number().int(), requester: requesterSchema }),
    answer: caseRecordSchema,
  },
  'cases.record': {
    request: z.object({
      id: idSchema,
      version: z.number().int(),
      event: caseEventSchema,
      on: dateSchema,
      refusalReason: refusalReasonSchema.nullable(),
      note: linesSchema({ max: 500 }).nullable(),
      /** How a letter went out; null for what is no letter. */
      posted: postingSchema.nullable(),
      /** The letter went to another address than the verified one. */
      toOtherAddress: z.boolean(),
      /** Of `closed-as-duplicate`: the case that goes on. */
      otherCaseId: idSchema.nullable(),
    }),
    answer: caseRecordSchema,
  },
  /** Which dates of open cases would move under these settings; nothing is changed. */
  'cases.movedBy': {
    request: clockSettingsSchema,
    answer: z.object({
      moves: z.array(z.object({ number: z.string(), clock: clockSchema, before: dateSchema, after: dateSchema })),
    }),
  },
  /** Saves the running deadlines as a calendar file: case numbers and these words, nothing personal. */
  'cases.saveCalendar': {
    request: z.object({ words: z.partialRecord(clockSchema, z.string().min(1).max(80)) }),
    answer: saved,
  },
  /** Another kind of request or another lane than was thought, until the answer goes out. */
  'cases.changeMatter': {
    request: z.object({ id: idSchema, version: z.number().int(), kind: requestKindSchema, lane: laneSchema }),
    answer: caseRecordSchema,
  },
  /** The dates that the case would have as another kind or by another lane; nothing is changed. */
  'cases.tryMatter': {
    request: z.object({ id: idSchema, kind: requestKindSchema, lane: laneSchema }),
    answer: z.object({ deadlines: z.array(deadlineSchema) }),
  },
  /** What changed after a version, oldest first: for whoever opened a form on it. */
  'cases.changesSince': {
    request: z.object({ id: idSchema, version: z.number().int() }),
    answer: z.object({
      changes: z.array(
        z.object({ version: z.number().int(), at: instantSchema, by: z.string(), change: caseChangeSchema }),
      ),
    }),
  },
  'cases.board': {
    request: nothing,
    answer: z.object({
      groups: z.array(
        z.object({
          group: z.enum(['overdue', 'today', 'soon', 'waiting', 'to-destroy', 'later']),
          /** Of how many the rows are the first. */
          total: z.number().int(),
          rows: z.array(
            z.object({
              case: caseSummarySchema,
              deadline: deadlineSchema.nullable(),
              /** Calendar days until due; negative when overdue. */
              daysLeft: z.number().int().nullable(),
              businessDaysLeft: z.number().int().nullable(),
            }),
          ),
        }),
      ),
    }),
  },

  ...belongingCalls,
  // What needs two people
  'approvals.ask': {
    request: z.object({
      caseId: idSchema,
      matter: approvalMatterSchema,
      refusalReason: refusalReasonSchema.nullable(),
      reason: reasonText,
    }),
    answer: caseRecordSchema,
  },
  'approvals.decide': {
    request: z.object({ id: idSchema, give: z.boolean(), answer: reasonText.nullable() }),
    answer: caseRecordSchema,
  },
  'approvals.takeBack': { request: z.object({ id: idSchema }), answer: caseRecordSchema },
  /** Oldest first; those that the person who asks may decide are marked. */
  'approvals.waiting': {
    request: nothing,
    answer: z.object({ approvals: z.array(z.object({ approval: approvalSchema, case: caseSummarySchema })) }),
  },

  // Notices
  /** A letter as it would be made now: nothing is kept. Pages from 1; a page beyond the last is the last. */
  'notices.preview': {
    request: letterRequest.extend({
      page: z.number().int().positive(),
      longSidePx: z.number().int().min(100).max(3000),
    }),
    answer: pictureSchema.extend({ page: z.number().int().positive(), pageCount: z.number().int().positive() }),
  },
  'notices.make': { request: letterRequest, answer: noticeSchema },
  /** Final: destroys a letter that was not posted. */
  'notices.discard': { request: z.object({ id: idSchema }), answer: done },
  'notices.picture': {
    request: z.object({
      id: idSchema,
      page: z.number().int().positive(),
      longSidePx: z.number().int().min(100).max(3000),
    }),
    answer: pictureSchema,
  },
  /** `reprint`: why once more; null for the first print. */
  'notices.print': {
    request: z.object({ id: idSchema, ...toPrinter, reprint: reprintSchema.nullable() }),
    answer: noticeSchema,
  },
  /** One letter after the other, each once; cancelled by its job, it answers how far it came. */
  'notices.printRun': {
    request: z.object({ ids: z.array(idSchema).min(1).max(mostLettersOfRun), ...toPrinter }),
    answer: printRunSchema,
  },
  /** What became of a print in whose middle the program ended. */
  'notices.settlePrint': {
    request: z.object({ id: idSchema, outcome: z.enum(['on-paper', 'not-printed']) }),
    answer: noticeSchema,
  },
  /** Letters that are made and not yet posted, oldest first. */
  'notices.toPost': {
    request: nothing,
    answer: z.object({
      letters: z.array(
        z.object({
          id: idSchema,
          caseId: idSchema,
          caseNumber: z.string(),
          kind: letterKindSchema,
          /** Null in letters from before it was kept. */
          recipientName: z.string().nullable(),
          madeAt: instantSchema,
          madeBy: z.string(),
          pageCount: z.number().int(),
          printedAt: instantSchema.nullable(),
          /** A print was begun and nobody knows whether it came out. */
          isUnsettled: z.boolean(),
        }),
      ),
    }),
  },
  'notices.save': { request: z.object({ id: idSchema }), answer: saved },
  // The post
  ...postCalls,
  'post.printSheet': {
    request: z.object({ sheet: deskSheetSchema, printer: z.string().min(1), copies: z.number().int().min(1).max(50) }),
    answer: done,
  },
  'post.saveSheet': { request: z.object({ sheet: deskSheetSchema }), answer: saved },
  /** Letter, data sheet and label of one envelope, each as it was scanned or typed before sealing. */
  'post.checkEnvelope': {
    request: z.object({ noticeId: idSchema, pieces: z.array(z.string().max(40)).min(1).max(5) }),
    answer: envelopeCheckSchema,
  },
  'post.places': {
    request: z.object({ postalCode: z.string().regex(/^\d{3}-\d{4}$/) }),
    answer: z.object({ places: z.array(z.string()) }),
  },

  /** Address labels of letters, for envelopes without a window. */
  'labels.print': { request: labelRequest.extend({ printer: z.string().min(1) }), answer: done },
  'labels.save': { request: labelRequest, answer: saved },

  /** The texts of all letters, as they are used now. */
  'letterTexts.list': {
    request: nothing,
    answer: z.object({
      texts: z.array(z.object({ ...letterTextId, version: z.number().int(), isShipped: z.boolean() })),
    }),
  },
  'letterTexts.get': { request: z.object(letterTextId), answer: letterTextAnswer },
  /** A text in a letter to nobody, or what is wrong with it. */
  'letterTexts.preview': {
    request: z.object({
      ...letterTextId,
      body: letterBody,
      page: z.number().int().positive(),
      longSidePx: z.number().int().min(100).max(3000),
    }),
    answer: z.discriminatedUnion('kind', [
      pictureSchema.extend({
        kind: z.literal('good'),
        page: z.number().int().positive(),
        pageCount: z.number().int().positive(),
      }),
      z.object({
        kind: z.literal('wrong'),
        because: textTroubleSchema,
        placeholder: z.string(),
        line: z.number().int().nonnegative(),
      }),
    ]),
  },
  /** `body` null: back to the shipped text. `seen`: the version that was looked at. */
  'letterTexts.change': {
    request: z.object({ ...letterTextId, seen: z.number().int().nonnegative(), body: letterBody.nullable() }),
    answer: letterTextAnswer,
  },
  'envelope.printCalibration': { request: z.object({ printer: z.string().min(1) }), answer: done },
  'envelope.saveCalibration': { request: nothing, answer: saved },
  'printers.list': {
    request: nothing,
    answer: z.object({ printers: z.array(printerSchema) }),
  },

  // Wipe
  'wipes.plan': {
    request: z.object({ caseId: idSchema }),
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('ready'), objects: z.array(wipeObjectSchema) }),
      z.object({ kind: z.literal('blocked'), by: z.array(wipeBlockerSchema) }),
    ]),
  },
  'wipes.start': {
    request: z.object({ caseId: idSchema, outside: z.array(outsideItemSchema) }),
    answer: wipeSchema,
  },
  'wipes.get': { request: z.object({ id: idSchema }), answer: wipeSchema },
  /** Newest first. */
  'wipes.list': {
    request: z.object(pageShape),
    answer: z.object({ total: z.number().int(), rows: z.array(wipeSummarySchema) }),
  },
  'wipes.certificatePicture': {
    request: z.object({
      id: idSchema,
      page: z.number().int().positive(),
      longSidePx: z.number().int().min(100).max(3000),
    }),
    answer: pictureSchema.extend({ pageCount: z.number().int().positive() }),
  },
  'wipes.saveCertificate': { request: z.object({ id: idSchema, as: z.enum(['pdf', 'json']) }), answer: saved },
  'wipes.printCertificate': { request: z.object({ id: idSchema, printer: z.string().min(1) }), answer: done },
  /** Opens a certificate's JSON from a file and says whether this desk made exactly it. */
  'wipes.checkCertificate': {
    request: nothing,
    answer: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('genuine'), caseNumber: z.string() }),
      z.object({ kind: z.literal('altered') }),
      z.object({ kind: z.literal('not-a-certificate') }),
      z.object({ kind: z.literal('cancelled') }),
    ]),
  },

  // What leaves the desk as a paper or a file
  'ledger.prepare': { request: z.object({ encoding: ledgerEncodingSchema }), answer: ledgerPrepared },
  'ledger.prepareWithNames': { request: z.object({ encoding: ledgerEncodingSchema }), answer: ledgerPrepared },
  'ledger.save': { request: z.object({ id: idSchema }), answer: saved },
  'reports.month': { request: z.object({ month: monthSchema }), answer: monthReportSchema },
  'reports.save': { request: z.object({ month: monthSchema, as: z.enum(['pdf', 'csv']) }), answer: saved },
  'reports.print': { request: z.object({ month: monthSchema, printer: z.string().min(1) }), answer: done },

  // Audit
  'audit.list': {
    request: z.object({ before: z.number().int().nullable(), limit: z.number().int().min(1).max(500) }),
    answer: z.object({ entries: z.array(auditEntrySchema), total: z.number().int() }),
  },
  'audit.verify': { request: nothing, answer: chainVerificationSchema },

  // Work in progress
  'jobs.list': { request: nothing, answer: z.object({ jobs: z.array(jobProgressSchema) }) },
  'jobs.cancel': { request: z.object({ jobId: idSchema }), answer: done },
} as const

/** News from main. An event never starts work; a screen reads again what it shows. */
export const events = {
  'job.progress': jobProgressSchema,
  'session.changed': nothing,
  'intake.changed': nothing,
  'scans.changed': z.object({ id: idSchema }),
  'cases.changed': z.object({ id: idSchema }),
  'wipes.changed': z.object({ id: idSchema }),
} as const

export type CallName = keyof typeof calls
export type CallRequest<Name extends CallName> = z.infer<(typeof calls)[Name]['request']>
export type CallAnswer<Name extends CallName> = z.infer<(typeof calls)[Name]['answer']>
export type EventName = keyof typeof events
export type EventBody<Name extends EventName> = z.infer<(typeof events)[Name]>

/** How an answer crosses: Electron drops everything but the message of a thrown error, so a failure is a value. */
export type Crossing<Value> =
  | { ok: true; value: Value }
  | { ok: false; code: string; detail: Record<string, string | number>; id: string | null }

/** What the preload puts on `window.desk`: the only way from a screen to main. */
export interface DeskBridge {
  call<Name extends CallName>(name: Name, request: CallRequest<Name>): Promise<Crossing<CallAnswer<Name>>>
  on<Name extends EventName>(name: Name, listener: (body: EventBody<Name>) => void): () => void
}
