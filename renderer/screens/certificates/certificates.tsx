// The certificates of every wipe, and the check of one that comes back from outside.
import { Alert, Button, Text } from '@mantine/core'
import { IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import { unreachable } from '../../../shared/faults.ts'
import type { CallAnswer } from '../../../shared/ipc/contract.ts'
import type { WipeSummary } from '../../../shared/ipc/parts.ts'
import { ask } from '../../client.ts'
import { InstantText } from '../../parts/dates.tsx'
import { usePagedRows } from '../../parts/paged-rows.ts'
import { Rows, type Column } from '../../parts/rows.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useGoing } from '../../places.ts'
import { useAct } from '../../queries.ts'

export function Certificates() {
  const { t } = useTranslation()
  const { go } = useGoing()
  const { first, rows } = usePagedRows((page) => ({
    queryKey: ['wipes.list', page],
    queryFn: () => ask('wipes.list', page),
  }))
  const check = useAct('wipes.checkCertificate')
  return (
    <Screen
      title={t('wipe.listTitle')}
      beside={
        <Text size="sm" c="dimmed">
          {t('wipe.checkHint')}
        </Text>
      }
      actions={
        <Button
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={check.isPending}
          onClick={() => check.mutate({})}
        >
          {t('wipe.check')}
        </Button>
      }
    >
      {check.data !== undefined && <Checked answer={check.data} />}
      <Loaded query={first}>
        {() => (
          <Rows
            label={t('wipe.list')}
            columns={columnsOf(t)}
            rows={rows}
            keyOf={(wipe) => wipe.id}
            onOpen={(wipe) => go({ screen: 'certificate', wipeId: wipe.id })}
            empty={t('wipe.none')}
          />
        )}
      </Loaded>
    </Screen>
  )
}

function Checked({ answer }: { answer: CallAnswer<'wipes.checkCertificate'> }) {
  const { t } = useTranslation()
  switch (answer.kind) {
    case 'genuine':
      return (
        <Alert color="teal" role="status" style={{ flex: 'none' }}>
          {t('wipe.genuine', { number: answer.caseNumber })}
        </Alert>
      )
    case 'altered':
      return (
        <Alert color="red" role="alert" style={{ flex: 'none' }}>
          {t('wipe.altered')}
        </Alert>
      )
    case 'not-a-certificate':
      return (
        <Alert color="orange" role="alert" style={{ flex: 'none' }}>
          {t('wipe.notACertificate')}
        </Alert>
      )
    case 'cancelled':
      return null
    default:
      return unreachable(answer)
  }
}

function columnsOf(t: TFunction): readonly Column<WipeSummary>[] {
  return [
    { key: 'number', title: t('wipe.caseNumber'), width: '150px', cell: (wipe) => <b>{wipe.caseNumber}</b> },
    {
      key: 'result',
      title: t('wipe.resultLabel'),
      width: '120px',
      cell: (wipe) => <b>{t(`wipe.result.${wipe.result}`)}</b>,
    },
    {
      key: 'start',
      title: t('wipe.startedAt'),
      width: '220px',
      cell: (wipe) => <InstantText instant={wipe.startedAt} />,
    },
    {
      key: 'end',
      title: t('wipe.endedAt'),
      width: '220px',
      cell: (wipe) => (wipe.endedAt === null ? '―' : <InstantText instant={wipe.endedAt} />),
    },
    {
      key: 'operator',
      title: t('wipe.operator'),
      width: 'minmax(80px, 1fr)',
      cell: (wipe) => wipe.operator,
    },
  ]
}
