// Table of contents of the running app: what starts, in which order.
import { openDesk, type Desk } from './desk.ts'
import {
  buildShell,
  declareScheme,
  hardenBeforeReady,
  hardenContents,
  isSelfCheck,
  live,
  liveOnce,
  lockWhenAway,
  openClock,
  refuseUnsafeSwitches,
  settleDataFolder,
  type Shell,
} from './electron/index.ts'
import { routesOf } from './ipc/routes.ts'
import { openDoor } from './ipc/serve.ts'
import { openLog } from './log.ts'
import { selfCheck } from './self-check.ts'

refuseUnsafeSwitches()
const isChecking = isSelfCheck()
const folders = settleDataFolder()
declareScheme()
hardenBeforeReady()
const log = openLog(folders.data, openClock().now)
hardenContents(log)

if (isChecking) liveOnce(() => selfCheck(buildShell(folders.data, __dirname, log).surroundings, log), folders.leave)
else liveAtDesk()

function liveAtDesk(): void {
  let shell: Shell | null = null
  let desk: Desk | null = null
  live(log, {
    async begin() {
      shell = buildShell(folders.data, __dirname, log)
      desk = await openDesk(shell.surroundings, shell.emit, log)
      lockWhenAway(() => void desk?.lock())
      await shell.open(openDoor({ routes: routesOf(desk), signedIn: desk.signedIn, isReadOnly: desk.isReadOnly, log }))
    },
    window: () => shell?.window() ?? null,
    async end() {
      await desk?.close()
      folders.leave()
    },
  })
}
