// Where the development commands keep things: the checkout, its build folder, and a cache that several checkouts share.
import { accessSync, constants, mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout's top folder, whatever the working folder is. */
export const checkout = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const buildFolder = join(checkout, 'build')

/**
 * Outside the checkout, so that a second clone need not fetch the runtime again; inside node_modules where the home folder is closed.
 * @returns {string}
 */
export function cacheFolder() {
  const home = join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'privacy-desk')
  try {
    mkdirSync(home, { recursive: true })
    accessSync(home, constants.W_OK)
    return home
  } catch {
    const own = join(checkout, 'node_modules', '.cache', 'privacy-desk')
    mkdirSync(own, { recursive: true })
    return own
  }
}

/** Where the person stood when they typed the command: npm moves to the checkout, but file names are meant from there. */
export function personsFolder() {
  return process.env['INIT_CWD'] || process.cwd()
}
