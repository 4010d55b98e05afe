// How far the pages are read, and the way to have them read again.
import { Alert, Button, Stack } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scan } from '../../../shared/ipc/parts.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { JobBar, useJobOf } from '../../parts/jobs.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { lostByReadingAgain } from './progress.ts'

export function Reading({ scan }: { scan: Scan }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const job = useJobOf(scan.id)
  const [isAsking, setAsking] = useState(false)
  const again = useAct('scans.screenAgain', { onDone: () => setAsking(false) })
  const lost = lostByReadingAgain(scan)
  const isReading = scan.stage === 'received' && job?.state === 'running'
  const readAgain = () => again.mutate({ id: scan.id })
  if (isReading) return <JobBar job={job} />
  if (state.readOnly || job?.state === 'running') return null
  return (
    <>
      <Button
        variant="default"
        size={scan.stage === 'received' ? 'sm' : 'compact-sm'}
        loading={again.isPending}
        onClick={() => (lost.findings + lost.pages > 0 ? setAsking(true) : readAgain())}
      >
        {t('review.screenAgain')}
      </Button>
      {isAsking && (
        <Dialog opened onClose={() => setAsking(false)} title={t('review.screenAgain')}>
          <Stack>
            <Alert color="orange" icon={<IconAlertTriangle aria-hidden />}>
              {t('review.screenAgainText', { findings: lost.findings, pages: lost.pages })}
            </Alert>
            <DialogEnd
              action={t('review.screenAgainNow')}
              color="red"
              loading={again.isPending}
              onAct={readAgain}
              onCancel={() => setAsking(false)}
              isCancelFirst
            />
          </Stack>
        </Dialog>
      )}
    </>
  )
}
