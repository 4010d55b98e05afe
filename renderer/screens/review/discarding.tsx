// The end of a scan that belongs to no case: everything of it is destroyed, after a warning and a reason.
import { Alert, Button, Radio, Stack } from '@mantine/core'
import { IconAlertTriangle, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { discardReasons, discardReasonSchema, type DiscardReason, type Scan } from '../../../shared/ipc/parts.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

export function DiscardOfScan({ scan }: { scan: Scan }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [isOpen, setOpen] = useState(false)
  const isKept = scan.stage === 'screened' || scan.stage === 'prepared' || scan.stage === 'finished'
  if (scan.caseId !== null || !isKept || state.readOnly) return null
  return (
    <>
      <Button variant="default" leftSection={<IconTrash size={18} aria-hidden />} onClick={() => setOpen(true)}>
        {t('review.discard')}
      </Button>
      {isOpen && <DiscardDialog scan={scan} onClose={() => setOpen(false)} />}
    </>
  )
}

function DiscardDialog({ scan, onClose }: { scan: Scan; onClose: () => void }) {
  const { t } = useTranslation()
  const [reason, setReason] = useState<DiscardReason | null>(null)
  const discard = useAct('scans.discard', {
    onDone: () => {
      tell(t('review.discarded'))
      onClose()
    },
  })
  return (
    <Dialog opened onClose={onClose} title={t('review.discard')} size={560}>
      <Stack>
        <Alert color="red" icon={<IconAlertTriangle aria-hidden />} title={t('review.discardTitle')}>
          {t('review.discardText')}
        </Alert>
        <Radio.Group
          label={t('review.discardReason')}
          value={reason}
          onChange={(value) => setReason(discardReasonSchema.parse(value))}
        >
          <Stack gap={6} mt={6}>
            {discardReasons.map((one) => (
              <Radio key={one} value={one} label={t(`review.discardReasons.${one}`)} />
            ))}
          </Stack>
        </Radio.Group>
        <DialogEnd
          action={t('review.discardNow')}
          color="red"
          disabled={reason === null}
          loading={discard.isPending}
          onAct={() => reason !== null && discard.mutate({ id: scan.id, reason })}
          onCancel={onClose}
          isCancelFirst
        />
      </Stack>
    </Dialog>
  )
}
