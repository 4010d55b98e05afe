// The app as an ordinary user starts it: with Chromium's real sandbox around the page.
import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, mkdtemp, readFile, readlink, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { electronRuntime } from '../../resources/dev/electron.mjs'
import { checkout } from '../../resources/dev/places.mjs'
import { doorScreen } from './screens/door.ts'
import { administrator } from './shortcuts.ts'

const run = promisify(execFile)
const isRoot = process.getuid?.() === 0
/** Debian's `nobody` and `nogroup`: root may become them, everybody else stays who they are. */
const person = isRoot ? { uid: 65534, gid: 65534 } : {}
const startTimeoutMs = 60_000

/** Why the sandbox cannot be had here; empty when it can. */
async function hindrance(): Promise<string> {
  if (process.platform !== 'linux') return 'only Linux tells from outside what surrounds a process'
  const isAllowed = await run('unshare', ['--user', 'true'], person).then(
    () => true,
    () => false,
  )
  if (!isAllowed) return 'this machine gives ordinary users no namespaces'
  const isReadable = await run('test', ['-r', join(checkout, 'package.json')], person).then(
    () => true,
    () => false,
  )
  return isReadable ? '' : 'an ordinary user cannot read this checkout'
}

const why = await hindrance()

describe.skipIf(why !== '')(`the real sandbox${why === '' ? '' : ` (not here: ${why})`}`, () => {
  let folder: string
  let app: ChildProcess

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'privacy-desk-sandbox-'))
    await chmod(folder, 0o755)
    const program = await copyRuntime(join(folder, 'runtime'))
    const home = join(folder, 'home')
    await mkdir(home)
    // The way onto the display, where it has a key, is a file of its own user's.
    const displayKey = join(home, 'display-key')
    if (process.env['XAUTHORITY']) await copyFile(process.env['XAUTHORITY'], displayKey)
    if (isRoot) await run('chown', ['-R', '65534:65534', home])
    app = spawn(program, ['--remote-debugging-port=0', `--data-dir=${join(home, 'data')}`], {
      ...person,
      cwd: home,
      env: { ...process.env, HOME: home, ...(process.env['XAUTHORITY'] ? { XAUTHORITY: displayKey } : {}) },
      stdio: ['ignore', 'ignore', 'pipe'],
    })
  })

  afterAll(async () => {
    if (app.exitCode === null && app.signalCode === null) {
      app.kill()
      await once(app, 'exit')
    }
    await rm(folder, { recursive: true, force: true })
  })

  test('surrounds the page: system calls filtered, no way to more rights, a user namespace of its own', async () => {
    const browser = await chromium.connectOverCDP(await debuggingAddress(app))
    try {
      const context = browser.contexts()[0]
      const page = context?.pages()[0] ?? (await context?.waitForEvent('page'))
      if (page === undefined) throw new Error('The app shows no window.')
      expect(await doorScreen(page).setUp(administrator)).toMatch(/^[0-9A-Z-]+$/)

      const session = await browser.newBrowserCDPSession()
      const { processInfo } = await session.send('SystemInfo.getProcessInfo')
      const pages = processInfo.filter(({ type }) => type === 'renderer')
      expect(pages).toHaveLength(1)
      for (const { id } of pages) {
        const status = await readFile(`/proc/${id}/status`, 'utf8')
        // 2: SECCOMP_MODE_FILTER, see proc(5).
        expect(/^Seccomp:\s*(\d)/m.exec(status)?.[1]).toBe('2')
        expect(/^NoNewPrivs:\s*(\d)/m.exec(status)?.[1]).toBe('1')
        expect(await readlink(`/proc/${id}/ns/user`)).not.toBe(await readlink('/proc/self/ns/user'))
      }
    } finally {
      await browser.close()
    }
  })
})

/** Electron with our app where an ordinary user may read it: root's cache is closed to them. */
async function copyRuntime(folder: string): Promise<string> {
  const electron = await electronRuntime()
  // Links cost nothing, and the same disk is the rule.
  await run('cp', ['-rl', electron.folder, folder]).catch(async () => {
    await rm(folder, { recursive: true, force: true })
    await run('cp', ['-r', electron.folder, folder])
  })
  await rm(join(folder, 'resources', 'app'), { recursive: true, force: true })
  await symlink(checkout, join(folder, 'resources', 'app'))
  return join(folder, basename(electron.program))
}

/** Playwright's own launch cannot become another user; the window is reached by Chromium's debugging port. */
async function debuggingAddress(started: ChildProcess): Promise<string> {
  let told = ''
  started.stderr?.setEncoding('utf8')
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The app opened no window:\n${told}`)), startTimeoutMs)
    started.stderr?.on('data', (text: string) => {
      told += text
      const found = /DevTools listening on (ws:\S+)/.exec(told)?.[1]
      if (found === undefined) return
      clearTimeout(timer)
      resolve(found)
    })
    started.once('exit', (code) => reject(new Error(`The app ended with code ${code}:\n${told}`)))
  })
}
