// Cases whose requester looks like somebody, each with what is to be done about it.
import { Badge, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SimilarCase } from '../../shared/ipc/belongings.ts'
import { CaseStateBadge } from './badges.tsx'
import { DateText } from './dates.tsx'

export function SimilarCases(props: {
  label: string
  cases: readonly SimilarCase[]
  renderActions: (one: SimilarCase) => ReactNode
}) {
  const { t } = useTranslation()
  return (
    <Stack gap={6} role="list" aria-label={props.label}>
      {props.cases.map((one) => (
        <Group key={one.caseId} role="listitem" justify="space-between" wrap="nowrap" gap="xs">
          <Group gap="xs">
            <Text size="sm" fw={700}>
              {one.number} {one.requesterName}
            </Text>
            <Badge color={one.likeness === 'name-and-address' ? 'orange' : 'gray'}>
              {t(`belongings.notes.likeness.${one.likeness}`)}
            </Badge>
            <Text size="sm">{t(`common.kind.${one.kind}`)}</Text>
            <Text size="sm" component="div">
              {one.arrivedOn !== null && <DateText date={one.arrivedOn} />}
            </Text>
            <CaseStateBadge state={one.state} />
          </Group>
          {props.renderActions(one)}
        </Group>
      ))}
    </Stack>
  )
}
