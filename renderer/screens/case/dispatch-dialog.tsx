// When a letter was posted, and its 書留 number with the check digit looked at while it is typed.
import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Notice } from '../../../shared/ipc/parts.ts'
import { parseTrackingNumber } from '../../../shared/rules/tracking-number.ts'
import { DateField } from '../../parts/date-field.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

export function DispatchDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const [on, setOn] = useState<string | null>(today)
  const [typed, setTyped] = useState('')
  const dispatch = useAct('notices.dispatch', {
    onDone: () => {
      tell(t('case.dispatched'))
      onClose()
    },
  })
  const parsed = typed.trim() === '' ? null : parseTrackingNumber(typed)
  const isWrong = parsed !== null && parsed.kind !== 'valid'
  return (
    <Dialog opened onClose={onClose} title={t('case.dispatchTitle')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (on === null || isWrong) return
          dispatch.mutate({ id: notice.id, on, trackingNumber: parsed?.kind === 'valid' ? parsed.number : null })
        }}
      >
        <Stack>
          <DateField label={t('case.dispatchOn')} value={on} onChange={setOn} until={today} required />
          <TextInput
            label={t('case.tracking')}
            placeholder={t('case.trackingHint')}
            data-autofocus
            value={typed}
            maxLength={20}
            error={isWrong ? t('case.trackingWrong') : null}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={on === null || isWrong} loading={dispatch.isPending}>
              {t('case.recordNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
