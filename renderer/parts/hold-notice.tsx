// The legal hold of a case: since when, why, who asked and who allowed it, and by when it is looked at again.
import { Alert, Group, Text } from '@mantine/core'
import { IconHandStop } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { CaseRecord } from '../../shared/ipc/parts.ts'
import { useDateWords } from './dates.tsx'

/** Nothing while the case is not on hold. */
export function HoldNotice({ record }: { record: Pick<CaseRecord, 'approvals' | 'deadlines' | 'history'> }) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  const review = record.deadlines.find(({ clock, status }) => clock === 'hold-review' && status === 'running')
  if (review === undefined) return null
  const setOn = record.history.findLast(({ event }) => event === 'hold-set')?.on
  const approval = record.approvals.find(({ matter, state }) => matter === 'hold-set' && state === 'used')
  return (
    <Alert color="yellow" p="xs" icon={<IconHandStop aria-hidden />} title={t('course.hold')} style={{ flex: 'none' }}>
      {approval !== undefined && (
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {t('course.holdReason', { reason: approval.reason ?? '―' })}
        </Text>
      )}
      <Group gap="md">
        {setOn !== undefined && <Text size="sm">{t('course.holdSince', { date: dateWords(setOn) })}</Text>}
        {approval !== undefined && (
          <Text size="sm">{t('course.holdBy', { asked: approval.askedBy, given: approval.decidedBy ?? '―' })}</Text>
        )}
        {review.due !== null && <Text size="sm">{t('course.holdReview', { date: dateWords(review.due) })}</Text>}
      </Group>
    </Alert>
  )
}
