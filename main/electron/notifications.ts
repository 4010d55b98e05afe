// Messages in the corner of the computer's screen. Where the system shows none, the board and the digest still tell.
import { app, Notification, type BrowserWindow } from 'electron'
import type { Surroundings } from '../surroundings.ts'

/** Windows shows messages only of a program that it knows by the name its installer gave. */
const applicationId = 'jp.privacy-desk'

export function openNotifications(ourWindow: () => BrowserWindow | null): Surroundings['notify'] {
  if (process.platform === 'win32') app.setAppUserModelId(applicationId)
  // Held here: what nothing refers to is collected, and a click on it would lead nowhere.
  let shown: Notification | null = null
  return ({ title, body }) => {
    if (!Notification.isSupported()) return false
    shown?.close()
    shown = new Notification({ title, body })
    shown.on('click', () => {
      const window = ourWindow()
      if (window?.isMinimized()) window.restore()
      window?.show()
    })
    shown.show()
    return true
  }
}
