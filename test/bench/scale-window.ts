// The same large desk in the real app: from the password to the list, a keystroke to its rows, and the frames of a long scroll.
import { join } from 'node:path'
import { openDatabase } from '../../main/db/index.ts'
import { openVault } from '../../main/vault/index.ts'
import { startApp, type App } from '../journeys/app.ts'
import { ask } from '../journeys/bridge.ts'
import { administrator, clerk } from '../journeys/shortcuts.ts'
import { doorScreen } from '../journeys/screens/door.ts'
import { staffScreen } from '../journeys/screens/staff.ts'
import { w } from '../journeys/words.ts'
import { duration, median, section, table, type Print } from './figures.ts'
import { fillLedger, type LedgerSize } from './ledger.ts'
import { withTempFolder } from './temp-folder.ts'

const searches = ['高橋', '鈴木 渋谷', 'わたなべ', '2026']
const scrollMs = 5000

export async function benchScaleInWindow(size: LedgerSize, print: Print): Promise<void> {
  await withTempFolder(async (outside) => {
    const dataFolder = join(outside, 'data')
    const code = await setUp(dataFolder)
    await fill(dataFolder, code, size)
    const app = await startApp({ dataFolder })
    try {
      const door = doorScreen(app.page)
      const began = performance.now()
      await door.signIn(clerk)
      await door.signedIn()
      const signedIn = performance.now() - began
      await ask(app.page, 'cases.board', {})
      const board = performance.now() - began
      await app.page.keyboard.press('Control+3')
      await app.page.getByRole('grid', { name: w.case.list }).locator('[data-row="5"]').waitFor()
      const keystrokes = await searched(app)
      await app.page.getByText(w.case.showWiped).click()
      await app.page.getByText('97,000').waitFor()
      const frames = await scrolled(app)
      print(
        section(
          'Scale, in the window',
          'Real Electron on a virtual display, driven by Playwright; without a graphics card frames are drawn by the processor.',
          table(
            ['what', 'figure', 'target'],
            [
              ['password entered → signed in (scrypt included)', duration(signedIn), ''],
              ['password entered → board with every name', duration(board), ''],
              ['keystroke → rows, median', duration(median(keystrokes)), '100 ms'],
              [
                `frames a second over ${scrollMs / 1000} s of scrolling 100,000 rows`,
                frames.perSecond.toFixed(0),
                '60',
              ],
              ['slowest frame of them', duration(frames.slowestMs), ''],
            ],
          ),
        ),
      )
    } finally {
      await app.close()
    }
  })
}

/** The recovery code, which opens the folder's vault for the filling. */
async function setUp(dataFolder: string): Promise<string> {
  const app = await startApp({ dataFolder })
  try {
    const door = doorScreen(app.page)
    const code = await door.setUp(administrator)
    await door.putRecoveryCodeAway(code)
    await staffScreen(app.page).add(clerk, ['clerk'])
    return code
  } finally {
    await app.close()
  }
}

async function fill(dataFolder: string, code: string, size: LedgerSize): Promise<void> {
  const db = await openDatabase(join(dataFolder, 'desk.sqlite'))
  const { vault, lock, close } = await openVault({ dataFolder, keychain: null })
  try {
    if ((await lock.unlockWithRecoveryCode(code.replaceAll('-', ''))) === 'wrong') throw new Error('The code is wrong.')
    await fillLedger({ db, vault }, size, 'bench', new Date().toISOString().slice(0, 10))
  } finally {
    await close()
    await db.destroy()
  }
}

/** From the last character typed to the first drawn frame whose count is that of the answer, per search. */
async function searched({ page }: App): Promise<number[]> {
  const field = page.getByLabel(w.case.search)
  const taken: number[] = []
  for (const text of searches) {
    await field.fill('')
    await page.getByText(/未破棄 3,000 件/).waitFor()
    const ms = await page.evaluate(async (typed) => {
      const input = document.querySelector<HTMLInputElement>(`input[maxlength="100"]`)
      const status = document.querySelector('[role=status]')
      if (input === null || status === null) throw new Error('The list is not there.')
      const before = status.textContent
      const began = performance.now()
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      while (status.textContent === before) await new Promise(requestAnimationFrame)
      return performance.now() - began
    }, text)
    taken.push(ms)
  }
  await field.fill('')
  return taken
}

async function scrolled({ page }: App): Promise<{ perSecond: number; slowestMs: number }> {
  return page.evaluate(async (wantedMs) => {
    const body = document.querySelector('[role=grid] [role=rowgroup]:last-child')
    if (body === null) throw new Error('The list is not there.')
    const gaps: number[] = []
    const began = performance.now()
    let last = began
    while (last - began < wantedMs) {
      body.scrollTop += 150
      await new Promise(requestAnimationFrame)
      const now = performance.now()
      gaps.push(now - last)
      last = now
    }
    return { perSecond: (gaps.length * 1000) / (last - began), slowestMs: Math.max(...gaps) }
  }, scrollMs)
}
