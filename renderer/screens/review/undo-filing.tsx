// Says that a scan was filed by its own code, and takes it out again when that was wrong.
import { Badge, Button, Stack, Text } from '@mantine/core'
import { IconArrowBackUp, IconQrcode } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scan } from '../../../shared/ipc/parts.ts'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

export function UndoFiling({ scan }: { scan: Scan }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [isOpen, setOpen] = useState(false)
  const undo = useAct('scans.undoFiling', {
    onDone: () => {
      tell(t('review.filingUndone'))
      setOpen(false)
    },
  })
  if (!scan.filing.byCode || scan.caseId === null || scan.stage === 'wiped') return null
  return (
    <>
      <Badge variant="light" color="grape" leftSection={<IconQrcode size={14} aria-hidden />}>
        {t('review.filedByCode')}
      </Badge>
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconArrowBackUp size={16} aria-hidden />}
        disabled={state.readOnly}
        onClick={() => setOpen(true)}
      >
        {t('review.undoFiling')}
      </Button>
      <Dialog opened={isOpen} onClose={() => setOpen(false)} title={t('review.undoFiling')}>
        <Stack>
          <Text>{t('review.undoFilingSure')}</Text>
          <DialogEnd
            action={t('review.undoFiling')}
            loading={undo.isPending}
            onAct={() => undo.mutate({ id: scan.id })}
            onCancel={() => setOpen(false)}
            isCancelFirst
          />
        </Stack>
      </Dialog>
    </>
  )
}
