// Takes away from every window what the desk never needs: network, navigation, new windows, permissions, downloads.
import { execFile } from 'node:child_process'
import { app, Menu, type Session } from 'electron'
import type { Log } from '../log.ts'
import { appOrigin, paperOrigin } from './addresses.ts'

/** Switches that must stand before Electron is ready. */
export function hardenBeforeReady(): void {
  // Nothing resolves and no proxy is asked: even Chromium's own services cannot reach out.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('no-proxy-server')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-domain-reliability')
  app.commandLine.appendSwitch('disable-http-cache')
  app.commandLine.appendSwitch('disable-gpu-shader-disk-cache')
  app.commandLine.appendSwitch('disable-breakpad')
  Menu.setApplicationMenu(null)
  forbidCoreDumps()
}

/** A core dump would hold every open page: measured, not feared. Windows has no counterpart an app can set. */
function forbidCoreDumps(): void {
  if (process.platform === 'linux') execFile('prlimit', ['--core=0:0', '--pid', String(process.pid)], () => {})
}

/** No page opens another, goes elsewhere or embeds anything. */
export function hardenContents(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    // Calls between browsers ask neither the page's policy nor the session; without a proxy this leaves them no way out.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
    contents.setWindowOpenHandler(() => {
      log.write('navigation-refused')
      return { action: 'deny' }
    })
    contents.on('will-navigate', (event) => {
      log.write('navigation-refused')
      event.preventDefault()
    })
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault()
    })
    contents.on('will-redirect', (event) => event.preventDefault())
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('render-process-gone', (_gone, details) => log.write('renderer-gone', { reason: details.reason }))
  })
}

/** Refuses every permission, device, download and request but the app's own pages and bytes it made itself. */
export function hardenSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setSpellCheckerEnabled(false)
  session.on('will-download', (event) => event.preventDefault())
  session.webRequest.onBeforeRequest((details, answer) => {
    const allowed = [`${appOrigin}/`, `${paperOrigin}/`, `blob:${appOrigin}/`, 'data:', 'devtools:'].some((start) =>
      details.url.startsWith(start),
    )
    if (!allowed) log.write('network-refused', { scheme: details.url.split(':', 1)[0] ?? '' })
    answer({ cancel: !allowed })
  })
}
