// The frame of every screen: a heading, its actions, a body; and the three states of something being read.
import { Alert, Button, Group, Loader, Stack, Text, Title } from '@mantine/core'
import { IconAlertCircle } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFaultSentence } from '../fault-sentence.ts'

export function Screen(props: { title: ReactNode; beside?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <Stack gap="sm" p="md" h="100%" style={{ minHeight: 0, overflowY: 'auto' }}>
      <Group justify="space-between" wrap="nowrap" gap="md" style={{ flex: 'none' }}>
        <Group gap="md" wrap="nowrap" style={{ minWidth: 0 }}>
          <Title order={1} style={{ whiteSpace: 'nowrap' }}>
            {props.title}
          </Title>
          {props.beside}
        </Group>
        <Group gap="xs" wrap="nowrap">
          {props.actions}
        </Group>
      </Group>
      {props.children}
    </Stack>
  )
}

/** Shows what was read, or that it is being read, or why it could not be. */
export function Loaded<Value>({
  query,
  children,
}: {
  query: UseQueryResult<Value>
  children: (value: Value) => ReactNode
}) {
  const { t } = useTranslation()
  const sentenceOf = useFaultSentence()
  if (query.data !== undefined) return children(query.data)
  if (query.isError) {
    return (
      <Alert color="red" icon={<IconAlertCircle aria-hidden />} title={sentenceOf(query.error)} m="md">
        <Button variant="default" onClick={() => void query.refetch()}>
          {t('common.tryAgain')}
        </Button>
      </Alert>
    )
  }
  return (
    <Group p="md" gap="sm" role="status">
      <Loader size="sm" />
      <Text size="sm">{t('common.loading')}</Text>
    </Group>
  )
}

/** A white card with a heading of its own. */
export function Card(props: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <Stack
      component="section"
      aria-label={props.title}
      gap="xs"
      p="sm"
      bg="white"
      style={{ border: '1px solid #d5d9e2', borderRadius: 4 }}
    >
      <Group justify="space-between" gap="xs">
        <Title order={2}>{props.title}</Title>
        <Group gap="xs">{props.actions}</Group>
      </Group>
      {props.children}
    </Stack>
  )
}
