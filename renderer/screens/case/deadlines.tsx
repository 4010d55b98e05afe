// Every date that matters, with the reason it is that date.
import { Badge, Group, List, Stack, Text } from '@mantine/core'
import { IconCheck, IconPlayerPause } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Deadline } from '../../../shared/cases.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { isPressing } from '../../../shared/rules/deadlines.ts'
import { DateText, useDateWords } from '../../parts/dates.tsx'
import { Card } from '../../parts/screen.tsx'
import { useSession } from '../../session.ts'
import classes from './case.module.css'
import { useWhyWords } from './why-words.ts'

export function Deadlines({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  return (
    <Card title={t('case.deadlines')}>
      {record.deadlines.length === 0 && <Text size="sm">{t('common.none')}</Text>}
      <Stack gap={6} role="list" aria-label={t('case.deadlines')}>
        {record.deadlines.map((deadline) => (
          <DeadlineItem key={deadline.clock} deadline={deadline} />
        ))}
      </Stack>
    </Card>
  )
}

function DeadlineItem({ deadline }: { deadline: Deadline }) {
  const { t } = useTranslation()
  const { today } = useSession()
  const whyWords = useWhyWords()
  const isDuty = isPressing(deadline)
  const isOver = deadline.status === 'running' && isDuty && deadline.due !== null && deadline.due < today
  return (
    <div role="listitem" className={classes.deadline} data-over={isOver} data-done={deadline.status === 'done'}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Group gap={6}>
          <Text fw={700} size="sm">
            {t(`common.clock.${deadline.clock}`)}
          </Text>
          <Badge color={isDuty ? 'indigo' : 'gray'} size="md">
            {t(`common.clockKind.${deadline.kind}`)}
          </Badge>
        </Group>
        <DeadlineDate deadline={deadline} isOver={isOver} />
      </Group>
      {deadline.originally !== null && <Originally date={deadline.originally} />}
      <details className={classes.why} open={isDuty && deadline.status !== 'done'}>
        <summary>{t('case.whyTitle')}</summary>
        <List size="sm" spacing={0}>
          {deadline.why.map((why) => (
            <List.Item key={JSON.stringify(why)}>{whyWords(why)}</List.Item>
          ))}
        </List>
      </details>
    </div>
  )
}

function DeadlineDate({ deadline, isOver }: { deadline: Deadline; isOver: boolean }) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  if (deadline.status === 'done') {
    return (
      <Group gap={4} wrap="nowrap">
        <IconCheck size={16} aria-hidden />
        <Text size="sm">{t('case.doneOn', { date: deadline.doneOn === null ? '' : dateWords(deadline.doneOn) })}</Text>
      </Group>
    )
  }
  if (deadline.due === null) {
    return (
      <Group gap={4} wrap="nowrap">
        <IconPlayerPause size={16} aria-hidden />
        <Text size="sm" fw={700}>
          {t('case.stopped')}
        </Text>
      </Group>
    )
  }
  return (
    <Text component="div" fw={700} {...(isOver ? { c: 'red.9' } : {})}>
      <DateText date={deadline.due} />
      {isOver && ` ${t('board.group.overdue')}`}
    </Text>
  )
}

/** An extension moves the date and never hides what it was. */
function Originally({ date }: { date: string }) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  return (
    <Text size="xs" c="dimmed">
      {t('course.originally', { date: dateWords(date) })}
    </Text>
  )
}
