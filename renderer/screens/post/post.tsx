// What is out in the post: letters whose delivery nobody has seen, letters that came back, and those that arrived.
import { SegmentedControl, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallAnswer } from '../../../shared/ipc/contract.ts'
import type { PostStanding } from '../../../shared/post.ts'
import { DateText, useDateWords } from '../../parts/dates.tsx'
import { PostActions, PostBadge } from '../../parts/post-actions.tsx'
import { Rows, type Column } from '../../parts/rows.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useGoing } from '../../places.ts'
import { useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { DispatchBookButton } from './dispatch-book.tsx'

type Line = CallAnswer<'post.sent'>['rows'][number]
const lists = ['open', 'ended'] as const
type Which = (typeof lists)[number]

/** What came back first, then what should have arrived. */
const order: readonly PostStanding[] = ['returned', 'overdue', 'out', 'supposed', 'delivered', 'unposted']

export function Post() {
  const { t } = useTranslation()
  const { go } = useGoing()
  const [which, setWhich] = useState<Which>('open')
  const sent = useAnswer('post.sent', { which })
  const columns = useColumns()
  return (
    <Screen
      title={t('posted.title')}
      beside={<Text size="sm">{t('posted.intro')}</Text>}
      actions={
        <>
          <SegmentedControl
            aria-label={t('posted.list')}
            value={which}
            data={lists.map((value) => ({ value, label: t(`posted.which.${value}`) }))}
            onChange={(value) => setWhich(lists.find((one) => one === value) ?? 'open')}
          />
          <DispatchBookButton />
        </>
      }
    >
      <Loaded query={sent}>
        {({ rows }) => (
          <Rows
            label={t('posted.list')}
            columns={columns}
            rows={rows.toSorted(
              (a, b) => order.indexOf(a.post.standing) - order.indexOf(b.post.standing) || latestFirst(which, a, b),
            )}
            keyOf={(line) => line.noticeId}
            onOpen={(line) => go({ screen: 'case', caseId: line.caseId })}
            rowHeightPx={70}
            empty={t('posted.none')}
          />
        )}
      </Loaded>
    </Screen>
  )
}

/** Names and letters are longer than a narrow window has room for. */
function TwoLines({ children }: { children: string }) {
  return (
    <Text size="sm" lineClamp={2} title={children} style={{ whiteSpace: 'normal' }}>
      {children}
    </Text>
  )
}

/** The oldest of what waits, the newest of what is done. */
function latestFirst(which: Which, a: Line, b: Line): number {
  const rising = a.post.dispatchedOn.localeCompare(b.post.dispatchedOn)
  return which === 'open' ? rising : -rising
}

function useColumns(): readonly Column<Line>[] {
  const { t } = useTranslation()
  const { state } = useSession()
  const dateWords = useDateWords()
  return [
    { key: 'case', title: t('case.number'), width: '140px', cell: (line) => <b>{line.caseNumber}</b> },
    {
      key: 'to',
      title: t('posted.to'),
      width: 'minmax(90px, 0.7fr)',
      cell: (line) => <TwoLines>{line.recipientName ?? '―'}</TwoLines>,
    },
    {
      key: 'letter',
      title: t('posted.letter'),
      width: 'minmax(110px, 0.9fr)',
      cell: (line) => <TwoLines>{t(`letters.name.${line.kind}`)}</TwoLines>,
    },
    {
      key: 'sent',
      title: t('posted.sentOn'),
      width: '150px',
      cell: (line) => <DateText date={line.post.dispatchedOn} western="below" />,
    },
    {
      key: 'service',
      title: t('posted.serviceAndNumber'),
      width: '150px',
      cell: ({ post }) => (
        <Stack gap={0}>
          <Text size="sm">{t(`posted.service.${post.service}`)}</Text>
          {post.trackingNumber !== null && <Text size="xs">{post.trackingNumber}</Text>}
        </Stack>
      ),
    },
    {
      key: 'state',
      title: t('posted.state'),
      width: 'minmax(150px, 1.2fr)',
      cell: ({ post }) => (
        <Stack gap={2} align="flex-start">
          <PostBadge post={post} />
          {post.returnedOn !== null && post.returnReason !== null && (
            <>
              <Text size="xs">{dateWords(post.returnedOn)}</Text>
              <Text size="xs">{t(`posted.reason.${post.returnReason}`)}</Text>
            </>
          )}
          {post.returnedOn === null && post.deliveredOn !== null && (
            <Text size="xs">{dateWords(post.deliveredOn)}</Text>
          )}
          {post.deliveryProof !== null && <Text size="xs">{t(`posted.proof.${post.deliveryProof}`)}</Text>}
        </Stack>
      ),
    },
    {
      key: 'next',
      title: t('posted.next'),
      width: '195px',
      cell: ({ noticeId, kind, post }) =>
        !state.readOnly && (
          // The row opens the case; a button in it does what it says.
          <div
            onClick={(event) => event.stopPropagation()}
            onKeyDown={(event) => event.stopPropagation()}
            role="presentation"
          >
            <PostActions notice={{ id: noticeId, kind }} post={post} mayEmail={post.service === 'email'} />
          </div>
        ),
    },
  ]
}
