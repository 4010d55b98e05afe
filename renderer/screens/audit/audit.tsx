// The audit chain: whether it is whole, and its entries from the newest back.
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconLink, IconLinkOff, IconShieldCheck } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { auditEventSchema } from '../../../shared/audit.ts'
import type { AuditEntry, ChainVerification, Person } from '../../../shared/ipc/parts.ts'
import { ask } from '../../client.ts'
import { InstantText } from '../../parts/dates.tsx'
import { Rows, type Column } from '../../parts/rows.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'

const entriesAtOnce = 200

export function Audit() {
  const { t } = useTranslation()
  const { may } = useSession()
  const verify = useAct('audit.verify')
  const staff = useAnswer('staff.list', {}, { enabled: may('staff.list') })
  const entries = useInfiniteQuery({
    queryKey: ['audit.list', 'pages'],
    queryFn: ({ pageParam }) => ask('audit.list', { before: pageParam, limit: entriesAtOnce }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.entries.length < entriesAtOnce ? null : (last.entries.at(-1)?.index ?? null)),
    // Looking at the chain is no news to the chain: it is read when the screen is opened, and when asked.
    staleTime: 0,
  })
  const all = entries.data?.pages.flatMap((page) => page.entries) ?? []
  return (
    <Screen
      title={t('audit.title')}
      beside={
        <Text size="sm" c="dimmed">
          {t('audit.intro')}
        </Text>
      }
      actions={
        <Button
          leftSection={<IconShieldCheck size={18} aria-hidden />}
          loading={verify.isPending}
          onClick={() => verify.mutate({}, { onSuccess: () => void entries.refetch() })}
        >
          {t('audit.verify')}
        </Button>
      }
    >
      {verify.data !== undefined && <Verified answer={verify.data} />}
      <Loaded query={entries}>
        {({ pages }) => (
          <>
            <Rows
              label={t('audit.list')}
              columns={columnsOf(t, staff.data?.people ?? [])}
              rows={all}
              keyOf={(entry) => String(entry.index)}
              rowHeightPx={34}
              empty={t('common.notYet')}
            />
            <Group justify="space-between" style={{ flex: 'none' }}>
              <Text size="sm">{t('audit.total', { n: pages[0]?.total ?? 0 })}</Text>
              {entries.hasNextPage && (
                <Button
                  variant="default"
                  size="xs"
                  loading={entries.isFetchingNextPage}
                  onClick={() => void entries.fetchNextPage()}
                >
                  {t('audit.older')}
                </Button>
              )}
            </Group>
          </>
        )}
      </Loaded>
    </Screen>
  )
}

function Verified({ answer }: { answer: ChainVerification }) {
  const { t } = useTranslation()
  if (answer.kind === 'broken') {
    return (
      <Alert color="red" role="alert" icon={<IconLinkOff aria-hidden />} style={{ flex: 'none' }}>
        {t('audit.broken', { at: answer.brokenAt, length: answer.length })}
      </Alert>
    )
  }
  return (
    <Alert
      color="teal"
      role="status"
      icon={<IconLink aria-hidden />}
      style={{ flex: 'none' }}
      title={t('audit.whole', { length: answer.length })}
    >
      <Text size="xs" style={{ overflowWrap: 'anywhere' }}>
        {t('audit.head')}: {answer.headHash}
      </Text>
    </Alert>
  )
}

function columnsOf(t: TFunction, people: readonly Person[]): readonly Column<AuditEntry>[] {
  const nameOf = (id: string | null) =>
    id === null ? t('audit.system') : (people.find((person) => person.id === id)?.displayName ?? id.slice(0, 8))
  return [
    { key: 'index', title: t('audit.index'), width: '60px', cell: (entry) => entry.index },
    { key: 'at', title: t('audit.at'), width: '210px', cell: (entry) => <InstantText instant={entry.at} /> },
    { key: 'event', title: t('audit.event'), width: '210px', cell: (entry) => eventWords(entry.event, t) },
    { key: 'actor', title: t('audit.actor'), width: '120px', cell: (entry) => nameOf(entry.actorId) },
    {
      key: 'subject',
      title: t('audit.subject'),
      width: '90px',
      cell: (entry) => <span title={entry.subject ?? ''}>{entry.subject?.slice(0, 8) ?? '―'}</span>,
    },
    { key: 'detail', title: t('audit.detail'), width: 'minmax(80px, 1fr)', cell: (entry) => <Detail entry={entry} /> },
    {
      key: 'hash',
      title: t('audit.hash'),
      width: '100px',
      cell: (entry) => (
        <span title={entry.hash} style={{ fontFamily: 'monospace' }}>
          {entry.hash.slice(0, 10)}
        </span>
      ),
    },
  ]
}

function Detail({ entry }: { entry: AuditEntry }) {
  const words = Object.entries(entry.detail)
    .map(([key, value]) => `${key}: ${value}`)
    .join(' / ')
  return <span title={words}>{words}</span>
}

/** An entry of an older or newer version may name an event that this one does not know. */
function eventWords(event: string, t: TFunction): string {
  const known = auditEventSchema.safeParse(event)
  return known.success ? t(`audit.events.${known.data}`) : event
}
