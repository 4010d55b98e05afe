// Says in what state a page is: left out, blank, hard to read; and what may be done about it.
import { Alert, Button, Kbd, Stack, Text } from '@mantine/core'
import { IconEyeQuestion, IconFileOff, IconFileUnknown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ScanPage } from '../../../shared/ipc/parts.ts'
import { keyboard } from '../../keyboard.ts'
import { useIllegibleWords } from '../../parts/illegible-words.ts'
import type { Arranging } from './use-arranging.ts'

export function PageCondition({ page, arranging }: { page: ScanPage; arranging: Arranging | null }) {
  const { t } = useTranslation()
  const illegibleWords = useIllegibleWords()
  if (page.leftOut)
    return (
      <Alert color="gray" p="xs" icon={<IconFileOff aria-hidden />} title={t('review.leftOutTitle')}>
        <Stack gap={6}>
          <Text size="sm">{t('review.leftOutText')}</Text>
          <ToggleButton page={page} arranging={arranging} />
        </Stack>
      </Alert>
    )
  if (page.isBlank)
    return (
      <Alert color="blue" p="xs" icon={<IconFileUnknown aria-hidden />} title={t('review.blankTitle')}>
        <Stack gap={6}>
          <Text size="sm">{t('review.blankText')}</Text>
          <ToggleButton page={page} arranging={arranging} />
        </Stack>
      </Alert>
    )
  if (page.illegible.length === 0) return null
  return (
    <Alert
      color="orange"
      p="xs"
      icon={<IconEyeQuestion aria-hidden />}
      title={t('review.illegibleTitle', { reasons: illegibleWords(page.illegible) })}
      style={{ flex: 'none' }}
    >
      <Text size="sm">{t('review.illegibleText')}</Text>
    </Alert>
  )
}

function ToggleButton({ page, arranging }: { page: ScanPage; arranging: Arranging | null }) {
  const { t } = useTranslation()
  if (arranging === null || !arranging.mayToggle(page)) return null
  return (
    <Button
      size="compact-sm"
      variant="default"
      rightSection={
        <Kbd size="xs" aria-hidden>
          {keyboard.review.leaveOut[0].toUpperCase()}
        </Kbd>
      }
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => arranging.toggle(page)}
    >
      {page.leftOut ? t('review.takeIn') : t('review.leaveOut')}
    </Button>
  )
}
