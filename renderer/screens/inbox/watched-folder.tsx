// The folder the copier writes to: its state in words, and the two things one can do about it.
import { Button, Group, Text } from '@mantine/core'
import { IconFolderExclamation, IconFolderOff, IconFolderSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useAct, useAnswer } from '../../queries.ts'
import { useSession } from '../../session.ts'

/** Opens the dialog that chooses the folder. */
export function useChooseFolder(): () => void {
  const { may, state } = useSession()
  const choose = useAct('intake.chooseWatchedFolder')
  return () => {
    if (may('intake.chooseWatchedFolder') && !state.readOnly && !choose.isPending) choose.mutate({})
  }
}

export function WatchedFolder() {
  const { t } = useTranslation()
  const { may } = useSession()
  const watch = useAnswer('intake.watch', {}).data
  const choose = useChooseFolder()
  const stop = useAct('intake.stopWatching')
  if (watch === undefined) return <span />
  const folder = watch.folder ?? ''
  const looks = {
    off: { icon: IconFolderOff, words: t('inbox.watchOff'), color: 'dimmed' },
    watching: { icon: IconFolderSearch, words: t('inbox.watching', { folder }), color: 'teal.9' },
    missing: { icon: IconFolderExclamation, words: t('inbox.watchMissing', { folder }), color: 'red.9' },
  }
  const { icon: FolderIcon, words, color } = looks[watch.state]
  return (
    <Group gap="xs" wrap="nowrap" role="group" aria-label={t('inbox.watch')}>
      <FolderIcon size={19} aria-hidden />
      <Text size="sm">
        {t('inbox.watch')}:{' '}
        <Text component="span" size="sm" fw={700} c={color} role="status">
          {words}
        </Text>
        {watch.polling && watch.state === 'watching' && t('inbox.watchPolling')}
      </Text>
      {may('intake.chooseWatchedFolder') && (
        <>
          <Button size="compact-sm" variant="default" style={{ flex: 'none' }} onClick={choose}>
            {t('inbox.chooseFolder')}
          </Button>
          {watch.state !== 'off' && (
            <Button
              size="compact-sm"
              variant="default"
              style={{ flex: 'none' }}
              loading={stop.isPending}
              onClick={() => stop.mutate({})}
            >
              {t('inbox.stopWatching')}
            </Button>
          )}
        </>
      )}
    </Group>
  )
}
