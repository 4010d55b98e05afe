// The one place that words a fault for the reader: a sentence per code, more helpful where the detail says more.
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { letterTextSchema } from '../shared/letters.ts'
import { postRefusals } from '../shared/rules/posted-letter.ts'
import { DeskFault } from './client.ts'
import { useDateWords } from './parts/dates.tsx'

/** Gives a function that turns anything thrown by a call into one calm sentence in the reader's language. */
export function useFaultSentence(): (error: unknown) => string {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  return (error) => (error instanceof DeskFault ? sentenceOf(error, t, dateWords) : t('faults.bug'))
}

function sentenceOf({ code, detail, id }: DeskFault, t: TFunction, dateWords: (date: string) => string): string {
  const { text, line, placeholder } = detail
  const { seconds, characters, notBefore, notAfter, because, slip } = detail
  if (code === 'bug' && id !== null) return t('faults.bugWithId', { id })
  if (code === 'too-many-attempts' && seconds !== undefined) return t('faults.wait', { seconds })
  if (code === 'missing-glyph' && characters !== undefined) return t('faults.missingGlyphs', { characters })
  if (code === 'letter-text' && placeholder !== undefined) {
    return t('faults.letterTextWhere', { text: t(`letters.name.${letterTextSchema.parse(text)}`), line, placeholder })
  }
  if (code === 'bad-request' && because === 'too-long-for-the-window') return t('faults.addressTooLong')
  if (code === 'wrong-recovery-code' && slip !== undefined) return t('faults.recoveryCodeSlip')
  if (code === 'impossible-date' && typeof notBefore === 'string' && typeof notAfter === 'string') {
    return t('faults.dateBetween', { from: dateWords(notBefore), to: dateWords(notAfter) })
  }
  const refused = postRefusals.find((one) => one === because)
  if (code === 'wrong-stage' && refused !== undefined) return t(`posted.refused.${refused}`)
  return t(`faults.${code}`)
}
