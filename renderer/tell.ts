// Tells the reader in a corner of the window what was done or what could not be.
import { notifications } from '@mantine/notifications'
import i18next from 'i18next'

type Tone = 'done' | 'warning' | 'fault'

const looks: Record<Tone, { color: string; autoClose: number; role: string }> = {
  done: { color: 'teal', autoClose: 4_000, role: 'status' },
  warning: { color: 'orange', autoClose: 8_000, role: 'status' },
  fault: { color: 'red', autoClose: 15_000, role: 'alert' },
}

const doneId = 'done'

export function tell(message: string, tone: Tone = 'done'): void {
  // What was done is told once: the newest takes the place of the one before, so that they never pile up over the screen.
  if (tone === 'done') notifications.hide(doneId)
  notifications.show({
    ...(tone === 'done' ? { id: doneId } : {}),
    message,
    ...looks[tone],
    closeButtonProps: { 'aria-label': i18next.t('common.close') },
  })
}
