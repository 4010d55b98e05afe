// Close and wipe: what will be destroyed or what stands in the way, the start, the progress, the proof, and a new start after a failure.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { CaseStateBadge } from '../../parts/badges.tsx'
import { CertificateView } from '../../parts/certificate-view.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useAnswer } from '../../queries.ts'
import { Plan } from './plan.tsx'
import { StartWipe } from './start.tsx'
import { WipeProgress } from './wipe-progress.tsx'

export function Wipe({ caseId }: { caseId: string }) {
  const { t } = useTranslation()
  const record = useAnswer('cases.get', { id: caseId })
  return (
    <Screen
      title={t('wipe.title', { number: record.data?.number ?? '' })}
      beside={record.data !== undefined && <CaseStateBadge state={record.data.state} />}
    >
      <Loaded query={record}>
        {(value) =>
          value.wipeId === null ? <Plan record={value} /> : <Started record={value} wipeId={value.wipeId} />
        }
      </Loaded>
    </Screen>
  )
}

function Started({ record, wipeId }: { record: CaseRecord; wipeId: string }) {
  const { t } = useTranslation()
  // News comes with every stage; asking as well shows a wipe that the last start of the app went on with.
  const wipe = useAnswer('wipes.get', { id: wipeId }, { refetchInterval: record.state === 'wiped' ? 60_000 : 1_500 })
  return (
    <Loaded query={wipe}>
      {(value) => {
        if (value.result === 'running') return <WipeProgress wipe={value} />
        return (
          <>
            <CertificateView wipe={value} />
            {value.result === 'FAILED' && (
              <>
                <Text size="sm">{t('wipe.againText')}</Text>
                <StartWipe record={record} action={t('wipe.startAgain')} />
              </>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
