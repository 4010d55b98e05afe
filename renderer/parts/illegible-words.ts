// Why print cannot be relied on, as one list of words.
import { useTranslation } from 'react-i18next'
import type { Illegibility } from '../../shared/screening.ts'

export function useIllegibleWords(): (reasons: readonly Illegibility[]) => string {
  const { t, i18n } = useTranslation()
  const list = new Intl.ListFormat(i18n.language, { style: 'short', type: 'conjunction' })
  return (reasons) => list.format(reasons.map((reason) => t(`common.illegible.${reason}`)))
}
