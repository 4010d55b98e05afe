// One rule with all its versions, newest first, and what an administrator may do: check it, follow it, take back what is not yet in force.
import { Badge, Button, Group, Stack, Text } from '@mantine/core'
import { IconChecks, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDate } from '../../../shared/dates.ts'
import type { CallAnswer } from '../../../shared/ipc/contract.ts'
import type { DatedVersion } from '../../../shared/rules/dated/index.ts'
import { isWithdrawn, versionOn } from '../../../shared/rules/dated/version.ts'
import { DateText, useInstantWords } from '../../parts/dates.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { entryName } from '../../parts/rule-names.ts'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'
import { CheckForm } from './check-form.tsx'
import { RuleContent } from './rule-content.tsx'
import { RuleForm } from './rule-form.tsx'

export function RuleHistory(props: {
  versions: readonly DatedVersion[]
  names: CallAnswer<'rules.list'>['names']
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { state, may } = useSession()
  const [doing, setDoing] = useState<'reading' | 'checking' | 'adding'>('reading')
  const current = versionOn(props.versions, state.today) ?? props.versions[0]
  if (current === undefined) return null
  const mayChange = may('rules.add') && !state.readOnly
  const name = entryName(current, t)
  const backToReading = () => setDoing('reading')
  const title = { reading: name, checking: t('rules.checkTitle'), adding: t('rules.addTitle', { entry: name }) }[doing]
  return (
    <Dialog opened onClose={props.onClose} title={title} size={820}>
      {doing === 'checking' && <CheckForm version={current} onDone={backToReading} />}
      {doing === 'adding' && <RuleForm version={current} onDone={backToReading} />}
      {doing === 'reading' && (
        <Stack gap="sm">
          {mayChange && (
            <Group gap="xs">
              <Button leftSection={<IconChecks size={18} aria-hidden />} onClick={() => setDoing('checking')}>
                {t('rules.check')}
              </Button>
              <Button
                variant="default"
                leftSection={<IconPlus size={18} aria-hidden />}
                onClick={() => setDoing('adding')}
              >
                {t('rules.add')}
              </Button>
            </Group>
          )}
          {props.versions
            .toSorted((one, other) => (one.validFrom < other.validFrom ? 1 : -1))
            .map((version) => (
              <Version
                key={version.id}
                version={version}
                isInForce={version.id === current.id}
                today={state.today}
                names={props.names}
                mayChange={mayChange}
              />
            ))}
        </Stack>
      )}
    </Dialog>
  )
}

function Version(props: {
  version: DatedVersion
  isInForce: boolean
  today: CalendarDate
  names: CallAnswer<'rules.list'>['names']
  mayChange: boolean
}) {
  const { t } = useTranslation()
  const instantWords = useInstantWords()
  const { version, today } = props
  const { origin } = version
  const withdraw = useAct('rules.withdraw', { onDone: () => tell(t('rules.withdrawnNow')) })
  const mayWithdraw =
    props.mayChange && origin.kind === 'desk' && origin.withdrawnAt === null && version.validFrom > today
  const stands = standingOf(version, props.isInForce, today)
  return (
    <Stack
      component="section"
      aria-label={`${t('rules.validFrom')} ${version.validFrom}`}
      gap={6}
      p="sm"
      style={{ border: '1px solid #d5d9e2', borderRadius: 4, background: props.isInForce ? '#f3f8ff' : '#fff' }}
    >
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text size="sm" fw={700}>
            {t('rules.validFrom')}: <DateText date={version.validFrom} />
          </Text>
          <Badge color={stands === 'inForce' ? 'blue' : 'gray'} fz={12}>
            {t(`rules.${stands}`)}
          </Badge>
          <Badge color={version.confirmed ? 'teal' : 'orange'} fz={12}>
            {t(version.confirmed ? 'rules.confirmed' : 'rules.unconfirmed')}
          </Badge>
        </Group>
        {mayWithdraw && (
          <Button
            size="xs"
            variant="default"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate({ id: version.id })}
          >
            {t('rules.withdraw')}
          </Button>
        )}
      </Group>
      <RuleContent rule={version} />
      <Text size="xs" c="dimmed">
        {t('rules.source')}: {version.source} / {t('rules.checkedOn')}: {version.checkedOn} /{' '}
        {origin.kind === 'shipped'
          ? t('rules.shipped')
          : t('rules.byDesk', {
              name: props.names.find(({ id }) => id === origin.recordedBy)?.name ?? '―',
              at: instantWords(origin.recordedAt),
            })}
      </Text>
    </Stack>
  )
}

function standingOf(
  version: DatedVersion,
  isInForce: boolean,
  today: CalendarDate,
): 'inForce' | 'notYet' | 'past' | 'withdrawn' {
  if (isWithdrawn(version)) return 'withdrawn'
  if (isInForce) return 'inForce'
  return version.validFrom > today ? 'notYet' : 'past'
}
