// How the day stands, once a day before the desk opens: what is late, due, waited for and to be destroyed; one key goes on.
import { Button, Center, Group, Paper, Stack, Table, Text, Title, UnstyledButton } from '@mantine/core'
import { IconArrowRight, IconInbox, IconUserCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { boardGroups } from '../../../shared/rules/board.ts'
import { GroupTiles, type BoardGroup } from '../../parts/board-groups.tsx'
import { DateText, useDateWords } from '../../parts/dates.tsx'
import { DaysLeft } from '../../parts/days-left.tsx'
import { Loaded } from '../../parts/screen.tsx'
import { RequesterName } from '../../parts/requester-name.tsx'
import type { Place } from '../../places.ts'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import classes from './digest.module.css'

/** As many cases as are named; the rest is counted on the tiles. */
const casesShown = 8

export function Digest({ onGoOn }: { onGoOn: (place: Place) => void }) {
  const { t } = useTranslation()
  const { person, today } = useSession()
  const dateWords = useDateWords()
  const board = useAnswer('cases.board', {})
  const seen = useAct('reminders.digestSeen')
  const goTo = (place: Place) => {
    onGoOn(place)
    seen.mutate({})
  }
  return (
    <Center component="main" h="100%" style={{ overflowY: 'auto' }} p="lg">
      <Paper withBorder shadow="xs" p="xl" w={980} maw="100%">
        <Stack>
          <Group justify="space-between" align="flex-end">
            <div>
              <Title order={1}>{t('digest.title')}</Title>
              <Text>{t('digest.day', { name: person.displayName, date: dateWords(today) })}</Text>
            </div>
            <Button
              size="md"
              autoFocus
              loading={seen.isPending}
              rightSection={<IconArrowRight size={18} aria-hidden />}
              onClick={() => goTo({ screen: 'board' })}
            >
              {t('digest.goOn')}
            </Button>
          </Group>
          <Loaded query={board}>{({ groups }) => <Day groups={groups} onGoTo={goTo} />}</Loaded>
          <Others onGoTo={goTo} />
        </Stack>
      </Paper>
    </Center>
  )
}

function Day({ groups, onGoTo }: { groups: readonly BoardGroup[]; onGoTo: (place: Place) => void }) {
  const { t } = useTranslation()
  const told = boardGroups
    .filter((name) => name !== 'later')
    .map((name) => groups.find(({ group }) => group === name) ?? { group: name, total: 0, rows: [] })
  const urgent = told.filter(({ group }) => group === 'overdue' || group === 'today').flatMap(({ rows }) => rows)
  return (
    <>
      <GroupTiles groups={told} onChoose={() => onGoTo({ screen: 'board' })} />
      {urgent.length === 0 && <Text>{t('digest.nothingUrgent')}</Text>}
      {urgent.length > 0 && (
        <Table fz="sm" verticalSpacing={5} aria-label={t('digest.urgent')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('board.case')}</Table.Th>
              <Table.Th>{t('board.requester')}</Table.Th>
              <Table.Th>{t('board.deadline')}</Table.Th>
              <Table.Th>{t('board.due')}</Table.Th>
              <Table.Th>{t('board.left')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {urgent.slice(0, casesShown).map(({ case: one, deadline, daysLeft, businessDaysLeft }) => (
              <Table.Tr key={one.id}>
                <Table.Td>
                  <UnstyledButton className={classes.link} onClick={() => onGoTo({ screen: 'case', caseId: one.id })}>
                    {one.number}
                  </UnstyledButton>
                </Table.Td>
                <Table.Td className={classes.name}>
                  <RequesterName of={one} />
                </Table.Td>
                <Table.Td>{deadline === null ? '―' : t(`common.clock.${deadline.clock}`)}</Table.Td>
                <Table.Td>{deadline?.due == null ? '―' : <DateText date={deadline.due} />}</Table.Td>
                <Table.Td>
                  <DaysLeft days={daysLeft} businessDays={businessDaysLeft} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {urgent.length > casesShown && <Text size="sm">{t('board.more', { n: urgent.length - casesShown })}</Text>}
    </>
  )
}

/** What waits for this person besides dates. */
function Others({ onGoTo }: { onGoTo: (place: Place) => void }) {
  const { t } = useTranslation()
  const waiting = useAnswer('approvals.waiting', {})
  const inbox = useAnswer('scans.inbox', {})
  const mine = (waiting.data?.approvals ?? []).filter(({ approval }) => approval.mayDecide).length
  const scans = inbox.data?.scans.length ?? 0
  if (mine === 0 && scans === 0) return null
  return (
    <Group gap="sm">
      {mine > 0 && (
        <Button
          variant="default"
          leftSection={<IconUserCheck size={18} aria-hidden />}
          onClick={() => onGoTo({ screen: 'board' })}
        >
          {t('digest.approvals', { n: mine })}
        </Button>
      )}
      {scans > 0 && (
        <Button
          variant="default"
          leftSection={<IconInbox size={18} aria-hidden />}
          onClick={() => onGoTo({ screen: 'inbox' })}
        >
          {t('digest.scans', { n: scans })}
        </Button>
      )}
    </Group>
  )
}
