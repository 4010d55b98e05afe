// The wipe while it runs: each stage of the sequence, done, going on, or to come.
import { Group, Loader, Progress, Stack, Text } from '@mantine/core'
import { IconCheck, IconCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { wipeStages, type Wipe } from '../../../shared/ipc/parts.ts'
import { useJobOf } from '../../parts/jobs.tsx'
import { Card } from '../../parts/screen.tsx'

export function WipeProgress({ wipe }: { wipe: Wipe }) {
  const { t } = useTranslation()
  const job = useJobOf(wipe.id)
  const done = wipeStages.indexOf(wipe.stage)
  return (
    <Card title={t('wipe.stages')}>
      <Text size="sm" role="status">
        {t('wipe.running')}
      </Text>
      <Progress
        value={Math.max(((done + 1) / wipeStages.length) * 100, (job?.fraction ?? 0) * 100)}
        size="lg"
        color="red"
        aria-label={t('wipe.stages')}
      />
      <Stack gap={4} role="list" aria-label={t('wipe.stages')}>
        {wipeStages.map((stage, index) => (
          <Group key={stage} gap={8} role="listitem">
            {index <= done ? (
              <IconCheck size={18} aria-hidden color="var(--mantine-color-teal-8)" />
            ) : index === done + 1 ? (
              <Loader size={16} />
            ) : (
              <IconCircle size={18} aria-hidden color="var(--mantine-color-gray-5)" />
            )}
            <Text size="sm" fw={index === done + 1 ? 700 : 400}>
              {t(`wipe.stage.${stage}`)}
            </Text>
          </Group>
        ))}
      </Stack>
    </Card>
  )
}
