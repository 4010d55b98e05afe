// What the post reports of a letter: that it arrived, that it came back and why, that its address was looked at again.
import { Alert, Radio, Stack, Text } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addressChecks, addressCheckSchema, returnReasons, returnReasonSchema } from '../../shared/post.ts'
import type { AddressCheck, ReturnReason } from '../../shared/post.ts'
import { useAct } from '../queries.ts'
import { useSession } from '../session.ts'
import { tell } from '../tell.ts'
import { DateField } from './date-field.tsx'
import { DialogEnd } from './dialog-end.tsx'
import { Dialog } from './dialog.tsx'

export function DeliveryDialog({ noticeId, onClose }: { noticeId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const [on, setOn] = useState<string | null>(today)
  const record = useAct('post.recordDelivery', { onDone: () => doneWith(t('posted.deliveryRecorded'), onClose) })
  return (
    <Recording
      title={t('posted.recordDelivery')}
      isReady={on !== null}
      isPending={record.isPending}
      onClose={onClose}
      onRecord={() => on !== null && record.mutate({ id: noticeId, on })}
    >
      <DateField label={t('posted.deliveredOn')} value={on} onChange={setOn} until={today} required />
    </Recording>
  )
}

export function ReturnDialog({ noticeId, onClose }: { noticeId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const [on, setOn] = useState<string | null>(today)
  const [reason, setReason] = useState<ReturnReason | null>(null)
  const record = useAct('post.recordReturn', { onDone: () => doneWith(t('posted.returnRecorded'), onClose) })
  return (
    <Recording
      title={t('posted.recordReturn')}
      isReady={on !== null && reason !== null}
      isPending={record.isPending}
      onClose={onClose}
      onRecord={() => on !== null && reason !== null && record.mutate({ id: noticeId, on, reason })}
    >
      <DateField label={t('posted.returnedOn')} value={on} onChange={setOn} until={today} required />
      <Radio.Group
        label={t('posted.reasonLabel')}
        value={reason}
        onChange={(value) => setReason(returnReasonSchema.parse(value))}
      >
        <Stack gap={6} mt={6}>
          {returnReasons.map((value) => (
            <Radio key={value} value={value} label={t(`posted.reason.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="sm">{t('posted.returnHint')}</Text>
    </Recording>
  )
}

export function AddressCheckDialog({ noticeId, onClose }: { noticeId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const [how, setHow] = useState<AddressCheck | null>(null)
  const record = useAct('post.recordAddressCheck', { onDone: () => doneWith(t('posted.addressRecorded'), onClose) })
  return (
    <Recording
      title={t('posted.checkAddress')}
      isReady={how !== null}
      isPending={record.isPending}
      onClose={onClose}
      onRecord={() => how !== null && record.mutate({ id: noticeId, how })}
    >
      <Alert color="orange">{t('posted.addressHint')}</Alert>
      <Radio.Group
        label={t('posted.howLabel')}
        value={how}
        onChange={(value) => setHow(addressCheckSchema.parse(value))}
      >
        <Stack gap={6} mt={6}>
          {addressChecks.map((value) => (
            <Radio key={value} value={value} label={t(`posted.how.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
    </Recording>
  )
}

function doneWith(words: string, onClose: () => void): void {
  tell(words)
  onClose()
}

function Recording(props: {
  title: string
  isReady: boolean
  isPending: boolean
  onRecord: () => void
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Dialog opened onClose={props.onClose} title={props.title} size={560}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (props.isReady) props.onRecord()
        }}
      >
        <Stack>
          {props.children}
          <DialogEnd
            action={t('case.recordNow')}
            disabled={!props.isReady}
            loading={props.isPending}
            onCancel={props.onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}
