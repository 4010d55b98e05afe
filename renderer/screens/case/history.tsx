// What happened in the case, newest first.
import { Table, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { DateText } from '../../parts/dates.tsx'
import { Card } from '../../parts/screen.tsx'
import classes from './case.module.css'

export function History({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  return (
    <Card title={t('case.history')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <div className={classes.history} tabIndex={0} role="group" aria-label={t('case.history')}>
        <Table fz="sm" verticalSpacing={4}>
          <Table.Tbody>
            {record.history.toReversed().map((entry) => (
              <Table.Tr key={`${entry.at} ${entry.event}`}>
                <Table.Td w={215}>
                  <DateText date={entry.on} />
                </Table.Td>
                <Table.Td>
                  {t(`case.event.${entry.event}`)}
                  <HistoryDetail detail={entry.detail} />
                </Table.Td>
                <Table.Td style={{ whiteSpace: 'nowrap' }}>{entry.by}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Card>
  )
}

function HistoryDetail({ detail }: { detail: Record<string, string | number> }) {
  const note = detail['note']
  return typeof note === 'string' && note !== '' ? (
    <Text size="xs" c="dimmed">
      {note}
    </Text>
  ) : null
}
