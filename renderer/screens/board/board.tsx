// The home of the desk: what is overdue, due today, due soon, waited for, to be destroyed; read at a glance.
import { Alert, Button, Group, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { boardGroups } from '../../../shared/rules/board.ts'
import { CaseStateBadge } from '../../parts/badges.tsx'
import { groupLooks, GroupTiles, type BoardGroup } from '../../parts/board-groups.tsx'
import { DateText, useDateWords } from '../../parts/dates.tsx'
import { DaysLeft } from '../../parts/days-left.tsx'
import { RequesterName } from '../../parts/requester-name.tsx'
import { RulesReview } from '../../parts/rules-review.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { StorageWarnings } from '../../parts/storage-warnings.tsx'
import { useGoing } from '../../places.ts'
import { useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { useKeys } from '../../keyboard.ts'
import classes from './board.module.css'
import { PostWaiting } from './post-waiting.tsx'
import { SaveCalendar } from './save-calendar.tsx'
import { WaitingApprovals } from './waiting-approvals.tsx'

export function Board() {
  const { t } = useTranslation()
  const { today, state } = useSession()
  const dateWords = useDateWords()
  const board = useAnswer('cases.board', {})
  return (
    <Screen
      title={t('board.title')}
      beside={
        <Text size="sm">
          {t('board.todayIs')} <b>{dateWords(today)}</b>{' '}
          <Text component="span" size="xs" c="dimmed">
            {today}
          </Text>
        </Text>
      }
      actions={<SaveCalendar />}
    >
      <StorageWarnings warnings={state.storageWarnings} />
      <RulesReview />
      <WaitingApprovals />
      <PostWaiting />
      <Loaded query={board}>{({ groups }) => <Groups groups={groups} />}</Loaded>
    </Screen>
  )
}

function Groups({ groups }: { groups: readonly BoardGroup[] }) {
  const { t } = useTranslation()
  const { go } = useGoing()
  const list = useRef<HTMLDivElement>(null)
  const inOrder = boardGroups.map(
    (name) => groups.find(({ group }) => group === name) ?? { group: name, total: 0, rows: [] },
  )

  const move = (step: 1 | -1) => {
    const buttons = [...(list.current?.querySelectorAll<HTMLElement>('[data-case]') ?? [])]
    const at = buttons.findIndex((button) => button === document.activeElement)
    buttons[at === -1 ? 0 : Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus()
  }
  useKeys('list', { next: () => move(1), previous: () => move(-1) })

  return (
    <>
      <GroupTiles
        groups={inOrder}
        onChoose={(group) => {
          const section = list.current?.querySelector(`[data-group="${group}"]`)
          section?.scrollIntoView({ block: 'start' })
          section?.querySelector<HTMLElement>('[data-case]')?.focus()
        }}
      />
      {inOrder.every(({ rows }) => rows.length === 0) && (
        <Alert color="gray" title={t('board.empty')}>
          <Button variant="default" onClick={() => go({ screen: 'inbox' })}>
            {t('board.toInbox')}
          </Button>
        </Alert>
      )}
      <Stack gap="md" ref={list}>
        {inOrder
          .filter(({ rows }) => rows.length > 0)
          .map((group) => (
            <GroupTable key={group.group} group={group} />
          ))}
      </Stack>
    </>
  )
}

function GroupTable({ group: { group, total, rows } }: { group: BoardGroup }) {
  const { t } = useTranslation()
  const { go } = useGoing()
  const { icon: GroupIcon, color } = groupLooks[group]
  return (
    <section className={classes.group} data-group={group} aria-label={t(`board.group.${group}`)}>
      <Group gap={8} px="sm" py={6} style={{ borderLeft: `6px solid var(--mantine-color-${color}-7)` }}>
        <GroupIcon size={18} aria-hidden color={`var(--mantine-color-${color}-8)`} />
        <Title order={2}>{t(`board.group.${group}`)}</Title>
        <Text size="sm" fw={700}>
          {t('common.items', { n: total })}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`board.groupHint.${group}`)}
        </Text>
      </Group>
      <Table verticalSpacing={5} fz="sm" layout="fixed" highlightOnHover aria-label={t(`board.group.${group}`)}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={150}>{t('board.case')}</Table.Th>
            <Table.Th>{t('board.requester')}</Table.Th>
            <Table.Th w="15%">{t('board.kind')}</Table.Th>
            <Table.Th w={240}>{t('board.due')}</Table.Th>
            <Table.Th w={170}>{t('board.left')}</Table.Th>
            <Table.Th w="17%">{t('board.deadline')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr
              key={row.case.id}
              className={classes.row}
              onClick={() => go({ screen: 'case', caseId: row.case.id })}
            >
              <Table.Td>
                <UnstyledButton
                  data-case
                  className={classes.link}
                  onClick={(event) => {
                    event.stopPropagation()
                    go({ screen: 'case', caseId: row.case.id })
                  }}
                >
                  {row.case.number}
                </UnstyledButton>
              </Table.Td>
              <Table.Td className={classes.cut}>
                <RequesterName of={row.case} />
              </Table.Td>
              <Table.Td className={classes.cut}>{t(`common.kind.${row.case.kind}`)}</Table.Td>
              <Table.Td>
                {row.deadline === null ? (
                  <CaseStateBadge state={row.case.state} />
                ) : row.deadline.due === null ? (
                  t('board.stopped')
                ) : (
                  <DateText date={row.deadline.due} />
                )}
              </Table.Td>
              <Table.Td>
                <DaysLeft days={row.daysLeft} businessDays={row.businessDaysLeft} />
              </Table.Td>
              <Table.Td className={classes.cut}>
                {row.deadline === null ? t('board.noDeadline') : t(`common.clock.${row.deadline.clock}`)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {total > rows.length && (
        <Text size="sm" p="xs">
          {t('board.more', { n: total - rows.length })}
        </Text>
      )}
    </section>
  )
}
