// Decides the one folder where everything lives, Chromium's own profile included, before Electron is ready.
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app } from 'electron'

export interface Folders {
  data: string
  /** Removes what only this run needed. */
  leave(): void
}

/** `--data-dir DIR` or `PRIVACY_DESK_DATA`; null when neither is given. */
export function askedDataFolder(): string | null {
  const asked = app.commandLine.getSwitchValue('data-dir') || process.env['PRIVACY_DESK_DATA']
  return asked ? resolve(asked) : null
}

/**
 * The folder that was asked for, else the OS user's application folder.
 * Chromium's temp files (it spools what it prints there) go to memory on Linux; elsewhere into the data folder,
 * where the wipe's raw search sees them.
 */
export function settleDataFolder(): Folders {
  const data = askedDataFolder() ?? join(app.getPath('appData'), 'privacy-desk')
  const profile = join(data, 'electron')
  const temp = makeTempFolder(data)
  for (const folder of [data, profile, join(data, 'vault')]) mkdirSync(folder, { recursive: true, mode: 0o700 })
  app.setPath('userData', profile)
  app.setPath('sessionData', profile)
  app.setPath('crashDumps', join(profile, 'crashes'))
  app.setPath('temp', temp)
  app.setAppLogsPath(join(data, 'log'))
  // Chromium, fontconfig and GTK ask the environment, not Electron.
  Object.assign(process.env, {
    TMPDIR: temp,
    TEMP: temp,
    TMP: temp,
    XDG_CACHE_HOME: join(profile, 'cache'),
    XDG_CONFIG_HOME: join(profile, 'config'),
  })
  return { data, leave: () => rmSync(temp, { recursive: true, force: true }) }
}

function makeTempFolder(data: string): string {
  const candidates = process.platform === 'linux' ? ['/dev/shm', join(data, 'temp')] : [join(data, 'temp')]
  for (const parent of candidates) {
    const folder = join(parent, `privacy-desk-${process.pid}`)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return folder
    } catch {
      continue
    }
  }
  return data
}
