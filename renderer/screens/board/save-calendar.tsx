// Saves the running deadlines as a calendar file for the office's own calendar: case numbers and dates, nothing personal.
import { Button } from '@mantine/core'
import { IconCalendarDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { clocks } from '../../../shared/cases.ts'
import { useAct } from '../../queries.ts'
import { tell } from '../../tell.ts'

export function SaveCalendar() {
  const { t } = useTranslation()
  const save = useAct('cases.saveCalendar', {
    onDone: ({ kind }) => {
      if (kind === 'saved') tell(t('board.calendarSaved'))
    },
  })
  const saveNow = () => {
    const words = Object.fromEntries(clocks.map((clock) => [clock, t(`common.clock.${clock}`)]))
    save.mutate({ words })
  }
  return (
    <Button
      variant="default"
      leftSection={<IconCalendarDown size={18} aria-hidden />}
      title={t('board.calendarHint')}
      loading={save.isPending}
      onClick={saveNow}
    >
      {t('board.calendar')}
    </Button>
  )
}
