// The closed set of events that the audit chain records. Ids and closed words only stand beside them.
import { z } from 'zod'

export const auditEvents = [
  // Who sits here
  'signed-in',
  'sign-in-failed',
  'locked',
  'staff-added',
  'staff-changed',
  'password-changed',
  'recovery-code-made',
  'recovery-code-used',
  'recovery-sheet-printed',
  'settings-changed',
  'rule-added',
  'rule-checked',
  'rule-withdrawn',
  // Arriving mail and its review
  'scan-received',
  'source-removed',
  'source-remains',
  'scan-screened',
  'screening-restarted',
  'scan-viewed',
  'page-turned',
  'finding-decided',
  'finding-added',
  'finding-removed',
  'page-confirmed',
  'masks-prepared',
  'review-reopened',
  'original-destroyed',
  'scan-filed',
  'scan-returned',
  'scan-discarded',
  'paper-settled',
  // Cases and their letters
  'case-opened',
  'case-viewed',
  'case-event',
  'requester-changed',
  'notice-made',
  'notice-viewed',
  'notice-printed',
  'notice-saved',
  'notice-dispatched',
  // Destruction
  'wipe-started',
  'wipe-step',
  'wipe-finished',
  'certificate-saved',
  'certificate-printed',
  'chain-verified',
] as const
export const auditEventSchema = z.enum(auditEvents)
export type AuditEvent = z.infer<typeof auditEventSchema>
