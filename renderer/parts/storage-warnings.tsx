// Risks of the place where the data lie, in calm words.
import { Alert, List } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Session } from '../session.ts'

export function StorageWarnings({ warnings }: { warnings: Session['state']['storageWarnings'] }) {
  const { t } = useTranslation()
  if (warnings.length === 0) return null
  return (
    <Alert
      color="yellow"
      p="xs"
      icon={<IconInfoCircle aria-hidden />}
      title={t('desk.storageTitle')}
      style={{ flex: 'none' }}
    >
      <List size="sm">
        {warnings.map((warning) => (
          <List.Item key={warning}>{t(`desk.storage.${warning}`)}</List.Item>
        ))}
      </List>
    </Alert>
  )
}
