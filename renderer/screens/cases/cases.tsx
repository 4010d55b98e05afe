// The cases of the desk, found as fast as one types: search, filters, kept views; and the form that opens a new one.
import { Button, Group, Text } from '@mantine/core'
import { IconCoinYen, IconFolderPlus, IconSearch } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { everyOpenCase, type CaseFilter } from '../../../shared/case-filter.ts'
import type { CaseSummary } from '../../../shared/ipc/parts.ts'
import { ask } from '../../client.ts'
import { useKeys } from '../../keyboard.ts'
import { CaseStateBadge } from '../../parts/badges.tsx'
import { DateText } from '../../parts/dates.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { NewCaseForm } from '../../parts/new-case-form.tsx'
import { usePagedRows } from '../../parts/paged-rows.ts'
import { Rows, type Column } from '../../parts/rows.tsx'
import { RequesterName } from '../../parts/requester-name.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { LineField } from '../../parts/typed-fields.tsx'
import { useGoing } from '../../places.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { Filters } from './filters.tsx'
import { KeptViews } from './kept-views.tsx'

const mostSearched = 100

export function Cases() {
  const { t } = useTranslation()
  const { go } = useGoing()
  const { state } = useSession()
  const [search, setSearch] = useState('')
  const [filter, setFilter] = useState<CaseFilter>(everyOpenCase)
  const [isAdding, setAdding] = useState(false)
  const searchField = useRef<HTMLInputElement>(null)
  const { first, rows } = usePagedRows((page) => {
    const request = { search: search.slice(0, mostSearched), filter, ...page }
    return { queryKey: ['cases.find', request], queryFn: () => ask('cases.find', request) }
  })
  useKeys('cases', { add: () => !state.readOnly && setAdding(true), search: () => searchField.current?.focus() })
  return (
    <Screen
      title={t('case.listTitle')}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconCoinYen size={18} aria-hidden />}
            onClick={() => go({ screen: 'fees' })}
          >
            {t('belongings.fees.ledger')}
          </Button>
          <Button
            leftSection={<IconFolderPlus size={18} aria-hidden />}
            title={t('case.addHint')}
            disabled={state.readOnly}
            onClick={() => setAdding(true)}
          >
            {t('case.add')}
          </Button>
        </>
      }
    >
      <Group gap="sm" style={{ flex: 'none' }} wrap="nowrap">
        <LineField
          ref={searchField}
          data-scans
          aria-label={t('case.search')}
          placeholder={`${t('case.search')}(${t('case.searchHint')})`}
          title={t('list.searchFields')}
          leftSection={<IconSearch size={18} aria-hidden />}
          style={{ flex: 1, minWidth: 260 }}
          value={search}
          most={mostSearched}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <Filters filter={filter} onChange={setFilter} />
        <KeptViews filter={filter} onChange={setFilter} />
      </Group>
      <Loaded query={first}>
        {({ total, openTotal }) => (
          <>
            <Text size="sm" role="status" style={{ flex: 'none' }}>
              {t('list.found', { open: openTotal.toLocaleString() })}
              {filter.wiped && ` / ${t('list.foundWiped', { wiped: (total - openTotal).toLocaleString() })}`}
            </Text>
            <Rows
              label={t('case.list')}
              columns={columnsOf(t)}
              rows={rows}
              keyOf={(one) => one.id}
              onOpen={(one) => go({ screen: 'case', caseId: one.id })}
              empty={search === '' ? t('case.none') : t('list.nothing')}
            />
          </>
        )}
      </Loaded>
      <Dialog opened={isAdding} onClose={() => setAdding(false)} title={t('case.openTitle')} size={720}>
        <NewCaseForm
          submitLabel={t('case.open')}
          onCancel={() => setAdding(false)}
          onOpened={(opened) => {
            setAdding(false)
            tell(t('case.opened', { number: opened.number }))
            go({ screen: 'case', caseId: opened.id })
          }}
        />
      </Dialog>
    </Screen>
  )
}

function columnsOf(t: TFunction): readonly Column<CaseSummary>[] {
  return [
    { key: 'number', title: t('case.number'), width: '130px', cell: (one) => <b>{one.number}</b> },
    {
      key: 'requester',
      title: t('case.requester'),
      width: 'minmax(100px, 1fr)',
      cell: (one) => <RequesterName of={one} />,
    },
    { key: 'kind', title: t('case.kind'), width: 'minmax(90px, 0.8fr)', cell: (one) => t(`common.kind.${one.kind}`) },
    { key: 'state', title: t('case.state'), width: '265px', cell: (one) => <CaseStateBadge state={one.state} /> },
    {
      key: 'arrived',
      title: t('case.arrivedOn'),
      width: '150px',
      cell: (one) => (one.arrivedOn === null ? '―' : <DateText date={one.arrivedOn} western="below" />),
    },
    {
      key: 'next',
      title: t('case.next'),
      width: '150px',
      cell: (one) => (one.next?.due == null ? '―' : <DateText date={one.next.due} western="below" />),
    },
  ]
}
