// Words what a second person was asked to allow.
import { useTranslation } from 'react-i18next'
import type { ApprovalMatter } from '../../shared/cases.ts'

export function useMatterWords(): (matter: ApprovalMatter) => string {
  const { t } = useTranslation()
  return (matter) =>
    matter === 'early-wipe' || matter === 'other-address' ? t(`course.matter.${matter}`) : t(`case.event.${matter}`)
}
