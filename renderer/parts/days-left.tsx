// Days left in calendar and business days; overdue and today stand out in colour, icon and words.
import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function DaysLeft({ days, businessDays }: { days: number | null; businessDays: number | null }) {
  const { t } = useTranslation()
  if (days === null) return <Text size="sm">―</Text>
  if (days < 0) {
    return (
      <Text size="sm" fw={700} c="red.9">
        {t('common.daysOver', { days: -days })}
      </Text>
    )
  }
  if (days === 0) {
    return (
      <Text size="sm" fw={700} c="#8a3200">
        {t('common.dueToday')}
      </Text>
    )
  }
  return (
    <Text size="sm">
      <b>{t('common.daysLeft', { days })}</b>
      {businessDays !== null && (
        <Text component="span" size="xs" c="dimmed">
          {' '}
          ({t('common.businessDaysLeft', { days: businessDays })})
        </Text>
      )}
    </Text>
  )
}
