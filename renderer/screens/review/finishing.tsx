// The foot of the review: what is still undecided, making the masks, and the step that cannot be undone.
import { Alert, Button, Kbd, Stack, Text } from '@mantine/core'
import { IconAlertTriangle, IconArrowBackUp, IconEyeOff, IconFlame, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Scan } from '../../../shared/ipc/parts.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { JobBar, useJobOf } from '../../parts/jobs.tsx'
import { isReturn, remainingOf } from './progress.ts'

export function BeforeMasks(props: { scan: Scan; preparing: boolean; onPrepare: () => void }) {
  const { t } = useTranslation()
  const job = useJobOf(props.scan.id)
  const remaining = remainingOf(props.scan)
  const isReady = props.scan.stage === 'screened' && remaining.findings === 0 && remaining.pages === 0
  return (
    <Stack gap={6}>
      <Text size="sm" fw={700} role="status">
        {isReady
          ? t('review.allDecided')
          : t('review.progress', { findings: remaining.findings, pages: remaining.pages })}
      </Text>
      {job?.state === 'running' && <JobBar job={job} />}
      {props.preparing && (
        <Text size="sm" role="status">
          {t('review.preparing')}
        </Text>
      )}
      <Button
        size="md"
        disabled={!isReady}
        loading={props.preparing}
        leftSection={isReturn(props.scan) ? <IconSend size={18} aria-hidden /> : <IconEyeOff size={18} aria-hidden />}
        rightSection={
          <Kbd size="xs" aria-hidden>
            Ctrl+Enter
          </Kbd>
        }
        onClick={props.onPrepare}
        {...(isReady ? {} : { title: t('review.prepareBlocked') })}
      >
        {isReturn(props.scan) ? t('review.prepareReturn') : t('review.prepare')}
      </Button>
    </Stack>
  )
}

export function AfterMasks(props: { scan: Scan; onFinish: () => void; onReopen: () => void; reopening: boolean }) {
  const { t } = useTranslation()
  const goesBack = isReturn(props.scan)
  return (
    <Stack gap="xs">
      <Alert color="grape" p="sm" title={goesBack ? t('review.returnTitle') : t('review.preparedTitle')}>
        {goesBack ? t('review.returnText') : t('review.preparedText')}
      </Alert>
      <Button
        variant="default"
        loading={props.reopening}
        leftSection={<IconArrowBackUp size={18} aria-hidden />}
        onClick={props.onReopen}
      >
        {t('review.reopen')}
      </Button>
      <Button size="md" color="red" leftSection={<IconFlame size={18} aria-hidden />} onClick={props.onFinish}>
        {t('review.finish')}
      </Button>
    </Stack>
  )
}

export function FinishDialog(props: { scan: Scan; finishing: boolean; onFinish: () => void; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Dialog opened onClose={props.onClose} title={t('review.finish')} size={560}>
      <Stack>
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('review.finishTitle')}>
          {isReturn(props.scan) ? t('review.finishReturnText') : t('review.finishText')}
        </Alert>
        <DialogEnd
          action={t('review.finishNow')}
          color="red"
          loading={props.finishing}
          onAct={props.onFinish}
          onCancel={props.onClose}
          isCancelFirst
        />
      </Stack>
    </Dialog>
  )
}
