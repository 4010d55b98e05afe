// The bench of the start: the real app from launch to a sign-in form that takes letters, and what it holds while nobody does anything.
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { appRuntime } from '../../resources/dev/electron.mjs'
import { startApp, type App } from '../journeys/app.ts'
import { administrator } from '../journeys/shortcuts.ts'
import { doorScreen } from '../journeys/screens/door.ts'
import { w } from '../journeys/words.ts'
import { duration, median, megabytes, section, table, type Print } from './figures.ts'
import { withTempFolder } from './temp-folder.ts'

const starts = 3
const idleMs = 10_000

export async function benchStart(print: Print): Promise<void> {
  // Looked for once before: finding it is no part of a start.
  const { version, source } = await appRuntime()
  await withTempFolder(async (outside) => {
    const dataFolder = join(outside, 'data')
    const first = await startedUntil(dataFolder, w.door.setUpTitle)
    await setUp(first.app)
    await first.app.close()

    const times: number[] = []
    for (let run = 1; run < starts; run += 1) {
      const { app, ms } = await startedUntil(dataFolder, w.door.signInTitle)
      times.push(ms)
      await app.close()
    }
    const { app, ms } = await startedUntil(dataFolder, w.door.signInTitle)
    try {
      times.push(ms)
      const locked = await idleMemory(app)
      await doorScreen(app.page).signIn(administrator)
      await doorScreen(app.page).signedIn()
      const open = await idleMemory(app)

      print(
        section(
          'Start',
          `Electron ${version} (${source}), driven by Playwright, which costs some of the time.`,
          table(
            ['from launch to a form that takes letters', 'time'],
            [
              [`sign-in, median of ${starts}`, duration(median(times))],
              ['set-up, in an empty data folder', duration(first.ms)],
            ],
          ),
        ),
      )
      print(
        section(
          'Idle memory',
          `Resident memory ${idleMs / 1000} s after; what processes share is counted in each of them.`,
          memoryTable(locked, open),
        ),
      )
    } finally {
      await app.close()
    }
  })
}

/** Until the first field of the form under this heading took letters. */
async function startedUntil(dataFolder: string, heading: string): Promise<{ app: App; ms: number }> {
  const began = performance.now()
  const app = await startApp({ dataFolder })
  await app.page.getByRole('heading', { name: heading }).waitFor()
  await app.page.getByLabel(w.door.loginName).fill(administrator.loginName)
  return { app, ms: performance.now() - began }
}

async function setUp(app: App): Promise<void> {
  const door = doorScreen(app.page)
  await door.putRecoveryCodeAway(await door.setUp(administrator))
}

interface ProcessMemory {
  /** As Electron names it: Browser, GPU, Tab, Utility. */
  type: string
  bytes: number
}

async function idleMemory(app: App): Promise<ProcessMemory[]> {
  await setTimeout(idleMs)
  const processes = await app.electron.evaluate(({ app: electron }) =>
    electron.getAppMetrics().map(({ type, memory }) => ({ type, kilobytes: memory.workingSetSize })),
  )
  return processes.map(({ type, kilobytes }) => ({ type, bytes: kilobytes * 1024 }))
}

function memoryTable(locked: readonly ProcessMemory[], open: readonly ProcessMemory[]): string {
  const held = (processes: readonly ProcessMemory[], type: string | null): string =>
    megabytes(
      processes.filter((each) => type === null || each.type === type).reduce((sum, { bytes }) => sum + bytes, 0),
    )
  const types = [...new Set([...locked, ...open].map(({ type }) => type))]
  return table(
    ['processes', 'at the sign-in form', 'signed in'],
    [
      ...types.map((type) => [type, held(locked, type), held(open, type)]),
      [`all (${locked.length}, ${open.length})`, held(locked, null), held(open, null)],
    ],
  )
}
