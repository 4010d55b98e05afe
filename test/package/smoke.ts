// Does the main job's first half in the packaged app, through its real window: set-up, sign-in, a document taken in, screened, masked.
import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { ask } from '../journeys/bridge.ts'
import { specimenMail } from '../journeys/mail.ts'
import { administrator, clerk } from '../journeys/shortcuts.ts'
import { doorScreen } from '../journeys/screens/door.ts'
import { inboxScreen } from '../journeys/screens/inbox.ts'
import { reviewScreen } from '../journeys/screens/review.ts'
import { staffScreen } from '../journeys/screens/staff.ts'

const startTimeoutMs = 60_000

/**
 * Playwright cannot launch a program whose debugger fuse is off, so the window is reached by Chromium's own debugging port,
 * which listens on this machine only and only because this run asks for it.
 */
async function debuggingAddress(app: ChildProcess): Promise<string> {
  let told = ''
  app.stderr?.setEncoding('utf8')
  const address = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The packaged app opened no window in a minute:\n${told}`)),
      startTimeoutMs,
    )
    app.stderr?.on('data', (text: string) => {
      told += text
      const found = /DevTools listening on (ws:\S+)/.exec(told)?.[1]
      if (found === undefined) return
      clearTimeout(timer)
      resolve(found)
    })
    app.once('exit', (code) => {
      clearTimeout(timer)
      reject(new Error(`The packaged app ended with code ${code}:\n${told}`))
    })
  })
  return address
}

/** As if dropped on the window: a debugging port cannot put files into a drag. */
async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  await page.evaluate(
    async ([fileName, encoded]) => {
      const files = [{ name: fileName, bytes: Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0)) }]
      const crossing = await Reflect.get(window, 'desk').call('intake.drop', { files })
      if (!crossing.ok) throw new Error(crossing.code)
    },
    [name, bytes.toString('base64')] as const,
  )
}

const [program, ...args] = process.argv.slice(2)
assert(program, 'Name the packaged program.')
const { juminhyo } = await specimenMail()
const dataFolder = await mkdtemp(join(tmpdir(), 'privacy-desk-package-'))
const app = spawn(program, [...args, '--remote-debugging-port=0', `--data-dir=${dataFolder}`], {
  stdio: ['ignore', 'ignore', 'pipe'],
})
try {
  const browser = await chromium.connectOverCDP(await debuggingAddress(app))
  const context = browser.contexts()[0]
  assert(context, 'The packaged app has no window.')
  const page = context.pages()[0] ?? (await context.waitForEvent('page'))
  const door = doorScreen(page)
  await door.putRecoveryCodeAway(await door.setUp(administrator))
  await staffScreen(page).open()
  await staffScreen(page).add(clerk, ['clerk'])
  await door.lock()
  await door.signIn(clerk)
  await door.signedIn()
  const inbox = inboxScreen(page)
  await inbox.open()
  await drop(page, juminhyo.fileName, juminhyo.bytes)
  await inbox.screened(juminhyo.fileName)
  const arrived = (await ask(page, 'scans.inbox', {})).scans[0]
  assert.equal(arrived?.verdict, 'flagged', 'A visible 本籍 was not flagged.')
  await inbox.review(juminhyo.fileName)
  const review = reviewScreen(page)
  await review.pictureShown()
  await review.decidePage('mask-and-keep')
  await review.confirmPage()
  await review.prepareMasks()
  await review.finish()
  assert.equal((await ask(page, 'scans.get', { id: arrived.id })).stage, 'finished')
  await browser.close()
} finally {
  if (app.exitCode === null) {
    app.kill()
    await once(app, 'exit')
  }
  await rm(dataFolder, { recursive: true, force: true })
}
