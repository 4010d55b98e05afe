// The desk's door as people meet it: first start, wrong passwords, locking, the recovery code, a second instance, newer data.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { appRuntime } from '../../resources/dev/electron.mjs'
import { openDatabase } from '../../main/db/index.ts'
import { startApp, type App } from './app.ts'
import { ask } from './bridge.ts'
import { doorScreen } from './screens/door.ts'
import { administrator, clerk, refusal, signIn, until } from './shortcuts.ts'
import { w } from './words.ts'

/** Loaded before the app: Electron itself cannot be required yet. */
const printDialogs = `
const modules = require('node:module')
const load = modules._load
modules._load = function (name, ...rest) {
  const loaded = load.call(this, name, ...rest)
  if (name === 'electron') loaded.dialog.showErrorBox = (title, sentence) => process.stdout.write(title + ': ' + sentence)
  return loaded
}`

let outside: string
let app: App

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), 'privacy-desk-staff-'))
  app = await startApp({ dataFolder: join(outside, 'data') })
})

afterAll(async () => {
  await app.close()
  await rm(outside, { recursive: true, force: true })
})

/** Starts the app without Playwright, as a second click on its icon would; resolves when it has ended. */
async function startBeside(
  dataFolder: string,
  environment: Record<string, string> = {},
): Promise<{ code: number; output: string; leftInMemory: string[] }> {
  const { program, args } = await appRuntime()
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const child = spawn(program, [...args, ...sandbox, `--data-dir=${dataFolder}`], {
    env: { ...process.env, ...environment },
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.resume()
  const [code]: unknown[] = await once(child, 'close')
  const leftInMemory = (await readdir('/dev/shm')).filter((name) => name.endsWith(`-${child.pid}`))
  return { code: Number(code), output, leftInMemory }
}

describe('the door', () => {
  const newPassword = 'specimen-recovered-2026'
  let recoveryCode = ''
  let replacedCode = ''

  test('the first start makes the administrator and has the recovery code typed back', async () => {
    const door = doorScreen(app.page)
    recoveryCode = await door.setUp(administrator)
    expect(recoveryCode).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    await door.putRecoveryCodeAway(recoveryCode)
    await ask(app.page, 'staff.add', { ...clerk, roles: ['clerk'] })
  })

  test('Ctrl+L locks, and a wrong password is refused in a calm sentence', async () => {
    const door = doorScreen(app.page)
    await door.lock()
    expect(await refusal(app.page, 'settings.desk')).toBe('not-signed-in')
    await door.signIn({ ...administrator, password: 'not-the-password-2026' })
    await door.refused(w.faults['wrong-password'])
    expect(await refusal(app.page, 'settings.desk')).toBe('not-signed-in')
  })

  test('the right password opens the desk again', async () => {
    const door = doorScreen(app.page)
    await door.signIn(administrator)
    await door.signedIn()
    expect(await refusal(app.page, 'settings.desk')).toBe('')
  })

  test('the recovery code opens it with a new password and is replaced', async () => {
    const door = doorScreen(app.page)
    await door.lock()
    replacedCode = await door.recover(administrator.loginName, recoveryCode, newPassword)
    expect(replacedCode).not.toBe(recoveryCode)
    await door.putRecoveryCodeAway(replacedCode)
  })

  test('the used code and the forgotten password open nothing any more', async () => {
    await ask(app.page, 'session.lock', {})
    const { loginName, password } = administrator
    const used = { loginName, code: recoveryCode, newPassword: 'specimen-intruder-2026' }
    expect(await refusal(app.page, 'session.signInWithRecoveryCode', used)).toBe('wrong-recovery-code')
    expect(await refusal(app.page, 'session.signIn', { loginName, password })).toBe('wrong-password')
    // Failed attempts have to be waited for.
    await until(
      () => refusal(app.page, 'session.signIn', { loginName, password: newPassword }),
      (code) => code === '',
    )
    await doorScreen(app.page).signedIn()
  })

  test('nobody who touches nothing stays signed in', async () => {
    const settings = await ask(app.page, 'settings.desk', {})
    await ask(app.page, 'settings.changeDesk', { ...settings, idleLockMinutes: 1 })
    await until(
      () => ask(app.page, 'session.state', {}),
      ({ idleLockMinutes }) => idleLockMinutes === 1,
    )
    await ask(app.page, 'session.lock', {})
    await app.page.clock.install()
    await app.page.reload()
    const door = doorScreen(app.page)
    await door.signIn({ ...administrator, password: newPassword })
    await door.signedIn()
    await app.page.clock.runFor(50_000)
    await app.page.keyboard.press('Shift')
    await app.page.clock.runFor(50_000)
    expect(await refusal(app.page, 'settings.desk')).toBe('')
    await app.page.clock.runFor(15_000)
    await app.page.getByRole('heading', { name: w.door.signInTitle }).waitFor()
    expect(await refusal(app.page, 'settings.desk')).toBe('not-signed-in')
  })
})

describe('one data folder', () => {
  test('a second instance ends by itself and leaves the first one working', async () => {
    const before = await readFile(join(app.dataFolder, 'log', 'desk.log'), 'utf8')
    const second = await startBeside(app.dataFolder)
    expect(second.code).toBe(0)
    expect(second.leftInMemory).toEqual([])
    await signIn(app.page, clerk)
    expect(await refusal(app.page, 'scans.inbox')).toBe('')
    const after = await readFile(join(app.dataFolder, 'log', 'desk.log'), 'utf8')
    expect(after.slice(before.length)).not.toContain('"started"')
  })

  test('data of a newer version are refused in words and not changed', async () => {
    const dataFolder = join(outside, 'newer')
    const first = await startApp({ dataFolder })
    await first.close()
    const file = join(dataFolder, 'desk.sqlite')
    const db = await openDatabase(file)
    await db.raw('PRAGMA user_version = 9999')
    await db.destroy()
    const hash = async (): Promise<string> =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex')
    const before = await hash()

    // Nobody could click the system's dialog away: what it would say is printed instead.
    const listening = join(outside, 'listening.cjs')
    await writeFile(listening, printDialogs)
    const refused = await startBeside(dataFolder, { NODE_OPTIONS: `--require=${listening}` })
    expect(refused.output).toContain('データが新しい版のアプリで作られています。')
    expect(refused.code).toBe(1)
    expect(refused.leftInMemory).toEqual([])
    expect(await hash()).toBe(before)
  })
})
