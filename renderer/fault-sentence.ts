// The one place that words a fault for the reader: a sentence per code, more helpful where the detail says more.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { authorityGapSchema } from '../shared/belongings.ts'
import { approvalMatterSchema, caseEventSchema } from '../shared/cases.ts'
import type { FaultCode } from '../shared/faults.ts'
import { wipeBlockerSchema } from '../shared/ipc/parts.ts'
import { letterKindSchema, letterTextSchema } from '../shared/letters.ts'
import { eventRefusalSchema } from '../shared/rules/case-states.ts'
import { postRefusals } from '../shared/rules/posted-letter.ts'
import { DeskFault } from './client.ts'
import { useDateWords } from './parts/dates.tsx'
import { faultFields, faultReasons } from './words/faults.ts'

/** Gives a function that turns anything thrown by a call into one calm sentence in the reader's language. */
export function useFaultSentence(): (error: unknown) => string {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  return (error) => (error instanceof DeskFault ? sentenceOf(error, t, dateWords) : t('faults.bug'))
}

type DateWords = (date: string) => string
type Wording = (fault: DeskFault, t: TFunction, dateWords: DateWords) => string

/** Codes whose detail makes a more helpful sentence. */
const detailed: Partial<Record<FaultCode, Wording>> = {
  bug: ({ id }, t) => (id === null ? t('faults.bug') : t('faults.bugWithId', { id })),
  'too-many-attempts': ({ code, detail: { seconds } }, t) =>
    seconds === undefined ? t(`faults.${code}`) : t('faults.wait', { seconds }),
  'missing-glyph': ({ code, detail: { characters } }, t) =>
    characters === undefined ? t(`faults.${code}`) : t('faults.missingGlyphs', { characters }),
  'wrong-recovery-code': ({ code, detail: { slip } }, t) =>
    slip === undefined ? t(`faults.${code}`) : t('faults.recoveryCodeSlip'),
  'wrong-stage': ({ code, detail: { by, because } }, t) => {
    const blocker = wipeBlockerSchema.safeParse(by)
    if (blocker.success) return t(`wipe.blocker.${blocker.data}`)
    const refused = postRefusals.find((one) => one === because)
    return refused === undefined ? t(`faults.${code}`) : t(`posted.refused.${refused}`)
  },
  'letter-text': letterText,
  'impossible-date': impossibleDate,
  'bad-request': badRequest,
  'event-not-allowed': notRecorded,
  'second-person-needed': notRecorded,
}

function sentenceOf(fault: DeskFault, t: TFunction, dateWords: DateWords): string {
  return detailed[fault.code]?.(fault, t, dateWords) ?? t(`faults.${fault.code}`)
}

function letterText({ code, detail }: DeskFault, t: TFunction): string {
  const { text, line, placeholder } = detail
  if (placeholder === undefined) return t(`faults.${code}`)
  return t('faults.letterTextWhere', { text: t(`letters.name.${letterTextSchema.parse(text)}`), line, placeholder })
}

/** Which days it may be, where main says so; else why it cannot be that day. */
function impossibleDate({ code, detail }: DeskFault, t: TFunction, dateWords: DateWords): string {
  const { notBefore, notAfter } = detail
  if (typeof notBefore === 'string' && typeof notAfter === 'string') {
    // No day is left between the event before and today: the PC's clock stands too early.
    if (notAfter < notBefore)
      return t('faults.clockTooEarly', { today: dateWords(notAfter), last: dateWords(notBefore) })
    return t('faults.dateBetween', { from: dateWords(notBefore), to: dateWords(notAfter) })
  }
  return reasonWords(detail, t) ?? t(`faults.${code}`)
}

/** Why the value cannot be, or at least which one it is. */
function badRequest({ code, detail }: DeskFault, t: TFunction): string {
  const reason = reasonWords(detail, t)
  if (reason !== null) return reason
  const field = z.enum(faultFields).safeParse(detail['field'])
  return field.success ? t('faults.badField', { field: t(`faults.field.${field.data}`) }) : t(`faults.${code}`)
}

/** What stands in the way of an event, a letter or an approval, and what to do about it. */
function notRecorded({ code, detail }: DeskFault, t: TFunction): string {
  const because = reasonWords(detail, t)
  const event = caseEventSchema.safeParse(detail['event'])
  if (event.success) {
    return because === null
      ? t(`faults.${code}`)
      : t('faults.because', { event: t(`case.event.${event.data}`), because })
  }
  const letter = letterKindSchema.safeParse(detail['event'])
  if (letter.success) return t('faults.letterNotNow', { letter: t(`letters.name.${letter.data}`) })
  const matter = approvalMatterSchema.safeParse(detail['event'])
  if (matter.success) return t('faults.matterNotNow')
  return because ?? t(`faults.${code}`)
}

function reasonWords({ because, number = '' }: DeskFault['detail'], t: TFunction): string | null {
  const refusal = eventRefusalSchema.safeParse(because)
  if (refusal.success) return t(`course.refused.${refusal.data}`)
  const gap = authorityGapSchema.safeParse(because)
  if (gap.success) return t('faults.gap', { gap: t(`belongings.agents.gap.${gap.data}`) })
  const reason = z.enum(faultReasons).safeParse(because)
  return reason.success ? t(`faults.reason.${reason.data}`, { number }) : null
}
