// The fee ledger of the desk: every payment, which case it is for, how long it is good, what became of it.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallAnswer } from '../../../shared/ipc/contract.ts'
import { ask } from '../../client.ts'
import { PaperBadge } from '../../parts/badges.tsx'
import { DateText } from '../../parts/dates.tsx'
import { usePagedRows } from '../../parts/paged-rows.ts'
import { Rows, type Column } from '../../parts/rows.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useGoing } from '../../places.ts'
import { useSession } from '../../session.ts'

type Line = CallAnswer<'fees.ledger'>['rows'][number]

export function Fees() {
  const { t } = useTranslation()
  const { go } = useGoing()
  const { first, rows } = usePagedRows((page) => ({
    queryKey: ['fees.ledger', page],
    queryFn: () => ask('fees.ledger', page),
  }))
  const columns = useColumns()
  return (
    <Screen title={t('belongings.fees.ledger')}>
      <Loaded query={first}>
        {() => (
          <Rows
            label={t('belongings.fees.ledgerList')}
            columns={columns}
            rows={rows}
            keyOf={(line) => line.id}
            onOpen={(line) => go({ screen: 'case', caseId: line.caseId, tab: 'fee' })}
            empty={t('belongings.fees.ledgerNone')}
          />
        )}
      </Loaded>
    </Screen>
  )
}

function useColumns(): readonly Column<Line>[] {
  const { t } = useTranslation()
  const { today } = useSession()
  return [
    { key: 'case', title: t('case.number'), width: '140px', cell: (line) => <b>{line.caseNumber}</b> },
    {
      key: 'received',
      title: t('belongings.fees.receivedOn'),
      width: '150px',
      cell: (line) => <DateText date={line.receivedOn} western="below" />,
    },
    {
      key: 'method',
      title: t('belongings.fees.method'),
      width: 'minmax(110px, 0.7fr)',
      cell: (line) => t(`belongings.fees.methodOf.${line.method}`),
    },
    {
      key: 'amount',
      title: t('belongings.fees.amount'),
      width: '90px',
      cell: (line) => t('belongings.fees.yen', { n: line.amountYen }),
    },
    {
      key: 'serial',
      title: t('belongings.fees.serial'),
      width: 'minmax(120px, 1fr)',
      cell: (line) => line.serial ?? '―',
    },
    {
      key: 'until',
      title: t('belongings.fees.untilTitle'),
      width: '150px',
      cell: (line) =>
        line.payableUntil === null ? (
          '―'
        ) : (
          <Text
            size="sm"
            component="div"
            {...(line.state === 'held' && line.payableUntil < today ? { c: 'red.9' } : {})}
          >
            <DateText date={line.payableUntil} western="below" />
          </Text>
        ),
    },
    {
      key: 'state',
      title: t('belongings.fees.stateOf'),
      width: '150px',
      cell: (line) => <PaperBadge state={line.state} />,
    },
  ]
}
