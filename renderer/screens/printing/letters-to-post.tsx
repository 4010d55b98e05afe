// The letters that are made and not yet posted, with a tick each; what is not printed is ticked to begin with.
import { Badge, Button, Checkbox, Group, SegmentedControl, Text } from '@mantine/core'
import { IconPrinter, IconTags } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallAnswer } from '../../../shared/ipc/contract.ts'
import { mostLettersOnLabels } from '../../../shared/labels.ts'
import { mostLettersOfRun } from '../../../shared/printing.ts'
import { InstantText, useInstantWords } from '../../parts/dates.tsx'
import { Rows, type Column } from '../../parts/rows.tsx'
import { useGoing } from '../../places.ts'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { LabelsDialog } from './labels-dialog.tsx'
import { RunDialog } from './run-dialog.tsx'
import type { Run } from './use-print-run.ts'

export type LetterToPost = CallAnswer<'notices.toPost'>['letters'][number]

const filters = ['unprinted', 'printed', 'all'] as const
type Filter = (typeof filters)[number]

const isUnprinted = ({ printedAt }: LetterToPost): boolean => printedAt === null

export function LettersToPost({ letters, run }: { letters: readonly LetterToPost[]; run: Run }) {
  const { t } = useTranslation()
  const { go } = useGoing()
  const { state } = useSession()
  const [filter, setFilter] = useState<Filter>('unprinted')
  /** What a person ticked or unticked; the others stand as they begin. */
  const [changed, setChanged] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [isStarting, setStarting] = useState(false)
  const [isLabelling, setLabelling] = useState(false)
  const shown = letters.filter((letter) => filter === 'all' || isUnprinted(letter) === (filter === 'unprinted'))
  const isTicked = (letter: LetterToPost): boolean =>
    changed.get(letter.id) ?? (isUnprinted(letter) && !letter.isUnsettled)
  const tick = (some: readonly LetterToPost[], ticked: boolean) =>
    setChanged(new Map([...changed, ...some.map(({ id }) => [id, ticked] as const)]))
  const ticked = shown.filter(isTicked)
  const toPrint = ticked
    .filter((letter) => isUnprinted(letter) && !letter.isUnsettled)
    .slice(0, mostLettersOfRun)
    .map(({ id }) => id)
  const toLabel = ticked
    .filter(({ recipientName }) => recipientName !== null)
    .slice(0, mostLettersOnLabels)
    .map(({ id }) => id)
  const columns = useColumns(isTicked, (letter, on) => tick([letter], on))
  return (
    <>
      <Group justify="space-between" style={{ flex: 'none' }}>
        <Group gap="md">
          <SegmentedControl
            aria-label={t('printing.filter')}
            value={filter}
            data={filters.map((value) => ({
              value,
              label: `${t(`printing.filterOf.${value}`)} ${letters.filter((letter) => value === 'all' || isUnprinted(letter) === (value === 'unprinted')).length}`,
            }))}
            onChange={(value) => setFilter(value)}
          />
          <Checkbox
            label={t('printing.tickAll')}
            checked={shown.length > 0 && ticked.length === shown.length}
            indeterminate={ticked.length > 0 && ticked.length < shown.length}
            disabled={shown.length === 0}
            onChange={(event) => tick(shown, event.currentTarget.checked)}
          />
          <Text size="sm" role="status">
            {t('printing.ticked', { n: ticked.length })}
          </Text>
        </Group>
        {!state.readOnly && (
          <Group gap="xs">
            <Button
              variant="default"
              leftSection={<IconTags size={18} aria-hidden />}
              disabled={toLabel.length === 0}
              onClick={() => setLabelling(true)}
            >
              {t('printing.labels')}
            </Button>
            <Button
              leftSection={<IconPrinter size={18} aria-hidden />}
              disabled={toPrint.length === 0 || run.job !== null}
              onClick={() => setStarting(true)}
            >
              {t('printing.run')}
            </Button>
          </Group>
        )}
      </Group>
      <Rows
        label={t('printing.list')}
        columns={columns}
        rows={shown}
        keyOf={({ id }) => id}
        onOpen={({ caseId }) => go({ screen: 'case', caseId })}
        empty={t(filter === 'unprinted' ? 'printing.noneUnprinted' : 'printing.none')}
      />
      {isLabelling && <LabelsDialog ids={toLabel} onClose={() => setLabelling(false)} />}
      {isStarting && (
        <RunDialog
          ids={toPrint}
          onClose={() => setStarting(false)}
          onStart={(request) => {
            setStarting(false)
            run.start(request)
          }}
        />
      )}
    </>
  )
}

function useColumns(
  isTicked: (letter: LetterToPost) => boolean,
  onTick: (letter: LetterToPost, ticked: boolean) => void,
): readonly Column<LetterToPost>[] {
  const { t } = useTranslation()
  return [
    {
      key: 'tick',
      title: '',
      width: '44px',
      cell: (letter) => (
        <Checkbox
          aria-label={t('printing.tick', { number: letter.caseNumber })}
          checked={isTicked(letter)}
          onChange={(event) => onTick(letter, event.currentTarget.checked)}
        />
      ),
    },
    { key: 'number', title: t('printing.number'), width: '130px', cell: ({ caseNumber }) => <b>{caseNumber}</b> },
    {
      key: 'letter',
      title: t('printing.letter'),
      width: 'minmax(150px, 1.2fr)',
      cell: ({ kind }) => t(`letters.name.${kind}`),
    },
    {
      key: 'addressee',
      title: t('printing.addressee'),
      width: 'minmax(100px, 1fr)',
      cell: ({ recipientName }) => recipientName ?? '―',
    },
    { key: 'made', title: t('printing.made'), width: '190px', cell: ({ madeAt }) => <InstantText instant={madeAt} /> },
    { key: 'pages', title: t('printing.pages'), width: '50px', cell: ({ pageCount }) => pageCount },
    { key: 'state', title: t('printing.state'), width: '270px', cell: (letter) => <PrintState letter={letter} /> },
  ]
}

function PrintState({ letter }: { letter: LetterToPost }) {
  const { t } = useTranslation()
  const instantWords = useInstantWords()
  const settle = useAct('notices.settlePrint')
  if (!letter.isUnsettled) {
    return letter.printedAt === null ? (
      <Badge color="orange">{t('printing.unprinted')}</Badge>
    ) : (
      <Badge color="gray">{t('case.printedAt', { at: instantWords(letter.printedAt) })}</Badge>
    )
  }
  return (
    <Group gap={4} wrap="nowrap" title={t('printing.unsettled')}>
      <Badge color="red">{t('printing.unsettledShort')}</Badge>
      <Button
        size="compact-xs"
        variant="default"
        loading={settle.isPending}
        onClick={() => settle.mutate({ id: letter.id, outcome: 'on-paper' })}
      >
        {t('printing.onPaper')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        loading={settle.isPending}
        onClick={() => settle.mutate({ id: letter.id, outcome: 'not-printed' })}
      >
        {t('printing.notPrinted')}
      </Button>
    </Group>
  )
}
