// Work in progress of one scan, case or wipe, as a bar with words.
import { ActionIcon, Group, Progress, Text } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { JobProgress } from '../../shared/ipc/parts.ts'
import { useAct, useAnswer } from '../queries.ts'

/** The newest job that works on `subjectId`, if any. */
export function useJobOf(subjectId: string): JobProgress | null {
  const jobs = useAnswer('jobs.list', {}).data?.jobs ?? []
  return jobs.findLast((job) => job.subjectId === subjectId) ?? null
}

export function JobBar({ job }: { job: JobProgress }) {
  const { t } = useTranslation()
  const cancel = useAct('jobs.cancel')
  if (job.state === 'failed') {
    return (
      <Text size="sm" c="red.9">
        {t('inbox.jobFailed')}
      </Text>
    )
  }
  const percent = Math.round(job.fraction * 100)
  const words = t(`inbox.job.${job.kind}`)
  return (
    <Group gap={6} wrap="nowrap">
      <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
        {words}
      </Text>
      <Progress value={percent} size="md" aria-label={words} style={{ flex: 1, minWidth: 40 }} />
      <Text size="xs" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {percent}%
      </Text>
      {(job.kind === 'screen' || job.kind === 'identity') && (
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-label={t('inbox.cancelJob')}
          title={t('inbox.cancelJob')}
          disabled={cancel.isPending}
          onClick={() => cancel.mutate({ jobId: job.jobId })}
        >
          <IconX size={15} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  )
}
