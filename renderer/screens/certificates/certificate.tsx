// One certificate as a page of its own.
import { useTranslation } from 'react-i18next'
import { CertificateView } from '../../parts/certificate-view.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useAnswer } from '../../queries.ts'

export function Certificate({ wipeId }: { wipeId: string }) {
  const { t } = useTranslation()
  const wipe = useAnswer('wipes.get', { id: wipeId })
  return (
    <Screen title={`${t('wipe.certificate')} ${wipe.data?.caseNumber ?? ''}`}>
      <Loaded query={wipe}>
        {(value) => (value.certificate === null ? t(`wipe.result.${value.result}`) : <CertificateView wipe={value} />)}
      </Loaded>
    </Screen>
  )
}
