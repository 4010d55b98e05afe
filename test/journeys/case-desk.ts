// A desk of two people with an app of its own, for the short journeys of one case: who sits there, who comes, another day.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Lane, RequestKind } from '../../shared/cases.ts'
import type { CalendarDate } from '../../shared/dates.ts'
import type { CaseRecord } from '../../shared/ipc/parts.ts'
import { startApp, type App, type AppOptions } from './app.ts'
import { ask } from './bridge.ts'
import { checkIdentity } from './identity.ts'
import { caseScreen } from './screens/case.ts'
import { casesScreen } from './screens/cases.ts'
import { doorScreen, type Account } from './screens/door.ts'
import { clerk, reviewer, staffDesk } from './shortcuts.ts'

/** Of nobody: 見本. */
export const requester = {
  name: '見本 花子',
  kana: 'ミホン ハナコ',
  postalCode: '150-0002',
  address: '東京都渋谷区渋谷一丁目2番3号',
}

export interface CaseDesk {
  app(): App
  page(): Page
  /** Ends who sits there and lets this person sign in through the door; the digest is read and put away. */
  sit(account: Account): Promise<void>
  /** Closes the app and starts it on another day, with nobody signed in. */
  laterOn(instant: string): Promise<void>
  /** Opens a case through its form, as the clerk does. */
  open(kind: RequestKind, lane: Lane, arrivedOn: CalendarDate | null): Promise<string>
  /** The case as the app tells it. */
  record(number: string): Promise<CaseRecord>
  /** What a clerk would pass: the licence says what the form says. */
  passIdentity(number: string): Promise<void>
  remove(): Promise<void>
}

/** Starts at `clock` with a clerk and a reviewer; nobody is signed in. */
export async function caseDesk(options: { clock: string } & Pick<AppOptions, 'environment'>): Promise<CaseDesk> {
  const folder = await mkdtemp(join(tmpdir(), 'privacy-desk-case-'))
  const start = (clock: string): Promise<App> => startApp({ ...options, clock, dataFolder: join(folder, 'data') })
  let app = await start(options.clock)
  await staffDesk(app.page, [
    { ...clerk, roles: ['clerk'] },
    { ...reviewer, roles: ['clerk', 'reviewer'] },
  ])

  async function record(number: string): Promise<CaseRecord> {
    const { cases } = await ask(app.page, 'cases.list', {})
    const id = cases.find((one) => one.number === number)?.id
    if (id === undefined) throw new Error(`There is no case ${number}.`)
    return ask(app.page, 'cases.get', { id })
  }

  return {
    app: () => app,
    page: () => app.page,
    async sit(account) {
      const door = doorScreen(app.page)
      if ((await ask(app.page, 'session.state', {})).person !== null) await door.lock()
      await door.signIn(account)
      await door.signedIn()
    },
    async laterOn(instant) {
      await app.close()
      app = await start(instant)
    },
    async open(kind, lane, arrivedOn) {
      const number = await casesScreen(app.page).add({ kind, lane, arrivedOn, requester })
      await caseScreen(app.page).shown(number)
      return number
    },
    record,
    async passIdentity(number) {
      await checkIdentity(app.page, (await record(number)).id, requester)
    },
    async remove() {
      await app.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
