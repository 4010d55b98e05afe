// Files that were refused, arrived twice, or whose source is still there: each in one sentence with what may be done.
import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import { IconCopy, IconFileAlert, IconFileX, type Icon } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { unreachable } from '../../../shared/faults.ts'
import type { Attention } from '../../../shared/ipc/parts.ts'
import { useAct, useAnswer } from '../../queries.ts'

const icons: Record<Attention['outcome']['kind'], Icon> = {
  refused: IconFileX,
  duplicate: IconCopy,
  'source-remains': IconFileAlert,
}

export function AttentionList() {
  const { t } = useTranslation()
  const attention = useAnswer('intake.attention', {})
  const resolve = useAct('intake.resolveAttention')
  const items = attention.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Alert
      color="orange"
      p="xs"
      title={`${t('inbox.attention')}(${t('common.items', { n: items.length })})`}
      style={{ flex: 'none' }}
    >
      <Stack gap={4} role="list" aria-label={t('inbox.attention')} mah={180} style={{ overflowY: 'auto' }}>
        {items.map((item) => {
          const ItemIcon = icons[item.outcome.kind]
          return (
            <Group key={item.id} role="listitem" gap="xs" wrap="nowrap" justify="space-between">
              <Group gap={6} wrap="nowrap" style={{ minWidth: 0 }}>
                <ItemIcon size={18} aria-hidden style={{ flex: 'none' }} />
                <Text size="sm">{sentenceOf(item, t)}</Text>
              </Group>
              <Group gap={6} wrap="nowrap">
                {item.actions.map((action) => (
                  <Button
                    key={action}
                    size="compact-sm"
                    variant="default"
                    disabled={resolve.isPending}
                    onClick={() => resolve.mutate({ id: item.id, action })}
                  >
                    {t(`inbox.action.${action}`)}
                  </Button>
                ))}
              </Group>
            </Group>
          )
        })}
      </Stack>
    </Alert>
  )
}

function sentenceOf({ fileName: name, outcome }: Attention, t: TFunction): string {
  switch (outcome.kind) {
    case 'refused':
      return t('inbox.refused', { name, reason: t(`inbox.reason.${outcome.reason}`) })
    case 'duplicate':
      return t('inbox.duplicate', { name, number: outcome.arrivalNumber })
    case 'source-remains':
      return t('inbox.sourceRemains', { name })
    default:
      return unreachable(outcome)
  }
}
