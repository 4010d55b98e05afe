// The monthly report: a month's counts at a glance, as charts or as tables; saved, printed, and the ledger's way out.
import { ActionIcon, Button, Group, SegmentedControl, SimpleGrid, Text } from '@mantine/core'
import { IconChevronLeft, IconChevronRight, IconDownload, IconPrinter, IconTableExport } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { lanes } from '../../../shared/cases.ts'
import type { Month, MonthReport } from '../../../shared/reports.ts'
import { addMonths } from '../../../shared/rules/calendar.ts'
import { useDateWords } from '../../parts/dates.tsx'
import { PrintDialog } from '../../parts/print-dialog.tsx'
import { Card, Loaded, Screen } from '../../parts/screen.tsx'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { Counts } from './counts.tsx'
import { LedgerDialog } from './ledger-dialog.tsx'
import classes from './reports.module.css'

type Look = 'chart' | 'table'

export function Reports() {
  const { t } = useTranslation()
  const { today, state, may } = useSession()
  const thisMonth = today.slice(0, 7)
  // What people report is the month that has ended.
  const [month, setMonth] = useState<Month>(addMonths(`${thisMonth}-01`, -1).slice(0, 7))
  const [look, setLook] = useState<Look>('chart')
  const [isPrinting, setPrinting] = useState(false)
  const [isExporting, setExporting] = useState(false)
  const report = useAnswer('reports.month', { month })
  const save = useAct('reports.save', { onDone: ({ kind }) => kind === 'saved' && tell(t('common.saved')) })
  const move = (months: number) => setMonth(addMonths(`${month}-01`, months).slice(0, 7))
  return (
    <Screen
      title={t('reports.title')}
      beside={
        <Group gap={4} wrap="nowrap" role="group" aria-label={t('reports.month')}>
          <ActionIcon variant="default" aria-label={t('reports.previous')} onClick={() => move(-1)}>
            <IconChevronLeft size={18} aria-hidden />
          </ActionIcon>
          <Text fw={700} w={90} ta="center">
            {month}
          </Text>
          <ActionIcon
            variant="default"
            aria-label={t('reports.next')}
            disabled={month >= thisMonth}
            onClick={() => move(1)}
          >
            <IconChevronRight size={18} aria-hidden />
          </ActionIcon>
        </Group>
      }
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            disabled={state.readOnly}
            loading={save.isPending}
            onClick={() => save.mutate({ month, as: 'pdf' })}
          >
            {t('reports.savePdf')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            disabled={state.readOnly}
            onClick={() => save.mutate({ month, as: 'csv' })}
          >
            {t('reports.saveCsv')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            disabled={state.readOnly}
            onClick={() => setPrinting(true)}
          >
            {t('reports.print')}
          </Button>
          {may('ledger.prepare') && (
            <Button
              leftSection={<IconTableExport size={18} aria-hidden />}
              disabled={state.readOnly}
              onClick={() => setExporting(true)}
            >
              {t('reports.ledger')}
            </Button>
          )}
        </>
      }
    >
      <Loaded query={report}>
        {(counted) => (
          <>
            <Group justify="space-between" style={{ flex: 'none' }}>
              <Period report={counted} />
              <SegmentedControl
                aria-label={t('reports.asChart')}
                size="xs"
                value={look}
                data={[
                  { value: 'chart', label: t('reports.asChart') },
                  { value: 'table', label: t('reports.asTable') },
                ]}
                onChange={(value) => setLook(value === 'table' ? 'table' : 'chart')}
              />
            </Group>
            <Figures report={counted} />
            <Parts report={counted} look={look} />
          </>
        )}
      </Loaded>
      {isPrinting && <Printing month={month} onClose={() => setPrinting(false)} />}
      {isExporting && <LedgerDialog onClose={() => setExporting(false)} />}
    </Screen>
  )
}

function Period({ report }: { report: MonthReport }) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  return (
    <Text size="sm">
      {t('reports.period', { from: dateWords(report.from), until: dateWords(report.until) })}
      {!report.isWhole && ` — ${t('reports.running')}`}
      <Text component="span" size="sm" c="dimmed">
        {' '}
        {t('reports.noPersons')}
      </Text>
    </Text>
  )
}

