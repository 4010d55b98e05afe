// The dated rules of the desk: what holds today per entry, its source and standing; one entry opens with all its versions.
import { Alert, Badge, SegmentedControl, Text } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconClock, IconQuestionMark } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDate } from '../../../shared/dates.ts'
import {
  datedTables,
  datedTableSchema,
  inForceOn,
  policyGaps,
  type DatedTable,
  type DatedVersion,
} from '../../../shared/rules/dated/index.ts'
import { isReviewDue, isWithdrawn } from '../../../shared/rules/dated/version.ts'
import { DateText, useDateWords } from '../../parts/dates.tsx'
import { Rows, type Column } from '../../parts/rows.tsx'
import { contentLine, entryName } from '../../parts/rule-names.ts'
import { RulesReview } from '../../parts/rules-review.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { RuleHistory } from './rule-history.tsx'

export function Rules() {
  const { t } = useTranslation()
  const { state } = useSession()
  const dateWords = useDateWords()
  const rules = useAnswer('rules.list', {})
  const [table, setTable] = useState<DatedTable>('id-documents')
  const [opened, setOpened] = useState<DatedVersion['entry'] | null>(null)
  return (
    <Screen
      title={t('rules.title')}
      actions={
        <SegmentedControl
          aria-label={t('rules.tables')}
          value={table}
          data={datedTables.map((value) => ({ value, label: t(`rules.table.${value}`) }))}
          onChange={(value) => setTable(datedTableSchema.parse(value))}
        />
      }
    >
      <RulesReview />
      <Loaded query={rules}>
        {({ versions, names }) => (
          <>
            {table === 'id-documents' && <PolicyGaps versions={versions} today={state.today} />}
            <Rows
              label={t(`rules.table.${table}`)}
              columns={columnsOf(t, state.today, versions, dateWords)}
              rows={inForceOn(versions, state.today).filter((version) => version.table === table)}
              keyOf={(version) => version.entry}
              onOpen={(version) => setOpened(version.entry)}
              rowHeightPx={70}
              empty={t('rules.none')}
            />
            {opened !== null && (
              <RuleHistory
                versions={versions.filter((version) => version.table === table && version.entry === opened)}
                names={names}
                onClose={() => setOpened(null)}
              />
            )}
          </>
        )}
      </Loaded>
    </Screen>
  )
}

/** The published policy is not ours to change: the administrator is told where it and the law have parted. */
function PolicyGaps({ versions, today }: { versions: readonly DatedVersion[]; today: CalendarDate }) {
  const { t } = useTranslation()
  const { dead, omitted } = policyGaps(versions, today)
  if (dead.length === 0 && omitted.length === 0) return null
  const named = (kinds: typeof dead) => kinds.map((kind) => t(`rules.idKind.${kind}`)).join('、')
  return (
    <Alert
      color="orange"
      p="xs"
      icon={<IconAlertTriangle aria-hidden />}
      title={t('rules.gapsTitle')}
      style={{ flex: 'none' }}
    >
      {dead.length > 0 && <Text size="sm">{t('rules.gapsDead', { kinds: named(dead) })}</Text>}
      {omitted.length > 0 && <Text size="sm">{t('rules.gapsOmitted', { kinds: named(omitted) })}</Text>}
      <Text size="sm">{t('rules.gapsText')}</Text>
    </Alert>
  )
}

function Standing({ version, today }: { version: DatedVersion; today: CalendarDate }) {
  const { t } = useTranslation()
  if (isReviewDue(version, today)) {
    return (
      <Badge color="orange" size="lg" fz={13} px={8} leftSection={<IconClock size={14} aria-hidden />}>
        {t('rules.due')}
      </Badge>
    )
  }
  return version.confirmed ? (
    <Badge color="teal" size="lg" fz={13} px={8} leftSection={<IconCheck size={14} aria-hidden />}>
      {t('rules.confirmed')}
    </Badge>
  ) : (
    <Badge
      color="orange"
      size="lg"
      fz={13}
      px={8}
      title={t('rules.unconfirmedHint')}
      leftSection={<IconQuestionMark size={14} aria-hidden />}
    >
      {t('rules.unconfirmed')}
    </Badge>
  )
}

/** Rows are of one line elsewhere; a rule says more than fits on one. */
const wrapped = { whiteSpace: 'normal', overflowWrap: 'anywhere' } as const

function columnsOf(
  t: TFunction,
  today: CalendarDate,
  versions: readonly DatedVersion[],
  dateWords: (date: CalendarDate) => string,
): readonly Column<DatedVersion>[] {
  const nextOf = (version: DatedVersion) =>
    versions
      .filter((one) => one.table === version.table && one.entry === version.entry && one.validFrom > today)
      .find((one) => !isWithdrawn(one))
  return [
    {
      key: 'entry',
      title: t('rules.entry'),
      width: 'minmax(150px, 0.6fr)',
      cell: (version) => (
        <Text size="sm" fw={700} lineClamp={3} style={wrapped}>
          {entryName(version, t)}
        </Text>
      ),
    },
    {
      key: 'content',
      title: t('rules.content'),
      width: 'minmax(220px, 1.4fr)',
      cell: (version) => {
        const next = nextOf(version)
        return (
          <>
            <Text
              size="sm"
              lh={1.4}
              lineClamp={next === undefined ? 3 : 2}
              style={wrapped}
              title={contentLine(version, t)}
            >
              {contentLine(version, t)}
            </Text>
            {next !== undefined && (
              <Text size="xs" c="blue.9">
                {t('rules.future', { date: dateWords(next.validFrom) })}
              </Text>
            )}
          </>
        )
      },
    },
    {
      key: 'validFrom',
      title: t('rules.validFrom'),
      width: '150px',
      cell: (version) => <DateText date={version.validFrom} western="below" />,
    },
    {
      key: 'checkedOn',
      title: t('rules.checkedOn'),
      width: '150px',
      cell: (version) => <DateText date={version.checkedOn} western="below" />,
    },
    {
      key: 'source',
      title: t('rules.source'),
      width: 'minmax(150px, 0.8fr)',
      cell: (version) => (
        <Text size="xs" lineClamp={3} style={wrapped} title={version.source}>
          {version.source}
        </Text>
      ),
    },
    {
      key: 'standing',
      title: t('rules.standing'),
      width: '150px',
      cell: (version) => <Standing version={version} today={today} />,
    },
  ]
}
