// The company's calendar and the house's lengths; before they are kept, the dates of open cases that would move are shown.
import { ActionIcon, Button, Group, NumberInput, SimpleGrid, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CallAnswer } from '../../../shared/ipc/contract.ts'
import { closingTrouble, parseClosingDays } from '../../../shared/rules/closing-days.ts'
import { deskSettingsSchema, type DeskSettings } from '../../../shared/settings.ts'
import { DateField } from '../../parts/date-field.tsx'
import { useDateWords } from '../../parts/dates.tsx'
import { DialogEnd } from '../../parts/dialog-end.tsx'
import { Dialog } from '../../parts/dialog.tsx'
import { Card } from '../../parts/screen.tsx'
import { useAct } from '../../queries.ts'
import { useSession } from '../../session.ts'
import { tell } from '../../tell.ts'

type Lengths = DeskSettings['houseLengths']
type Period = DeskSettings['closedPeriods'][number]

const lengths = [
  ['formDispatchBusinessDays', 30],
  ['formReturnDays', 180],
  ['formReminderDays', 90],
  ['answerTargetBusinessDays', 60],
  ['extensionBusinessDays', 60],
  ['withoutDelayDays', 120],
  ['correctionWaitDays', 90],
  ['correctionReminderDays', 90],
  ['deliveryWaitDays', 60],
  ['destructionBusinessDays', 30],
  ['holdReviewDays', 365],
] as const satisfies readonly (readonly [keyof Lengths, number])[]

export function CalendarForm({ settings }: { settings: DeskSettings }) {
  const { t } = useTranslation()
  const { state } = useSession()
  const [houseLengths, setHouseLengths] = useState(settings.houseLengths)
  const [yearly, setYearly] = useState(settings.closingDays.join(', '))
  const [closedPeriods, setClosedPeriods] = useState<readonly Period[]>(settings.closedPeriods)
  const [moves, setMoves] = useState<CallAnswer<'cases.movedBy'> | null>(null)
  const typed = parseClosingDays(yearly)
  const parsed = deskSettingsSchema.safeParse({
    ...settings,
    houseLengths,
    closedPeriods,
    closingDays: typed.kind === 'days' ? typed.days : null,
  })
  const ask = useAct('cases.movedBy', { onDone: setMoves })
  const change = useAct('settings.changeDesk', {
    onDone: () => {
      setMoves(null)
      tell(t('calendar.saved'))
    },
  })
  return (
    <Card title={t('calendar.title')}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (parsed.success) ask.mutate(parsed.data)
        }}
      >
        <Stack gap="xs">
          <Title order={3}>{t('calendar.closed')}</Title>
          <TextInput
            label={t('calendar.yearly')}
            description={t('calendar.yearlyHint')}
            value={yearly}
            error={typed.kind === 'wrong' ? t('calendar.yearlyWrong', { part: typed.part }) : null}
            onChange={(event) => setYearly(event.currentTarget.value)}
          />
          <Periods value={closedPeriods} onChange={setClosedPeriods} />
          <Title order={3}>{t('calendar.lengths')}</Title>
          <SimpleGrid cols={2} spacing="xs" verticalSpacing="xs">
            {lengths.map(([name, max]) => (
              <NumberInput
                key={name}
                label={t(`calendar.length.${name}`)}
                value={houseLengths[name]}
                min={1}
                max={max}
                clampBehavior="blur"
                onChange={(value) => typeof value === 'number' && setHouseLengths({ ...houseLengths, [name]: value })}
              />
            ))}
          </SimpleGrid>
          <Group justify="flex-end">
            <Button type="submit" disabled={!parsed.success || state.readOnly} loading={ask.isPending}>
              {t('calendar.see')}
            </Button>
          </Group>
        </Stack>
      </form>
      {moves !== null && parsed.success && (
        <Moves
          moves={moves.moves}
          isSaving={change.isPending}
          onSave={() => change.mutate(parsed.data)}
          onClose={() => setMoves(null)}
        />
      )}
    </Card>
  )
}

function Periods({ value, onChange }: { value: readonly Period[]; onChange: (periods: Period[]) => void }) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const trouble = from === null || to === null ? null : closingTrouble(from, to)
  const words = (period: Period) =>
    period.from === period.to ? dateWords(period.from) : `${dateWords(period.from)} ～ ${dateWords(period.to)}`
  return (
    <Stack gap={6}>
      <Stack gap={4} role="list" aria-label={t('calendar.periods')}>
        {value.map((period) => (
          <Group key={`${period.from} ${period.to}`} role="listitem" gap={6}>
            <Text size="sm">{words(period)}</Text>
            <ActionIcon
              size="sm"
              variant="default"
              aria-label={t('calendar.remove', { period: words(period) })}
              onClick={() => onChange(value.filter((one) => one !== period))}
            >
              <IconX size={14} aria-hidden />
            </ActionIcon>
          </Group>
        ))}
      </Stack>
      <Group align="flex-start" gap="xs">
        <DateField label={t('calendar.from')} value={from} onChange={setFrom} />
        <DateField label={t('calendar.to')} value={to} onChange={setTo} />
        <Button
          variant="default"
          mt={24}
          disabled={from === null || trouble !== null}
          onClick={() => {
            if (from === null) return
            const added = [...value, { from, to: to ?? from }]
            onChange(added.sort((one, other) => (one.from < other.from ? -1 : 1)))
            setFrom(null)
            setTo(null)
          }}
        >
          {t('calendar.add')}
        </Button>
      </Group>
      {trouble !== null && (
        <Text size="xs" c="red.9">
          {t(`calendar.periodTrouble.${trouble}`)}
        </Text>
      )}
    </Stack>
  )
}

/** More rows than this say only their number. */
const rowsShown = 200

function Moves(props: {
  moves: CallAnswer<'cases.movedBy'>['moves']
  isSaving: boolean
  onSave: () => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  const { moves } = props
  return (
    <Dialog opened onClose={props.onClose} title={t('calendar.movesTitle')} size={820}>
      <Stack>
        <Text>{moves.length === 0 ? t('calendar.noMoves') : t('calendar.moves', { n: moves.length })}</Text>
        {moves.length > 0 && (
          <Table fz="sm" verticalSpacing={4} aria-label={t('calendar.movesTitle')}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('board.case')}</Table.Th>
                <Table.Th>{t('board.deadline')}</Table.Th>
                <Table.Th>{t('calendar.before')}</Table.Th>
                <Table.Th>{t('calendar.after')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {moves.slice(0, rowsShown).map(({ number, clock, before, after }) => (
                <Table.Tr key={`${number} ${clock}`}>
                  <Table.Td>{number}</Table.Td>
                  <Table.Td>{t(`common.clock.${clock}`)}</Table.Td>
                  <Table.Td>{dateWords(before)}</Table.Td>
                  <Table.Td fw={700}>{dateWords(after)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <DialogEnd
          action={t('calendar.save')}
          loading={props.isSaving}
          onAct={props.onSave}
          data-autofocus
          onCancel={props.onClose}
        />
      </Stack>
    </Dialog>
  )
}
