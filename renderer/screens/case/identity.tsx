// The check of identity: both pages beside each other, what is written on them compared, the rule of the day, the result.
import { Badge, Group, SimpleGrid, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CallAnswer } from '../../../shared/ipc/contract.ts'
import type { CaseRecord } from '../../../shared/ipc/parts.ts'
import { DateText } from '../../parts/dates.tsx'
import { Card, Loaded } from '../../parts/screen.tsx'
import { useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { Agents } from './agents.tsx'
import classes from './case.module.css'
import { IdentityForm } from './identity-form.tsx'
import { IdentityPages } from './identity-pages.tsx'

export function Identity({ record }: { record: CaseRecord }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const checks = useAnswer('identity.ofCase', { caseId: record.id })
  const mayCheck = record.requester !== null && !state.readOnly
  return (
    <Stack gap="sm">
      <SimpleGrid cols={2} spacing="sm" style={{ alignItems: 'start' }}>
        <Card title={t('belongings.identity.pictures')}>
          <IdentityPages record={record} />
        </Card>
        <Card title={t('belongings.identity.title')}>
          {mayCheck && record.requester !== null && <IdentityForm record={record} requester={record.requester} />}
        </Card>
      </SimpleGrid>
      <Card title={t('belongings.identity.history')}>
        <Loaded query={checks}>{(value) => <Checks value={value} />}</Loaded>
      </Card>
      <Agents record={record} />
    </Stack>
  )
}

function Checks({ value }: { value: CallAnswer<'identity.ofCase'> }) {
  const { t } = useTranslation()
  if (value.checks.length === 0) return <Text size="sm">{t('belongings.identity.none')}</Text>
  return (
    <Stack gap={6} role="list" aria-label={t('belongings.identity.history')}>
      {value.checks.map((check, index) => (
        <div key={check.id} role="listitem" className={classes.row} style={{ display: 'block' }}>
          <Group gap="sm">
            <Badge color={check.result === 'verified' ? 'teal' : 'orange'} size="lg">
              {t(`belongings.identity.result.${check.result}`)}
            </Badge>
            <Text size="sm" component="div">
              <DateText date={check.checkedOn} /> {check.checkedBy}
            </Text>
            <Text size="sm">
              {t(`rules.idKind.${check.idKind}`)} / {t(`belongings.identity.methodOf.${check.method}`)}
            </Text>
            {check.id === value.standsId && <Badge color="indigo">{t('belongings.identity.stands')}</Badge>}
            {index === 0 && value.standsId === null && (
              <Text size="sm" c="#8a3200" fw={700}>
                {t('belongings.identity.noLonger')}
              </Text>
            )}
          </Group>
          {check.needs.length > 0 && (
            <Text size="sm">{check.needs.map((need) => t(`letters.item.${need}`)).join(' / ')}</Text>
          )}
          {check.details !== null && check.details.reason !== '' && (
            <Text size="sm" c="dimmed">
              {check.details.reason}
            </Text>
          )}
        </div>
      ))}
    </Stack>
  )
}
