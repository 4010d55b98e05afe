// What waits for a second person: first what the person who looks may decide, one step from its case.
import { Badge, Group, Table, Text, Title, UnstyledButton } from '@mantine/core'
import { IconUserCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { InstantText } from '../../parts/dates.tsx'
import { useMatterWords } from '../../parts/matter-words.ts'
import { useGoing } from '../../places.ts'
import { useAnswer } from '../../queries.ts'
import classes from './board.module.css'

export function WaitingApprovals() {
  const { t } = useTranslation()
  const { go } = useGoing()
  const matterWords = useMatterWords()
  const waiting = useAnswer('approvals.waiting', {})
  const all = waiting.data?.approvals ?? []
  if (all.length === 0) return null
  const mine = all.filter(({ approval }) => approval.mayDecide)
  const rows = [...mine, ...all.filter(({ approval }) => !approval.mayDecide)]
  return (
    <section className={classes.group} aria-label={t('board.approvals')} style={{ flex: 'none' }}>
      <Group gap={8} px="sm" py={6} style={{ borderLeft: '6px solid var(--mantine-color-teal-7)' }}>
        <IconUserCheck size={18} aria-hidden color="var(--mantine-color-teal-8)" />
        <Title order={2}>{t('board.approvals')}</Title>
        <Text size="sm" fw={700}>
          {t('common.items', { n: rows.length })}
        </Text>
        {mine.length > 0 && (
          <Text size="sm" c="dimmed">
            {t('board.approvalsMine', { n: mine.length })}
          </Text>
        )}
      </Group>
      <Table verticalSpacing={5} fz="sm" layout="fixed" highlightOnHover aria-label={t('board.approvals')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={150}>{t('board.case')}</Table.Th>
            <Table.Th>{t('board.matter')}</Table.Th>
            <Table.Th w="20%">{t('board.askedBy')}</Table.Th>
            <Table.Th w={270}>{t('board.askedAt')}</Table.Th>
            <Table.Th w={130}>{t('board.yours')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ approval, case: one }) => (
            <Table.Tr key={approval.id} className={classes.row} onClick={() => go({ screen: 'case', caseId: one.id })}>
              <Table.Td>
                <UnstyledButton
                  className={classes.link}
                  onClick={(event) => {
                    event.stopPropagation()
                    go({ screen: 'case', caseId: one.id })
                  }}
                >
                  {one.number}
                </UnstyledButton>
              </Table.Td>
              <Table.Td className={classes.cut}>{matterWords(approval.matter)}</Table.Td>
              <Table.Td className={classes.cut}>{approval.askedBy}</Table.Td>
              <Table.Td>
                <InstantText instant={approval.askedAt} />
              </Table.Td>
              <Table.Td>{approval.mayDecide && <Badge color="teal">{t('board.mayDecide')}</Badge>}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
