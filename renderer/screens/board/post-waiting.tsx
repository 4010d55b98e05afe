// What the post has to tell today: letters that came back, and letters whose delivery somebody should look up.
import { Alert, Button, Group, Text } from '@mantine/core'
import { IconMailbox } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { PostStanding } from '../../../shared/post.ts'
import { useGoing } from '../../places.ts'
import { useAnswer } from '../../queries.ts'

export function PostWaiting() {
  const { t } = useTranslation()
  const { go } = useGoing()
  const sent = useAnswer('post.sent', { which: 'open' })
  const rows = sent.data?.rows ?? []
  const count = (standing: PostStanding): number => rows.filter(({ post }) => post.standing === standing).length
  const [returned, overdue] = [count('returned'), count('overdue')]
  if (returned + overdue === 0) return null
  return (
    <Alert
      color={returned > 0 ? 'red' : 'orange'}
      p="xs"
      icon={<IconMailbox aria-hidden />}
      title={t('posted.onBoard')}
      style={{ flex: 'none' }}
    >
      <Group justify="space-between" gap="xs">
        <Text size="sm">{t('posted.onBoardCounts', { returned, overdue, out: count('out') })}</Text>
        <Button size="xs" variant="default" onClick={() => go({ screen: 'post' })}>
          {t('posted.openList')}
        </Button>
      </Group>
    </Alert>
  )
}
