// The one place that words a fault for the reader: a sentence per code, more helpful where the detail says more.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { DeskFault } from './client.ts'
import { useDateWords } from './parts/dates.tsx'

/** Gives a function that turns anything thrown by a call into one calm sentence in the reader's language. */
export function useFaultSentence(): (error: unknown) => string {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  return (error) => (error instanceof DeskFault ? sentenceOf(error, t, dateWords) : t('faults.bug'))
}

function sentenceOf({ code, detail, id }: DeskFault, t: TFunction, dateWords: (date: string) => string): string {
  const { seconds, characters, notBefore, notAfter, because, slip } = detail
  switch (code) {
    case 'bug':
      return id === null ? t('faults.bug') : t('faults.bugWithId', { id })
    case 'too-many-attempts':
      return seconds === undefined ? t('faults.too-many-attempts') : t('faults.wait', { seconds })
    case 'missing-glyph':
      return characters === undefined ? t('faults.missing-glyph') : t('faults.missingGlyphs', { characters })
    case 'bad-request':
      return because === 'too-long-for-the-window' ? t('faults.addressTooLong') : t('faults.bad-request')
    case 'wrong-recovery-code':
      return slip === undefined ? t('faults.wrong-recovery-code') : t('faults.recoveryCodeSlip')
    case 'impossible-date':
      return typeof notBefore === 'string' && typeof notAfter === 'string'
        ? t('faults.dateBetween', { from: dateWords(notBefore), to: dateWords(notAfter) })
        : t('faults.impossible-date')
    default:
      return t(`faults.${code}`)
  }
}
