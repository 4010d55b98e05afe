// The one window: sandboxed, context-isolated, in a session that lives in memory; it remembers only its place.
import { join } from 'node:path'
import { BrowserWindow, session, type Session } from 'electron'
import { appOrigin } from './addresses.ts'
import type { PreferenceStore } from './preferences.ts'

/** The session of the app's window; a name without `persist:` keeps it in memory. */
export function appSession(): Session {
  return session.fromPartition('privacy-desk', { cache: false })
}

export async function openWindow(
  preferences: PreferenceStore,
  preloadFile: string,
  ownSession: Session,
): Promise<BrowserWindow> {
  const window = new BrowserWindow({
    ...preferences.windowPlace(),
    minWidth: 1024,
    minHeight: 680,
    show: false,
    title: '個人情報デスク',
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: {
      preload: preloadFile,
      session: ownSession,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // Nobody inspects personal data through developer tools on an office PC.
      devTools: false,
    },
  })
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () => preferences.rememberWindowPlace(window.getNormalBounds()))
  // A copied, dragged or printed page would leave the vault; the app's own print and save are the only ways out.
  window.webContents.on('before-input-event', (event, input) => {
    const command = input.control || input.meta
    if (command && ['p', 's', 'r', 'u'].includes(input.key.toLowerCase())) event.preventDefault()
  })
  // A page may go to about:blank without asking; there it gets no answer, and the person no desk.
  window.webContents.on('did-navigate', (_event, url) => {
    if (!url.startsWith(`${appOrigin}/`)) void window.loadURL(`${appOrigin}/index.html`)
  })
  await window.loadURL(`${appOrigin}/index.html`)
  window.show()
  return window
}

export const preloadIn = (mainFolder: string): string => join(mainFolder, 'preload.cjs')
