// Where a letter stands in the post, and the buttons for what may be recorded of it next.
import { Badge, Button, Group, Text } from '@mantine/core'
import { IconMailCheck, IconMailX, IconMapPinCheck, IconSend } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterInPost } from '../../shared/ipc/post.ts'
import { numberDigits, type PostStanding } from '../../shared/post.ts'
import { useDateWords } from './dates.tsx'
import { DispatchDialog, type PostedNotice } from './dispatch-dialog.tsx'
import { AddressCheckDialog, DeliveryDialog, ReturnDialog } from './post-dialogs.tsx'

const colors: Readonly<Record<PostStanding, string>> = {
  unposted: 'orange',
  out: 'blue',
  overdue: 'red',
  supposed: 'gray',
  delivered: 'teal',
  returned: 'red',
}

export function PostBadge({ post }: { post: LetterInPost | null }) {
  const { t } = useTranslation()
  const standing = post?.standing ?? 'unposted'
  return <Badge color={colors[standing]}>{t(`posted.standing.${standing}`)}</Badge>
}

/** When and how it went out, and what became of it, in one line. */
export function PostFacts({ post }: { post: LetterInPost }) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  const facts = [
    t('case.dispatchedOn', { on: dateWords(post.dispatchedOn) }),
    t(`posted.service.${post.service}`),
    ...(post.trackingNumber === null ? [] : [post.trackingNumber]),
    ...(post.deliveredOn === null ? [] : [t('posted.onDelivered', { on: dateWords(post.deliveredOn) })]),
    ...(post.deliveryProof === null ? [] : [t(`posted.proof.${post.deliveryProof}`)]),
    ...(post.returnedOn === null || post.returnReason === null
      ? []
      : [`${t('posted.onReturned', { on: dateWords(post.returnedOn) })} ${t(`posted.reason.${post.returnReason}`)}`]),
    ...(post.dispatches > 1 ? [t('posted.times', { n: post.dispatches })] : []),
  ]
  return <Text size="sm">{facts.join(' ・ ')}</Text>
}

type Recorded = 'dispatch' | 'delivery' | 'return' | 'address'

export function PostActions(props: { notice: PostedNotice; post: LetterInPost | null; mayEmail: boolean }) {
  const { t } = useTranslation()
  const { notice, post } = props
  const [recording, setRecording] = useState<Recorded | null>(null)
  const close = () => setRecording(null)
  const can = recordable(post)
  return (
    <Group gap={6} wrap="nowrap">
      {can.includes('dispatch') && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconSend size={15} aria-hidden />}
          onClick={() => setRecording('dispatch')}
        >
          {t(post === null ? 'case.dispatch' : 'posted.again')}
        </Button>
      )}
      {can.includes('delivery') && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconMailCheck size={15} aria-hidden />}
          onClick={() => setRecording('delivery')}
        >
          {t('posted.delivered')}
        </Button>
      )}
      {can.includes('return') && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconMailX size={15} aria-hidden />}
          onClick={() => setRecording('return')}
        >
          {t('posted.returned')}
        </Button>
      )}
      {can.includes('address') && (
        <Button
          size="compact-sm"
          leftSection={<IconMapPinCheck size={15} aria-hidden />}
          onClick={() => setRecording('address')}
        >
          {t('posted.checkAddress')}
        </Button>
      )}
      {recording === 'dispatch' && (
        <DispatchDialog notice={notice} mayEmail={props.mayEmail} isAgain={post !== null} onClose={close} />
      )}
      {recording === 'delivery' && <DeliveryDialog noticeId={notice.id} onClose={close} />}
      {recording === 'return' && <ReturnDialog noticeId={notice.id} onClose={close} />}
      {recording === 'address' && <AddressCheckDialog noticeId={notice.id} onClose={close} />}
    </Group>
  )
}

/** Nobody sees an ordinary letter arrive: that it did is supposed, or its case says so. */
function recordable(post: LetterInPost | null): Recorded[] {
  if (post === null) return ['dispatch']
  if (post.returnedOn !== null) return [post.addressCheckedOn === null ? 'address' : 'dispatch']
  if (post.deliveredOn !== null) return []
  return numberDigits[post.service] === null ? ['return'] : ['delivery', 'return']
}
