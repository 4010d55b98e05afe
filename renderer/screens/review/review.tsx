// One scan under the eye of a person: every finding decided, every page looked at, then masked for good.
import { Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Scan } from '../../../shared/ipc/parts.ts'
import { StageBadge } from '../../parts/badges.tsx'
import { InstantText } from '../../parts/dates.tsx'
import { Loaded, Screen } from '../../parts/screen.tsx'
import { useAnswer } from '../../queries.ts'
import { DiscardOfScan } from './discarding.tsx'
import { FilingOfScan } from './filing.tsx'
import { PaperOfScan } from './paper.tsx'
import { Desk } from './desk.tsx'

export function Review({ scanId }: { scanId: string }) {
  const { t } = useTranslation()
  const scan = useAnswer('scans.get', { id: scanId })
  return (
    <Screen
      title={t('review.title', { number: scan.data?.arrivalNumber ?? '' })}
      beside={scan.data !== undefined && <StageBadge stage={scan.data.stage} />}
      actions={
        scan.data !== undefined && (
          <>
            <DiscardOfScan scan={scan.data} />
            <FilingOfScan scan={scan.data} />
          </>
        )
      }
    >
      <Loaded query={scan}>{(value) => <OpenScan scan={value} />}</Loaded>
    </Screen>
  )
}

function OpenScan({ scan }: { scan: Scan }) {
  const { t } = useTranslation()
  return (
    <>
      <Group gap="md" justify="space-between" style={{ flex: 'none' }} wrap="nowrap">
        <Text size="sm" truncate>
          {t('review.fileName')}: {scan.fileName} <InstantText instant={scan.receivedAt} />
        </Text>
        <PaperOfScan scan={scan} />
      </Group>
      {scan.stage === 'returned' || scan.stage === 'wiped' ? (
        <Stack p="xl" align="center" bg="white">
          <Text fw={700}>{scan.stage === 'returned' ? t('review.returnedTitle') : t('review.wipedTitle')}</Text>
        </Stack>
      ) : (
        <Desk scan={scan} />
      )}
    </>
  )
}
