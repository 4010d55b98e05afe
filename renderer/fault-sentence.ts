// The one place that words a fault for the reader: a sentence per code, a bug with its log id.
import { useTranslation } from 'react-i18next'
import { DeskFault } from './client.ts'

/** Gives a function that turns anything thrown by a call into one calm sentence in the reader's language. */
export function useFaultSentence(): (error: unknown) => string {
  const { t } = useTranslation()
  return (error) => {
    if (!(error instanceof DeskFault)) return t('faults.bug')
    if (error.code === 'bug') return error.id === null ? t('faults.bug') : t('faults.bugWithId', { id: error.id })
    if (error.code === 'too-many-attempts' && typeof error.detail['seconds'] === 'number') {
      return t('faults.wait', { seconds: error.detail['seconds'] })
    }
    return t(`faults.${error.code}`)
  }
}
