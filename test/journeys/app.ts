// Starts the real app in a data folder of its own, as one person would, and ends it as they would, or with a kill.
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'
import { appRuntime } from '../../resources/dev/electron.mjs'

export interface AppOptions {
  /** Kept when given; else made, and removed at the end. */
  dataFolder?: string
  /** The instant at which the app's clock starts. */
  clock?: string
  /** Added to this process's own. */
  environment?: Record<string, string>
}

export interface App {
  page: Page
  dataFolder: string
  /** Answers the next file dialogs: the system's own dialog cannot be driven from outside. */
  chooseNext(paths: string[]): Promise<void>
  saveNextTo(path: string): Promise<void>
  /** Runs in Electron's main process. */
  electron: ElectronApplication
  close(): Promise<void>
  /** SIGKILL: no farewell. */
  kill(): Promise<void>
}

const startTimeoutMs = 60_000

/** Starts the built app; the window is ready when this resolves. */
export async function startApp(options: AppOptions = {}): Promise<App> {
  const made = options.dataFolder === undefined
  const dataFolder = options.dataFolder ?? (await mkdtemp(join(tmpdir(), 'privacy-desk-')))
  const runtime = await appRuntime()
  const electron = await _electron.launch({
    executablePath: runtime.program,
    args: [
      ...runtime.args,
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--data-dir=${dataFolder}`,
      ...(options.clock === undefined ? [] : [`--clock=${options.clock}`]),
    ],
    env: { ...environment(), ...options.environment },
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: startTimeoutMs,
  })
  const page = await electron.firstWindow({ timeout: startTimeoutMs })
  page.setDefaultTimeout(startTimeoutMs)
  await page.waitForLoadState('domcontentloaded')

  return {
    page,
    electron,
    dataFolder,
    chooseNext: (paths) =>
      electron.evaluate(({ dialog }, filePaths) => {
        dialog.showOpenDialog = () => Promise.resolve({ canceled: filePaths.length === 0, filePaths })
      }, paths),
    saveNextTo: (path) =>
      electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
      }, path),
    async close() {
      await electron.close()
      if (made) await rm(dataFolder, { recursive: true, force: true })
    },
    async kill() {
      const ended = new Promise((resolve) => electron.process().once('exit', resolve))
      electron.process().kill('SIGKILL')
      await ended
    },
  }
}

function environment(): Record<string, string> {
  const given = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return Object.fromEntries(given)
}

/** Waits until a file that the app saves is whole: its size stands still and is not zero. */
export async function savedFile(path: string, timeoutMs = 30_000): Promise<Buffer> {
  const until = Date.now() + timeoutMs
  for (let before = -1; Date.now() < until;) {
    const size = (await stat(path).catch(() => null))?.size ?? 0
    if (size > 0 && size === before) return readFile(path)
    before = size
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The app did not save ${path}.`)
}
