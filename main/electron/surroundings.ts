// The real machine around the back room: folders, clock, dialogs, keychain, printers, as one object handed to the desk.
import { join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { Log } from '../log.ts'
import type { Surroundings } from '../surroundings.ts'
import { openClock } from './clock.ts'
import { openDialogs } from './dialogs.ts'
import { openKeychain } from './keychain.ts'
import { openNotifications } from './notifications.ts'
import { openPaper } from './paper.ts'
import type { PreferenceStore } from './preferences.ts'
import { startWorker } from './worker-process.ts'

export interface SurroundingsParts {
  dataFolder: string
  /** Folder of the bundled main files. */
  mainFolder: string
  preferences: PreferenceStore
  ourWindow(): BrowserWindow | null
  log: Log
}

/** Call after Electron is ready. */
export function openSurroundings({
  dataFolder,
  mainFolder,
  preferences,
  ourWindow,
  log,
}: SurroundingsParts): Surroundings {
  const beside = (folder: string): string => join(mainFolder, '..', folder)
  return {
    dataFolder,
    appVersion: app.getVersion(),
    modelsFolder: beside('models'),
    fontsFolder: beside('fonts'),
    lettersFolder: beside('letters'),
    screeningWorkerFile: join(mainFolder, 'screening-worker.cjs'),
    startWorker,
    // Native sharp brings a second GLib into Electron's process on Linux: critical warnings here, crashes elsewhere.
    pictures: process.platform === 'linux' ? 'wasm' : 'native',
    ...openClock(),
    keychain: openKeychain(),
    preferences,
    notify: openNotifications(ourWindow),
    dialogs: openDialogs(ourWindow),
    paper: openPaper(log),
  }
}
