// Warns when the PC's clock stands before what was recorded already: every deadline would be shown wrongly.
import { Alert } from '@mantine/core'
import { IconClockExclamation } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../session.ts'
import { useInstantWords } from './dates.tsx'

export function ClockBehind() {
  const { t } = useTranslation()
  const { state } = useSession()
  const instantWords = useInstantWords()
  if (state.clockBehind === null) return null
  return (
    <Alert color="red" m="md" mb={0} p="xs" icon={<IconClockExclamation aria-hidden />} style={{ flex: 'none' }}>
      {t('desk.clockBehind', { at: instantWords(state.clockBehind) })}
    </Alert>
  )
}
