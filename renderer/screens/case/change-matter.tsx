// Another kind of request or another lane than was thought: chosen, and what it does to the case's dates, before it is saved.
import { Alert, Button, Group, Select, Stack, Table, Text } from '@mantine/core'
import { IconReplace } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  laneSchema,
  lanes,
  requestKinds,
  requestKindSchema,
  trackOf,
  type Clock,
  type Deadline,
} from '../../../shared/cases.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { feeOf } from '../../../shared/rules/fee.ts'
import { mergeChanges } from '../../../shared/rules/merge-changes.ts'
import { useDateWords } from '../../parts/dates.tsx'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Loaded } from '../../parts/screen.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { CaseChanges, Meanwhile, useSeen } from './meanwhile.tsx'

type Matter = Pick<CaseRecord, 'kind' | 'lane'>

/** Until the answer goes out: after that it was given to what was asked for. */
const stillOpen: ReadonlySet<CaseRecord['state']> = new Set<CaseRecord['state']>([
  'inquired',
  'awaiting-form',
  'received',
  'awaiting-correction',
  'verified',
  'consulting',
])

export function MatterButton({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [isChanging, setChanging] = useState(false)
  if (state.readOnly || !stillOpen.has(record.state)) return null
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={<IconReplace size={15} aria-hidden />}
        onClick={() => setChanging(true)}
      >
        {t('changes.change')}
      </Button>
      {isChanging && <ChangeMatter record={record} onClose={() => setChanging(false)} />}
    </>
  )
}

function ChangeMatter({ record, onClose }: { record: CaseRecord; onClose: () => void }) {
  const { t } = useTranslation()
  const now: Matter = { kind: record.kind, lane: record.lane }
  const seen = useSeen(record.version)
  const [opened, setOpened] = useState(now)
  const [chosen, setChosen] = useState(now)
  const change = useAct('cases.changeMatter', {
    onDone: () => {
      tell(t('changes.changed'))
      onClose()
    },
  })
  const isSame = chosen.kind === now.kind && chosen.lane === now.lane
  return (
    <Dialog opened onClose={onClose} title={t('changes.changeTitle')} size={720}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (!isSame) change.mutate({ id: record.id, version: seen.version, ...chosen })
        }}
      >
        <Stack>
          <Meanwhile
            seen={seen}
            onGoOn={() => {
              setChosen(mergeChanges(['kind', 'lane'], { opened, typed: chosen, now }).value)
              setOpened(now)
            }}
          >
            <CaseChanges record={record} seen={seen} />
          </Meanwhile>
          <Group grow align="flex-start">
            <Select
              label={t('case.kind')}
              data={requestKinds
                .filter((value) => trackOf(value) === trackOf(record.kind))
                .map((value) => ({ value, label: t(`common.kind.${value}`) }))}
              value={chosen.kind}
              allowDeselect={false}
              data-autofocus
              onChange={(value) => setChosen({ ...chosen, kind: requestKindSchema.parse(value) })}
            />
            <Select
              label={t('case.lane')}
              data={lanes.map((value) => ({ value, label: t(`common.lane.${value}`) }))}
              value={chosen.lane}
              allowDeselect={false}
              onChange={(value) => setChosen({ ...chosen, lane: laneSchema.parse(value) })}
            />
          </Group>
          {!isSame && <Consequences record={record} chosen={chosen} />}
          <DialogEnd
            action={t('common.save')}
            disabled={isSame || seen.isBehind}
            loading={change.isPending}
            onCancel={onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}

function Consequences({ record, chosen }: { record: CaseRecord; chosen: Matter }) {
  const { t } = useTranslation()
  const tried = useAnswer('cases.tryMatter', { id: record.id, ...chosen })
  const hasApprovals = record.approvals.some(({ state }) => state === 'waiting' || state === 'given')
  const fees = [feeOf(record.kind), feeOf(chosen.kind)] as const
  return (
    <Stack gap="xs">
      <Loaded query={tried}>{({ deadlines }) => <Moves moves={movesBetween(record.deadlines, deadlines)} />}</Loaded>
      {fees[0] === 0 && fees[1] > 0 && <Text size="sm">{t('changes.feeBegins')}</Text>}
      {fees[0] > 0 && fees[1] === 0 && <Text size="sm">{t('changes.feeEnds')}</Text>}
      {hasApprovals && (
        <Alert color="orange" p="xs">
          {t('changes.lapses')}
        </Alert>
      )}
    </Stack>
  )
}

interface Move {
  clock: Clock
  before: Deadline | null
  after: Deadline | null
}

/** Clocks that come, go or stand at another date. */
function movesBetween(before: readonly Deadline[], after: readonly Deadline[]): Move[] {
  const names = new Set([...before, ...after].map(({ clock }) => clock))
  return [...names]
    .map((clock) => ({
      clock,
      before: before.find((one) => one.clock === clock) ?? null,
      after: after.find((one) => one.clock === clock) ?? null,
    }))
    .filter((move) => move.before?.due !== move.after?.due || move.before?.status !== move.after?.status)
}

function Moves({ moves }: { moves: readonly Move[] }) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  const words = (deadline: Deadline): string => (deadline.due === null ? t('case.stopped') : dateWords(deadline.due))
  if (moves.length === 0) return <Text size="sm">{t('changes.noMoves')}</Text>
  return (
    <Table fz="sm" verticalSpacing={4} aria-label={t('changes.moves')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('changes.moves')}</Table.Th>
          <Table.Th>{t('calendar.before')}</Table.Th>
          <Table.Th>{t('calendar.after')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {moves.map(({ clock, before, after }) => (
          <Table.Tr key={clock}>
            <Table.Td>{t(`common.clock.${clock}`)}</Table.Td>
            <Table.Td>{before === null ? t('changes.appears') : words(before)}</Table.Td>
            <Table.Td fw={700}>{after === null ? t('changes.vanishes') : words(after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
