// Who asked, as lists say it: the name, or why there is none.
import { useTranslation } from 'react-i18next'
import type { CaseSummary } from '../../shared/ipc/parts.ts'

export function RequesterName({ of: { state, requesterName } }: { of: Pick<CaseSummary, 'state' | 'requesterName'> }) {
  const { t } = useTranslation()
  if (requesterName !== null) return requesterName
  return state === 'wiped' || state === 'wiping' ? t('common.wipedName') : t('common.lostName')
}
