// The four roles of the desk; one person may hold several.
import { z } from 'zod'

/** clerk 受付, reviewer 審査・承認, auditor 監査, administrator 管理. */
export const roles = ['clerk', 'reviewer', 'auditor', 'administrator'] as const
export const roleSchema = z.enum(roles)
export type Role = z.infer<typeof roleSchema>
