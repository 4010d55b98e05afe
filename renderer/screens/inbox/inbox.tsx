// What arrived: one row per scan with its progress and verdict, and the files that need a person's attention.
import { Button, Group, Switch, Text } from '@mantine/core'
import { IconFileImport, IconFileText } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ScanSummary } from '../../../shared/ipc/parts.ts'
import { useKeys } from '../../keyboard.ts'
import { StageBadge, VerdictBadge } from '../../parts/badges.tsx'
import { InstantText } from '../../parts/dates.tsx'
import { DeskSheetButton } from '../../parts/desk-sheet-button.tsx'
import { JobBar, useJobOf } from '../../parts/jobs.tsx'
import { Rows, type Column } from '../../parts/rows.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useGoing } from '../../places.ts'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { AttentionList } from './attention-list.tsx'
import { OrphanTray } from './orphan-tray.tsx'
import { useChooseFolder, WatchedFolder } from './watched-folder.tsx'

export function Inbox() {
  const { t } = useTranslation()
  const { go } = useGoing()
  const { state } = useSession()
  const inbox = useAnswer('scans.inbox', {})
  const [showsAll, setShowsAll] = useState(false)
  const chooseFolder = useChooseFolder()
  const pick = useAct('intake.pick', {
    onDone: ({ chosen }) => {
      if (chosen > 0) tell(t('inbox.chosen', { n: chosen }))
    },
  })
  const pickNow = () => {
    if (!state.readOnly && !pick.isPending) pick.mutate({})
  }
  useKeys('inbox', { pick: pickNow, watch: chooseFolder })
  const columns = columnsOf(t)
  const isOpen = (scan: ScanSummary) => scan.caseId === null || !isSettled(scan)
  return (
    <Screen
      title={t('inbox.title')}
      beside={
        <Text size="sm" c="dimmed">
          {t('inbox.intro')}
          {t('desk.watchDrop')}
        </Text>
      }
      actions={
        <Button
          leftSection={<IconFileImport size={18} aria-hidden />}
          onClick={pickNow}
          loading={pick.isPending}
          disabled={state.readOnly}
          title={t('inbox.pickHint')}
        >
          {t('inbox.pick')}
        </Button>
      }
    >
      <Group justify="space-between" style={{ flex: 'none' }} wrap="nowrap">
        <WatchedFolder />
        <DeskSheetButton sheet={{ kind: 'separator' }} />
        <Switch
          label={t('inbox.showAll')}
          checked={showsAll}
          onChange={(event) => setShowsAll(event.currentTarget.checked)}
        />
      </Group>
      <AttentionList />
      <OrphanTray scans={inbox.data?.scans ?? []} />
      <Loaded query={inbox}>
        {({ scans }) => (
          <Rows
            label={t('inbox.list')}
            columns={columns}
            rows={showsAll ? scans : scans.filter(isOpen)}
            keyOf={(scan) => scan.id}
            onOpen={(scan) => go({ screen: 'review', scanId: scan.id })}
            empty={
              <>
                <Text fw={700}>{t('inbox.empty')}</Text>
                <Text size="sm">{t('inbox.emptyHint')}</Text>
              </>
            }
          />
        )}
      </Loaded>
    </Screen>
  )
}

/** Nothing is left to do with it at the inbox. */
const isSettled = (scan: ScanSummary): boolean => scan.stage === 'finished' || scan.stage === 'returned'

function columnsOf(t: TFunction): readonly Column<ScanSummary>[] {
  return [
    { key: 'arrival', title: t('inbox.arrival'), width: '80px', cell: (scan) => <b>{scan.arrivalNumber}</b> },
    {
      key: 'received',
      title: t('inbox.received'),
      width: '180px',
      cell: (scan) => <InstantText instant={scan.receivedAt} />,
    },
    {
      key: 'file',
      title: t('inbox.file'),
      width: 'minmax(90px, 1fr)',
      cell: (scan) => (
        <span title={`${scan.fileName} (${t(`common.route.${scan.route}`)})`}>
          <IconFileText size={16} aria-hidden style={{ verticalAlign: '-3px', marginRight: 4 }} />
          {scan.fileName}
        </span>
      ),
    },
    { key: 'pages', title: t('inbox.pages'), width: '28px', cell: (scan) => scan.pageCount },
    { key: 'verdict', title: t('inbox.verdict'), width: '254px', cell: (scan) => <VerdictCell scan={scan} /> },
    { key: 'work', title: t('inbox.work'), width: '160px', cell: (scan) => <WorkCell scan={scan} /> },
    { key: 'case', title: t('inbox.case'), width: '108px', cell: (scan) => scan.caseNumber ?? t('inbox.noCase') },
  ]
}

function VerdictCell({ scan }: { scan: ScanSummary }) {
  // Once final, what was found is masked or gone: a red badge would alarm for nothing.
  if (isSettled(scan) || scan.stage === 'wiped') return <>―</>
  return <VerdictBadge verdict={scan.verdict} />
}

function WorkCell({ scan }: { scan: ScanSummary }) {
  const { t } = useTranslation()
  const job = useJobOf(scan.id)
  if (job !== null && (job.state === 'running' || (job.state === 'failed' && scan.verdict === null))) {
    return <JobBar job={job} />
  }
  if (scan.stage === 'screened' && scan.undecided > 0) {
    return (
      <Text size="sm" fw={700}>
        {t('inbox.undecided', { n: scan.undecided })}
      </Text>
    )
  }
  return <StageBadge stage={scan.stage} />
}
