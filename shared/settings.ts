// What the administrator sets for the desk, and what one PC remembers for itself.
import { z } from 'zod'

/** Desk settings: in the database, the same for everybody. Lengths in days; layout in millimetres. */
export const deskSettingsSchema = z.object({
  company: z.object({
    name: z.string().min(1).max(100),
    desk: z.string().min(1).max(100),
    postalCode: z.string().regex(/^\d{3}-\d{4}$/),
    address: z.string().min(1).max(200),
    signatory: z.string().min(1).max(100),
  }),
  houseLengths: z.object({
    answerTargetBusinessDays: z.number().int().min(1).max(60),
    withoutDelayDays: z.number().int().min(1).max(120),
    correctionWaitDays: z.number().int().min(1).max(90),
    destructionBusinessDays: z.number().int().min(1).max(30),
  }),
  /** Company closing days besides national holidays, `MM-DD`. */
  closingDays: z.array(z.string().regex(/^\d{2}-\d{2}$/)),
  maskHeadOfRegister: z.boolean(),
  idleLockMinutes: z.number().int().min(1).max(120),
  backupRetentionDays: z.number().int().min(0).max(365),
  /** Where the envelope's window lies on the first A4 panel, in mm from the sheet's top left corner. */
  envelopeWindow: z.object({
    leftMm: z.number().min(0).max(120),
    topMm: z.number().min(0).max(90),
    widthMm: z.number().min(40).max(120),
    heightMm: z.number().min(20).max(70),
  }),
})
export type DeskSettings = z.infer<typeof deskSettingsSchema>

/** Defaults: company data of the published policy; house lengths until the desk sets its own. */
export const defaultDeskSettings: DeskSettings = {
  company: {
    name: '株式会社U-NEXT',
    desk: '個人情報お問い合わせ相談窓口',
    postalCode: '141-0021',
    address: '東京都品川区上大崎三丁目1番1号',
    signatory: '個人情報保護管理者',
  },
  houseLengths: {
    answerTargetBusinessDays: 10,
    withoutDelayDays: 30,
    correctionWaitDays: 14,
    destructionBusinessDays: 5,
  },
  closingDays: ['12-29', '12-30', '12-31', '01-01', '01-02', '01-03'],
  maskHeadOfRegister: true,
  idleLockMinutes: 10,
  backupRetentionDays: 14,
  envelopeWindow: { leftMm: 20, topMm: 12, widthMm: 90, heightMm: 45 },
}

/** Preferences of one PC: window place, language; never personal data, never a path that the renderer sees. */
export const preferencesSchema = z.object({
  language: z.enum(['ja', 'en']),
})
export type Preferences = z.infer<typeof preferencesSchema>
