// Scans whose code leads nowhere: each with the reason in one sentence, and the way to where it is filed or discarded.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconMailQuestion } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ScanSummary } from '../../../shared/ipc/parts.ts'
import { useGoing } from '../../places.ts'

export function OrphanTray({ scans }: { scans: readonly ScanSummary[] }) {
  const { t } = useTranslation()
  const { go } = useGoing()
  const orphans = scans.flatMap((scan) => {
    const { orphan } = scan.filing
    return orphan === null || scan.caseId !== null || scan.stage === 'wiped' ? [] : [{ scan, orphan }]
  })
  if (orphans.length === 0) return null
  return (
    <Alert
      color="grape"
      p="xs"
      title={`${t('inbox.orphans')}(${t('common.items', { n: orphans.length })})`}
      style={{ flex: 'none' }}
    >
      <Stack gap={4} role="list" aria-label={t('inbox.orphans')} mah={180} style={{ overflowY: 'auto' }}>
        {orphans.map(({ scan, orphan }) => (
          <Group key={scan.id} role="listitem" gap="xs" wrap="nowrap" justify="space-between">
            <Group gap={6} wrap="nowrap" style={{ minWidth: 0 }}>
              <IconMailQuestion size={18} aria-hidden style={{ flex: 'none' }} />
              <Text size="sm">
                <b>{scan.arrivalNumber}</b> {t(`inbox.orphan.${orphan}`)}
              </Text>
            </Group>
            <Button size="compact-sm" variant="default" onClick={() => go({ screen: 'review', scanId: scan.id })}>
              {t('inbox.openOrphan')}
            </Button>
          </Group>
        ))}
      </Stack>
    </Alert>
  )
}
