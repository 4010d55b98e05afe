// How a piece of paper ended: returned, destroyed, cashed or never there, on a date, before two different people.
import { Group, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CalendarDate } from '../../shared/dates.ts'
import { settledStateSchema, type PieceKind, type SettledState } from '../../shared/pieces.ts'
import { isSamePerson, settledStatesOf } from '../../shared/rules/pieces.ts'
import { useAct } from '../queries.ts'
import { useSession } from '../session.ts'
import { DateField } from './date-field.tsx'
import { DialogEnd } from './dialog-end.tsx'
import { Dialog } from './dialog.tsx'
import { LineField } from './typed-fields.tsx'

export function SettlePaper(props: {
  piece: { id: string; kind: PieceKind; arrivedOn: CalendarDate }
  /** What the person said already by the button that was pressed; else it is asked here. */
  state?: SettledState
  onClose: () => void
}) {
  const { t } = useTranslation()
  const { today } = useSession()
  const { piece } = props
  const offered = settledStatesOf(piece.kind)
  const [state, setState] = useState<SettledState>(props.state ?? offered[0] ?? 'returned')
  const [on, setOn] = useState<string | null>(today)
  const [first, setFirst] = useState('')
  const [second, setSecond] = useState('')
  const settle = useAct('pieces.settle', { onDone: props.onClose })
  const isFilled = first.trim() !== '' && second.trim() !== ''
  const isSame = isFilled && isSamePerson([first, second])
  const isReady = on !== null && isFilled && !isSame
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('pieces.settleTitle', { kind: t(`common.pieceKind.${piece.kind}`) })}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady) settle.mutate({ id: piece.id, state, on, initials: [first.trim(), second.trim()] })
        }}
      >
        <Stack>
          <Radio.Group
            label={t('pieces.settleHow')}
            value={state}
            onChange={(value) => setState(settledStateSchema.parse(value))}
          >
            <Stack gap={6} mt={6}>
              {offered.map((value) => (
                <Radio key={value} value={value} label={t(`pieces.settle.${value}`)} />
              ))}
            </Stack>
          </Radio.Group>
          <DateField label={t('pieces.settleOn')} value={on} onChange={setOn} until={today} required />
          <Group grow align="flex-start">
            <LineField
              label={t('review.initialsFirst')}
              most={10}
              data-autofocus
              value={first}
              onChange={(event) => setFirst(event.currentTarget.value)}
            />
            <LineField
              label={t('review.initialsSecond')}
              most={10}
              value={second}
              error={isSame ? t('pieces.samePerson') : null}
              onChange={(event) => setSecond(event.currentTarget.value)}
            />
          </Group>
          <DialogEnd
            action={t('review.paperSave')}
            disabled={!isReady}
            loading={settle.isPending}
            onCancel={props.onClose}
          />
        </Stack>
      </form>
    </Dialog>
  )
}
