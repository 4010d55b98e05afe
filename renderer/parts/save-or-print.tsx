// What a dialog about a paper of the desk ends with: cancel, save as PDF, print.
import { Button } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { DialogEnd } from './dialog-end.tsx'

export function SaveOrPrint(props: {
  isSaving: boolean
  onSave: () => void
  onPrint: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  return (
    <DialogEnd
      action={t('common.print')}
      leftSection={<IconPrinter size={18} aria-hidden />}
      onAct={props.onPrint}
      onCancel={props.onCancel}
    >
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={18} aria-hidden />}
        loading={props.isSaving}
        onClick={props.onSave}
      >
        {t('post.saveSheet')}
      </Button>
    </DialogEnd>
  )
}
