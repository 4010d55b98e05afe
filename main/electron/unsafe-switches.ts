// Refuses to start an installed desk with switches that let another program look inside it or stand in its place.
import { app, dialog } from 'electron'

/** A debugging port listens for every account on the PC, not only for the one that opened it. */
const unsafeSwitches = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'js-flags',
  'disable-web-security',
  'disable-site-isolation-trials',
  'load-extension',
  'browser-subprocess-path',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'log-net-log',
  'ssl-key-log-file',
  'enable-logging',
  'log-file',
]

/** Packages for trying out are driven over the debugging port, and say so in their name. */
const isTestBuild = (): boolean => app.getName().endsWith('(test build)')

/** Ends the program with code 2. Call before anything is written. */
export function refuseUnsafeSwitches(): void {
  if (!app.isPackaged || isTestBuild()) return
  const found = unsafeSwitches.find((name) => app.commandLine.hasSwitch(name))
  if (found === undefined) return
  dialog.showErrorBox(
    '個人情報デスク',
    `起動オプション「--${found}」を付けては開けません。ショートカットのリンク先を管理者に確かめてもらってください。`,
  )
  process.exit(2)
}
