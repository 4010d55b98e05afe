// What the administrator sets for the desk, and what one PC remembers for itself.
import { z } from 'zod'
import { dateSchema } from './dates.ts'
import { letterKinds, letterKindSchema } from './letters.ts'
import { postServiceSchema, shippedServiceOf } from './post.ts'
import { closingTrouble } from './rules/closing-days.ts'
import { defaultMaskingPolicy, maskingPolicySchema } from './rules/masking-policy.ts'
import { lineSchema, linesSchema } from './typed-text.ts'

/** In characters. */
export const companyLengths = { line: 100, address: 200, email: 200, closing: 500 } as const
const line = lineSchema({ min: 1, max: companyLengths.line })
const addressLine = lineSchema({ min: 1, max: companyLengths.address })
const closingText = linesSchema({ min: 1, max: companyLengths.closing })

/** Desk settings: in the database, the same for everybody. Lengths in days; layout in millimetres. */
export const deskSettingsSchema = z.object({
  company: z.object({
    name: line,
    desk: line,
    /** Stands before the desk's name in letters to Meta Quest users (policy §14). */
    metaQuestLine: line,
    postalCode: z.string().regex(/^\d{3}-\d{4}$/),
    address: addressLine,
    signatoryTitle: line,
    signatory: line,
    email: z.union([z.literal(''), z.email().max(companyLengths.email)]),
    /** The last paragraph of every letter. */
    closing: closingText,
    /** Letters of the EU lane. */
    english: z.object({
      name: line,
      desk: line,
      address: addressLine,
      signatoryTitle: line,
      signatory: line,
      closing: closingText,
    }),
  }),
  /** For 開示, once per request (policy §12). */
  disclosureFeeYen: z.number().int().min(0).max(100_000),
  houseLengths: z.object({
    formDispatchBusinessDays: z.number().int().min(1).max(30),
    formReturnDays: z.number().int().min(1).max(180),
    /** After the reminder, until 完了扱い may be proposed. */
    formReminderDays: z.number().int().min(1).max(90),
    answerTargetBusinessDays: z.number().int().min(1).max(60),
    extensionBusinessDays: z.number().int().min(1).max(60),
    withoutDelayDays: z.number().int().min(1).max(120),
    correctionWaitDays: z.number().int().min(1).max(90),
    correctionReminderDays: z.number().int().min(1).max(90),
    /** After which ordinary mail that did not come back is taken as delivered. */
    deliveryWaitDays: z.number().int().min(1).max(60),
    destructionBusinessDays: z.number().int().min(1).max(30),
    holdReviewDays: z.number().int().min(1).max(365),
  }),
  /** Days of every year on which the company is closed, besides national holidays: `MM-DD`. */
  closingDays: z.array(z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)).max(200),
  /** Closing days of one year alone: a single day, or from one day to another. */
  closedPeriods: z
    .array(z.object({ from: dateSchema, to: dateSchema }).refine(({ from, to }) => closingTrouble(from, to) === null))
    .max(200),
  /** Changed by a call of its own, which keeps its history. */
  maskingPolicy: maskingPolicySchema,
  idleLockMinutes: z.number().int().min(1).max(120),
  backupRetentionDays: z.number().int().min(0).max(365),
  /** Where the envelope's window lies on the first A4 panel, in mm from the sheet's top left corner. */
  envelopeWindow: z.object({
    leftMm: z.number().min(0).max(120),
    topMm: z.number().min(0).max(90),
    widthMm: z.number().min(40).max(120),
    heightMm: z.number().min(20).max(70),
  }),
  /** How each kind of letter usually goes out; at its dispatch a person may choose another way. */
  postServices: z.record(letterKindSchema, postServiceSchema),
})
/** What the clocks depend on. */
export const clockSettingsSchema = deskSettingsSchema.pick({
  houseLengths: true,
  closingDays: true,
  closedPeriods: true,
})

export type DeskSettings = z.infer<typeof deskSettingsSchema>

/** Defaults: a company that does not exist, marked as such wherever it is printed; house lengths until the desk sets its own. */
export const defaultDeskSettings: DeskSettings = {
  company: {
    name: '株式会社見本(未設定)',
    desk: '個人情報お問い合わせ相談窓口',
    metaQuestLine: 'Meta Questユーザー専用',
    postalCode: '000-0000',
    address: '東京都見本区見本町一丁目1番1号(未設定)',
    signatoryTitle: '個人情報保護管理者',
    signatory: '見本 太郎',
    email: '',
    closing: '本件に関するお問い合わせは、案件番号をお書き添えのうえ、上記の窓口まで郵便にてお願いいたします。',
    english: {
      name: 'Mihon Co., Ltd. (not yet set)',
      desk: 'Personal Information Desk',
      address: '1-1-1 Mihon-cho, Mihon-ku, Tokyo 000-0000, Japan (not yet set)',
      signatoryTitle: 'Personal Information Protection Manager',
      signatory: 'Taro Mihon',
      closing: 'If you have any questions, please write to the above address and give the case number.',
    },
  },
  disclosureFeeYen: 1000,
  houseLengths: {
    formDispatchBusinessDays: 3,
    formReturnDays: 30,
    formReminderDays: 14,
    answerTargetBusinessDays: 10,
    extensionBusinessDays: 10,
    withoutDelayDays: 30,
    correctionWaitDays: 14,
    correctionReminderDays: 14,
    deliveryWaitDays: 7,
    destructionBusinessDays: 5,
    holdReviewDays: 90,
  },
  closingDays: ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03'],
  closedPeriods: [],
  maskingPolicy: defaultMaskingPolicy,
  idleLockMinutes: 10,
  backupRetentionDays: 14,
  envelopeWindow: { leftMm: 20, topMm: 12, widthMm: 90, heightMm: 45 },
  postServices: deskSettingsSchema.shape.postServices.parse(
    Object.fromEntries(letterKinds.map((kind) => [kind, shippedServiceOf(kind)])),
  ),
}

/** Whether somebody has entered the company: a letter with the default's name must not go out. */
export function isCompanyEntered({ company }: Pick<DeskSettings, 'company'>): boolean {
  const { name, address } = defaultDeskSettings.company
  return company.name !== name && company.address !== address
}

/** Preferences of one PC: window place, language; never personal data, never a path that the renderer sees. */
export const preferencesSchema = z.object({
  language: z.enum(['ja', 'en']),
  /** Whether deadlines are told of on the computer's screen while the app runs. */
  reminders: z.boolean(),
})
export type Preferences = z.infer<typeof preferencesSchema>

export const defaultPreferences: Preferences = { language: 'ja', reminders: true }
