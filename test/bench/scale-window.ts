// The same large desk in the real app: from the password to the list, a keystroke to its rows, and the frames of a long scroll.
import { startApp, type App } from '../journeys/app.ts'
import { ask } from '../journeys/bridge.ts'
import { clerk } from '../journeys/shortcuts.ts'
import { doorScreen } from '../journeys/screens/door.ts'
import { fill, w } from '../journeys/words.ts'
import { keyFromSecret, passwordCost } from '../../main/vault/seal.ts'
import { duration, median, section, table, timed, type Print } from './figures.ts'
import type { LedgerSize } from './ledger.ts'

/** Each finds some of the open cases, never all: the count is what tells that the answer is drawn. */
const searches = ['高橋', '鈴木 渋谷', 'わたなべ', '1丁目2']
const scrollMs = 5000

export async function benchScaleInWindow(dataFolder: string, size: LedgerSize, print: Print): Promise<void> {
  const began = performance.now()
  const app = await startApp({ dataFolder })
  try {
    const started = performance.now() - began
    const { signedIn, board } = await timesToBoard(app)
    const secret = await timed(() => keyFromSecret(clerk.password, new Uint8Array(32), passwordCost))
    await app.page.keyboard.press('Control+3')
    await app.page.getByRole('grid', { name: w.case.list }).locator('[data-row="5"]').waitFor()
    const keystrokes = await searched(app, size)
    await app.page.getByRole('switch', { name: w.case.showWiped }).click()
    await app.page.getByText(size.wiped.toLocaleString()).waitFor()
    const frames = await scrolled(app)
    print(
      section(
        'Scale, in the window',
        'Real Electron on a virtual display, driven by Playwright; without a graphics card frames are drawn by the processor.',
        table(
          ['what', 'figure', 'target'],
          [
            ['started → window ready', duration(started), ''],
            ['password entered → signed in', duration(signedIn), ''],
            ['password entered → board with every name', duration(board), ''],
            ['of this: the password made into a key, slow by design', duration(secret), ''],
            ['the rest: sign-in with every name opened', duration(Math.max(0, board - secret)), '1 s'],
            ['keystroke → rows, median', duration(median(keystrokes)), '100 ms'],
            [`frames a second over ${scrollMs / 1000} s of scrolling 100,000 rows`, frames.perSecond.toFixed(0), '60'],
            ['slowest frame of them', duration(frames.slowestMs), ''],
          ],
        ),
      ),
    )
  } finally {
    await app.close()
  }
}

async function timesToBoard({ page }: App): Promise<{ signedIn: number; board: number }> {
  const door = doorScreen(page)
  await page.getByRole('heading', { name: w.door.signInTitle }).waitFor()
  await page.getByLabel(w.door.loginName).fill(clerk.loginName)
  await page.getByLabel(w.door.password, { exact: true }).fill(clerk.password)
  const began = performance.now()
  await page.keyboard.press('Enter')
  await page
    .getByRole('navigation', { name: w.desk.navigation })
    .or(page.getByRole('button', { name: w.digest.goOn }))
    .waitFor()
  const signedIn = performance.now() - began
  await ask(page, 'cases.board', {})
  const board = performance.now() - began
  await door.signedIn()
  return { signedIn, board }
}

/** From the last character typed to the first drawn frame whose count is that of the answer, per search. */
async function searched({ page }: App, size: LedgerSize): Promise<number[]> {
  const field = page.getByLabel(w.case.search)
  const taken: number[] = []
  for (const text of searches) {
    await field.fill('')
    await page.getByText(fill(w.list.found, { open: size.open.toLocaleString() })).waitFor()
    const ms = await page.evaluate(async (typed) => {
      const input = document.querySelector<HTMLInputElement>('main input[data-scans]')
      const status = document.querySelector('[role=status]')
      if (input === null || status === null) throw new Error('The list is not there.')
      const before = status.textContent
      const began = performance.now()
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, typed)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      while (status.textContent === before) {
        if (performance.now() - began > 10_000) throw new Error('The search changed no count.')
        await new Promise(requestAnimationFrame)
      }
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
