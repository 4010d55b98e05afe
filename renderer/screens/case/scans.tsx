// The scans filed to the case, each one step from its review.
import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { PaperBadge, StageBadge } from '../../parts/badges.tsx'
import { DeskSheetButton } from '../../parts/desk-sheet-button.tsx'
import { Card } from '../../parts/screen.tsx'
import { useGoing } from '../../places.ts'
import classes from './case.module.css'

export function Scans({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { go } = useGoing()
  return (
    <Card
      title={t('case.scans')}
      actions={record.state !== 'wiped' && <DeskSheetButton sheet={{ kind: 'cover', caseId: record.id }} />}
    >
      {record.scans.length === 0 && <Text size="sm">{t('case.noScans')}</Text>}
      <Stack gap={6} role="list" aria-label={t('case.scans')}>
        {record.scans.map((scan) => (
          <div key={scan.id} role="listitem" className={classes.row}>
            <Group gap={6}>
              <Text fw={700} size="sm">
                {scan.arrivalNumber}
              </Text>
              <Text size="sm">{t(`common.scanRole.${scan.role}`)}</Text>
              <StageBadge stage={scan.stage} />
              {scan.stage !== 'wiped' && <PaperBadge state={scan.paper.state} />}
            </Group>
            {scan.stage !== 'wiped' && (
              <Button
                size="compact-sm"
                variant="default"
                style={{ flex: 'none' }}
                onClick={() => go({ screen: 'review', scanId: scan.id })}
              >
                {t('case.openScan', { number: scan.arrivalNumber })}
              </Button>
            )}
          </div>
        ))}
      </Stack>
    </Card>
  )
}
