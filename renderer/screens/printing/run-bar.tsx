// A run of the printer: how far it is and the one button that stops it; afterwards what was printed and what was not.
import { Alert, Button, Group, List, Progress, Text } from '@mantine/core'
import { IconPlayerStop } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintRun } from '../../../shared/printing.ts'
import type { Run } from './use-print-run.ts'

export function RunBar({ run }: { run: Run }) {
  const { t } = useTranslation()
  const { job, ended } = run
  const [seen, setSeen] = useState<PrintRun | null>(null)
  if (job !== null) {
    const percent = Math.round(job.fraction * 100)
    return (
      <Alert color="blue" role="status" style={{ flex: 'none' }} title={t('printing.running')}>
        <Group wrap="nowrap">
          <Progress value={percent} size="lg" aria-label={t('printing.running')} style={{ flex: 1 }} />
          <Text size="sm" w={44} ta="right">
            {percent}%
          </Text>
          <Button
            color="red"
            leftSection={<IconPlayerStop size={18} aria-hidden />}
            disabled={run.isStopping}
            onClick={run.stop}
          >
            {t('printing.stop')}
          </Button>
        </Group>
        {run.isStopping && <Text size="sm">{t('printing.stopping')}</Text>}
      </Alert>
    )
  }
  if (ended === null || ended === seen) return null
  const isWhole = ended.endedBy === 'last-letter' && ended.failed.length === 0
  return (
    <Alert
      color={isWhole ? 'teal' : 'orange'}
      role={isWhole ? 'status' : 'alert'}
      style={{ flex: 'none' }}
      title={t(`printing.ended.${ended.endedBy}`)}
      withCloseButton
      closeButtonLabel={t('common.close')}
      onClose={() => setSeen(ended)}
    >
      <Text size="sm">{t('printing.printedCount', { n: ended.printed })}</Text>
      {ended.failed.length > 0 && (
        <>
          <Text size="sm">{t('printing.failedCount', { n: ended.failed.length })}</Text>
          <List size="sm">
            {ended.failed.map(({ id, caseNumber, code }) => (
              <List.Item key={id}>
                {caseNumber}: {t(`faults.${code}`)}
              </List.Item>
            ))}
          </List>
        </>
      )}
      {ended.left > 0 && <Text size="sm">{t('printing.leftCount', { n: ended.left })}</Text>}
    </Alert>
  )
}
