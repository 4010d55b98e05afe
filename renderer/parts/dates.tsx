// Shows calendar dates and instants: the Japanese era first, the western date near by.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CalendarDate, Instant } from '../../shared/dates.ts'
import { japaneseDateWithWeekday } from '../../shared/rules/japanese-date.ts'

const englishDate = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })
const clock = new Intl.DateTimeFormat('ja-JP', { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Tokyo' })
const dayInJapan = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: 'Asia/Tokyo' })

/** `令和8年11月23日(月)`, or in English `23 Nov 2026`. */
export function useDateWords(): (date: CalendarDate) => string {
  const { i18n } = useTranslation()
  return (date) =>
    i18n.language === 'en' ? englishDate.format(new Date(`${date}T00:00:00Z`)) : japaneseDateWithWeekday(date)
}

/** `令和8年11月23日(月) 14:05`, in Japan's time whatever the PC's. */
export function useInstantWords(): (instant: Instant) => string {
  const dateWords = useDateWords()
  return (instant) => `${dateWords(dayInJapan.format(new Date(instant)))} ${clock.format(new Date(instant))}`
}

/** A date with its western form beside it, or below it where the column is narrow. */
export function DateText({ date, western = 'beside' }: { date: CalendarDate; western?: 'beside' | 'below' }) {
  const dateWords = useDateWords()
  return (
    <Text component="time" dateTime={date} size="sm" inherit style={{ whiteSpace: 'nowrap' }}>
      {dateWords(date)}{' '}
      <Text component="span" size="xs" c="dimmed" {...(western === 'below' ? { display: 'block', lh: 1.1 } : {})}>
        {date}
      </Text>
    </Text>
  )
}

export function InstantText({ instant }: { instant: Instant }) {
  const instantWords = useInstantWords()
  return (
    <Text component="time" dateTime={instant} size="sm" inherit style={{ whiteSpace: 'nowrap' }}>
      {instantWords(instant)}
    </Text>
  )
}
