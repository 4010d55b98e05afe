// A field for one calendar date: typed in any of the ways people write dates, or picked from the calendar.
import { DateInput } from '@mantine/dates'
import { useTranslation } from 'react-i18next'
import type { CalendarDate } from '../../shared/dates.ts'
import { useDateWords } from './dates.tsx'
import { typedDate } from './typed-date.ts'

export function DateField(props: {
  label: string
  value: CalendarDate | null
  onChange: (date: CalendarDate | null) => void
  /** The last day that may be chosen. */
  until?: CalendarDate
  /** The first day that may be chosen. */
  from?: CalendarDate
  required?: boolean
}) {
  const { t } = useTranslation()
  const dateWords = useDateWords()
  return (
    <DateInput
      label={props.label}
      description={props.value === null ? t('common.dateHint') : dateWords(props.value)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={props.value}
      onChange={props.onChange}
      dateParser={typedDate}
      valueFormat="YYYY-MM-DD"
      firstDayOfWeek={0}
      clearable={props.required !== true}
      required={props.required === true}
      withAsterisk={false}
      {...(props.until === undefined ? {} : { maxDate: props.until })}
      {...(props.from === undefined ? {} : { minDate: props.from })}
    />
  )
}
