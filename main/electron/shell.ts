// The shell around the desk: the app's session, its page, its window, and the news that goes to it.
import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { EventBody, EventName } from '../../shared/ipc/contract.ts'
import type { Door } from '../ipc/serve.ts'
import type { Log } from '../log.ts'
import type { Surroundings } from '../surroundings.ts'
import { serveAppPage } from './app-page.ts'
import { hardenSession } from './hardening.ts'
import { openPort, tell } from './ipc-port.ts'
import { openPreferences } from './preferences.ts'
import { openSurroundings } from './surroundings.ts'
import { appSession, openWindow, preloadIn } from './window.ts'

export interface Shell {
  surroundings: Surroundings
  window(): BrowserWindow | null
  emit<Name extends EventName>(name: Name, body: EventBody<Name>): void
  /** Shows the window; its calls go through `door`. */
  open(door: Door): Promise<void>
}

/** Call after Electron is ready. `mainFolder` holds the bundled main files; the renderer's build lies beside it. */
export function buildShell(dataFolder: string, mainFolder: string, log: Log): Shell {
  let window: BrowserWindow | null = null
  const ourWindow = (): BrowserWindow | null => (window === null || window.isDestroyed() ? null : window)
  const preferences = openPreferences(dataFolder)
  const session = appSession()
  hardenSession(session, log)
  serveAppPage(session, join(mainFolder, '..', 'renderer'))
  return {
    surroundings: openSurroundings({ dataFolder, mainFolder, preferences, ourWindow, log }),
    window: ourWindow,
    emit: (name, body) => tell(ourWindow(), name, body),
    async open(door) {
      openPort(door, ourWindow)
      window = await openWindow(preferences, preloadIn(mainFolder), session)
      // The window that sets papers may still stand, unseen: the desk ends with its own.
      window.on('closed', () => app.quit())
    },
  }
}