/** The four numbers that are read first. */
function Figures({ report }: { report: MonthReport }) {
  const { t } = useTranslation()
  const { answered, destruction } = report
  const arrived = report.arrived.reduce((sum, { lanes: counts }) => sum + total(counts), 0)
  const share = answered.all === 0 ? '―' : `${Math.floor((answered.inTime * 100) / answered.all)}%`
  return (
    <SimpleGrid cols={4} spacing="sm" style={{ flex: 'none' }}>
      <Figure
        name={t('reports.arrivedTotal')}
        value={String(arrived)}
        beside={t('reports.inquiries', { n: report.inquiries })}
      />
      <Figure name={t('reports.inTime')} value={share} beside={t('reports.inTimeOf', answered)} />
      <Figure
        name={t('reports.wiped')}
        value={String(destruction.wiped)}
        beside={`${t('reports.late')} ${destruction.late}`}
      />
      <Figure name={t('reports.open')} value={String(report.openTotal)} beside="" />
    </SimpleGrid>
  )
}

function Figure({ name, value, beside }: { name: string; value: string; beside: string }) {
  return (
    <section className={classes.figure} aria-label={name}>
      <Text size="sm" fw={700}>
        {name}
      </Text>
      <Group gap="xs" align="baseline">
        <Text fz={28} fw={700} lh={1.1}>
          {value}
        </Text>
        <Text size="sm" c="dimmed">
          {beside}
        </Text>
      </Group>
    </section>
  )
}

function Parts({ report, look }: { report: MonthReport; look: Look }) {
  const { t } = useTranslation()
  const { corrections, destruction } = report
  return (
    <SimpleGrid cols={2} spacing="sm" style={{ alignItems: 'start' }}>
      <Card title={t('reports.arrived')}>
        <Counts
          look={look}
          series={lanes.map((lane) => ({ key: lane, words: t(`common.lane.${lane}`) }))}
          rows={report.arrived.map(({ kind, lanes: counts }) => ({ words: t(`common.kind.${kind}`), counts }))}
        />
      </Card>
      <Card title={t('reports.inTime')}>
        <Counts
          look={look}
          series={[
            { key: 'inTime', words: t('reports.answeredInTime') },
            { key: 'late', words: t('reports.answeredLate') },
          ]}
          rows={report.answeredByKind.map(({ kind, all, inTime }) => ({
            words: t(`common.kind.${kind}`),
            counts: { inTime, late: all - inTime },
          }))}
        />
      </Card>
      <Card title={t('reports.outcomes')}>
        <Plain
          look={look}
          rows={report.outcomes.map(({ outcome, count }) => ({ words: t(`reports.outcome.${outcome}`), count }))}
        />
      </Card>
      <Card title={t('reports.refusals')}>
        <Plain
          look={look}
          rows={report.refusals.map(({ reason, count }) => ({ words: t(`case.refusal.${reason}`), count }))}
        />
      </Card>
      <Card title={t('reports.corrections')}>
        <Text size="sm">{t('reports.correctionLetters', { n: corrections.letters })}</Text>
        <Plain
          look={look}
          rows={corrections.reasons
            .filter(({ reason, count }) => count > 0 || reason === 'domicile-visible')
            .map(({ reason, count }) => ({ words: t(`reports.correction.${reason}`), count }))}
        />
      </Card>
      <Card title={t('reports.open')}>
        <Plain
          look={look}
          rows={report.open.map(({ state, count }) => ({ words: t(`common.caseState.${state}`), count }))}
        />
      </Card>
      <Card title={t('reports.destruction')}>
        <Plain
          look="table"
          rows={[
            { words: t('reports.wiped'), count: destruction.wiped },
            { words: t('reports.late'), count: destruction.late },
            { words: t('reports.longest'), count: destruction.longestDelayDays },
            { words: t('reports.early'), count: destruction.early },
            { words: t('reports.overdue'), count: destruction.overdue },
          ]}
        />
      </Card>
    </SimpleGrid>
  )
}

function Plain({ rows, look }: { rows: readonly { words: string; count: number }[]; look: Look }) {
  const { t } = useTranslation()
  return (
    <Counts
      look={look}
      series={[{ key: 'count', words: t('reports.count') }]}
      rows={rows.map(({ words, count }) => ({ words, counts: { count } }))}
    />
  )
}

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0)

function Printing({ month, onClose }: { month: Month; onClose: () => void }) {
  const { t } = useTranslation()
  const print = useAct('reports.print', {
    onDone: () => {
      tell(t('common.printed'))
      onClose()
    },
  })
  return (
    <PrintDialog
      opened
      printing={print.isPending}
      onClose={onClose}
      onPrint={(printer) => print.mutate({ month, printer })}
    />
  )
}
