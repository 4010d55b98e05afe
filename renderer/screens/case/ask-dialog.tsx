// Asks a second person for something, with a reason: a line or two that the reviewer reads.
import { Stack, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { LinesField } from '../../parts/typed-fields.tsx'

export function AskDialog(props: {
  title: string
  /** What is chosen above the reason. */
  children?: ReactNode
  /** False while that choice is missing. */
  isChosen?: boolean
  isPending: boolean
  onAsk: (reason: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const isReady = reason.trim().length >= 2 && (props.isChosen ?? true)
  return (
    <Dialog opened onClose={props.onClose} title={props.title} size={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) props.onAsk(reason)
        }}
      >
        <Stack>
          <Text size="sm">{t('course.askHint')}</Text>
          {props.children}
          <LinesField
            label={t('course.reason')}
            autosize
            minRows={2}
            most={500}
            required
            withAsterisk={false}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <DialogEnd action={t('course.ask')} disabled={!isReady} loading={props.isPending} onCancel={props.onClose} />
        </Stack>
      </form>
    </Dialog>
  )
}
