// Decides the one folder where everything lives, Chromium's own profile included, before Electron is ready.
import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { app } from 'electron'
import { dataDirArgument } from '../data-dir-argument.ts'

export interface Folders {
  data: string
  /** Removes what only this run needed. */
  leave(): void
}

/** `--data-dir=DIR`, `--data-dir DIR` or `PRIVACY_DESK_DATA`; null when none is given. */
export function askedDataFolder(): string | null {
  const asked = dataDirArgument(process.argv) ?? process.env['PRIVACY_DESK_DATA']
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
  keepPrivate(data)
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

/** Also a folder that was there before: the log, sizes and times are nobody else's business. Windows asks its own lists. */
function keepPrivate(folder: string): void {
  try {
    chmodSync(folder, 0o700)
  } catch {
    // Of another owner, or on a file system without modes: whoever set it up answers for it, and all in it is sealed.
  }
}

/** Named by desk and process: what a killed run left is found and removed by the next one on the same data folder. */
function makeTempFolder(data: string): string {
  const desk = `privacy-desk-${createHash('sha256').update(data).digest('hex').slice(0, 12)}-`
  const candidates = process.platform === 'linux' ? ['/dev/shm', join(data, 'temp')] : [join(data, 'temp')]
  for (const parent of candidates) {
    try {
      mkdirSync(join(parent, `${desk}${process.pid}`), { recursive: true, mode: 0o700 })
      for (const name of readdirSync(parent)) {
        if (name.startsWith(desk) && !isRunning(Number(name.slice(desk.length)))) {
          rmSync(join(parent, name), { recursive: true, force: true })
        }
      }
      return join(parent, `${desk}${process.pid}`)
    } catch {
      continue
    }
  }
  return data
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
