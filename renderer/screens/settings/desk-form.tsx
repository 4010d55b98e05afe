// The desk's settings, the same for everybody: lengths of deadlines, closing days, protection. The letters' have a screen of their own.
import { Button, Group, NumberInput, SimpleGrid, Stack, TextInput, Title } from '@mantine/core'
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
  const [closingDays, setClosingDays] = useState(settings.closingDays.join(', '))
  const change = useAct('settings.changeDesk', {
    onDone: (answer) => {
      setDraft(answer)
      tell(t('staff.savedDesk'))
    },
  })
  const days = closingDays
    .normalize('NFKC')
    .split(/[,、\s]+/u)
    .filter((day) => day !== '')
  const areDaysWrong = days.some((day) => !/^\d{2}-\d{2}$/.test(day))
  const parsed = deskSettingsSchema.safeParse({ ...draft, closingDays: days })
  const lengths = (part: Partial<DeskSettings['houseLengths']>) =>
    setDraft({ ...draft, houseLengths: { ...draft.houseLengths, ...part } })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (parsed.success) change.mutate(parsed.data)
      }}
    >
      <Stack gap="xs">
        <Title order={3}>{t('staff.lengths')}</Title>
        <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
          <Count
            label={t('staff.answerTarget')}
            value={draft.houseLengths.answerTargetBusinessDays}
            range={[1, 60]}
            onChange={(answerTargetBusinessDays) => lengths({ answerTargetBusinessDays })}
          />
          <Count
            label={t('staff.withoutDelay')}
            value={draft.houseLengths.withoutDelayDays}
            range={[1, 120]}
            onChange={(withoutDelayDays) => lengths({ withoutDelayDays })}
          />
          <Count
            label={t('staff.correctionWait')}
            value={draft.houseLengths.correctionWaitDays}
            range={[1, 90]}
            onChange={(correctionWaitDays) => lengths({ correctionWaitDays })}
          />
          <Count
            label={t('staff.destruction')}
            value={draft.houseLengths.destructionBusinessDays}
            range={[1, 30]}
            onChange={(destructionBusinessDays) => lengths({ destructionBusinessDays })}
          />
        </SimpleGrid>
        <TextInput
          label={t('staff.closingDays')}
          value={closingDays}
          error={areDaysWrong ? t('staff.closingDaysWrong') : null}
          onChange={(event) => setClosingDays(event.currentTarget.value)}
        />
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
