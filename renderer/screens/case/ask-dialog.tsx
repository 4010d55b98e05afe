// Asks a second person for something, with a reason: a line or two that the reviewer reads.
import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../parts/dialog.tsx'

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
          <Textarea
            label={t('course.reason')}
            autosize
            minRows={2}
            maxLength={500}
            required
            withAsterisk={false}
            data-autofocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={props.onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!isReady} loading={props.isPending}>
              {t('course.ask')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
