// A letter to somebody else than the requester: a second person is asked with a reason, and until then it is not posted.
import { Badge, Button } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseRecord, Notice } from '../../../shared/ipc/parts.ts'
import { useAct } from '../../queries.ts'
import { tell } from '../../tell.ts'
import { AskDialog } from './ask-dialog.tsx'

/** The approval of the letter's address that waits or was given. */
export function addressApproval(record: CaseRecord, notice: Notice): CaseRecord['approvals'][number] | undefined {
  return record.approvals.find(
    ({ noticeId, state }) => noticeId === notice.id && (state === 'waiting' || state === 'given'),
  )
}

export function AddressBadge({ record, notice }: { record: CaseRecord; notice: Notice }) {
  const { t } = useTranslation()
  if (notice.recipient === 'requester') return null
  const approval = addressApproval(record, notice)
  return (
    <>
      <Badge color="orange">{t(`posted.recipient.${notice.recipient}`)}</Badge>
      {approval !== undefined && (
        <Badge color={approval.state === 'given' ? 'teal' : 'orange'}>
          {t(approval.state === 'given' ? 'posted.addressAllowed' : 'posted.addressWaits')}
        </Badge>
      )}
    </>
  )
}

export function AskAddress({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button size="compact-sm" leftSection={<IconUserCheck size={15} aria-hidden />} onClick={() => setAsking(true)}>
        {t('posted.askAddress')}
      </Button>
      {isAsking && <AskAddressDialog noticeId={notice.id} onClose={() => setAsking(false)} />}
    </>
  )
}

function AskAddressDialog({ noticeId, onClose }: { noticeId: string; onClose: () => void }) {
  const { t } = useTranslation()
  const ask = useAct('post.askOtherAddress', {
    onDone: () => {
      tell(t('posted.askedAddress'))
      onClose()
    },
  })
  return (
    <AskDialog
      title={t('posted.askAddress')}
      isPending={ask.isPending}
      onAsk={(reason) => ask.mutate({ id: noticeId, reason })}
      onClose={onClose}
    />
  )
}
