// Connects the door of the back room to Electron: who is calling, and where news goes.
import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { events, type EventBody, type EventName } from '../../shared/ipc/contract.ts'
import type { Door } from '../ipc/serve.ts'
import { appOrigin } from './addresses.ts'
import { callChannel, eventChannel } from './channels.ts'

/** Only the main frame of the app's own window, showing the app's own page, is answered. */
export function openPort(door: Door, ourWindow: () => BrowserWindow | null): void {
  ipcMain.handle(callChannel, (event: IpcMainInvokeEvent, name: unknown, request: unknown) => {
    const window = ourWindow()
    const frame = event.senderFrame
    const ours =
      window !== null &&
      event.sender === window.webContents &&
      frame !== null &&
      frame === window.webContents.mainFrame &&
      frame.url.startsWith(`${appOrigin}/`)
    return door.handle(ours, name, request)
  })
}

/** Sends news to the window; the schema strips what the contract does not name. */
export function tell<Name extends EventName>(window: BrowserWindow | null, name: Name, body: EventBody<Name>): void {
  if (window === null || window.isDestroyed()) return
  window.webContents.send(eventChannel, name, events[name].parse(body))
}
