// What a dialog about a paper of the desk ends with: cancel, save as PDF, print.
import { Button, Group } from '@mantine/core'
import { IconDeviceFloppy, IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'

export function SaveOrPrint(props: {
  isSaving: boolean
  onSave: () => void
  onPrint: () => void
  onCancel: () => void
}) {
  const { t } = useTranslation()
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={props.onCancel}>
        {t('common.cancel')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconDeviceFloppy size={18} aria-hidden />}
        loading={props.isSaving}
        onClick={props.onSave}
      >
        {t('post.saveSheet')}
      </Button>
      <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={props.onPrint}>
        {t('common.print')}
      </Button>
    </Group>
  )
}
