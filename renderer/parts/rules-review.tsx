// The yearly review of the dated rules, as a task: shown wherever somebody should see that it is due, and nowhere else.
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { reviewDue } from '../../shared/rules/dated/index.ts'
import { useGoing } from '../places.ts'
import { useAnswer } from '../queries.ts'
import { useSession } from '../session.ts'

export function RulesReview() {
  const { t } = useTranslation()
  const { go, place } = useGoing()
  const { state, may } = useSession()
  const rules = useAnswer('rules.list', {})
  const due = reviewDue(rules.data?.versions ?? [], state.today).length
  if (due === 0) return null
  return (
    <Alert
      color="orange"
      p="xs"
      icon={<IconScale aria-hidden />}
      title={t('rules.reviewTitle', { n: due })}
      style={{ flex: 'none' }}
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm">
          {t('rules.reviewText')} {!may('rules.check') && t('rules.reviewAsk')}
        </Text>
        {place.screen !== 'rules' && (
          <Button size="xs" variant="default" onClick={() => go({ screen: 'rules' })}>
            {t('rules.reviewOpen')}
          </Button>
        )}
      </Group>
    </Alert>
  )
}
