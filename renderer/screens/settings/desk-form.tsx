// The desk's settings, the same for everybody: protection. Calendar, screening and letters have forms of their own.
import { Button, Group, NumberInput, SimpleGrid, Stack, Title } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deskSettingsSchema, type DeskSettings } from '../../../shared/settings.ts'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

export function DeskForm({ settings }: { settings: DeskSettings }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [draft, setDraft] = useState(settings)
  const change = useAct('settings.changeDesk', {
    onDone: (answer) => {
      setDraft(answer)
      tell(t('staff.savedDesk'))
    },
  })
  // The calendar and the lengths have a form of their own: what it saved meanwhile stays.
  const { houseLengths, closingDays, closedPeriods } = settings
  const parsed = deskSettingsSchema.safeParse({ ...draft, houseLengths, closingDays, closedPeriods })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (parsed.success) change.mutate(parsed.data)
      }}
    >
      <Stack gap="xs">
        <Title order={3}>{t('staff.screening')}</Title>
        <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
          <Count
            label={t('staff.idleLock')}
            value={draft.idleLockMinutes}
            range={[1, 120]}
            onChange={(idleLockMinutes) => setDraft({ ...draft, idleLockMinutes })}
          />
          <Count
            label={t('staff.backupRetention')}
            value={draft.backupRetentionDays}
            range={[0, 365]}
            onChange={(backupRetentionDays) => setDraft({ ...draft, backupRetentionDays })}
          />
        </SimpleGrid>
        <Group justify="flex-end">
          <Button type="submit" disabled={!parsed.success || state.readOnly} loading={change.isPending}>
            {t('staff.saveDesk')}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}

function Count(props: {
  label: string
  value: number
  range: readonly [number, number]
  onChange: (value: number) => void
}) {
  return (
    <NumberInput
      label={props.label}
      value={props.value}
      min={props.range[0]}
      max={props.range[1]}
      clampBehavior="blur"
      // While the field is empty it has no number to tell.
      onChange={(value) => typeof value === 'number' && props.onChange(value)}
    />
  )
}
