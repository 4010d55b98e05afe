// The app's life: one instance, ready, the other instance's call, quitting only after the desk has closed.
import { app, dialog, type BrowserWindow } from 'electron'
import { Fault } from '../../shared/faults.ts'
import { placeOf, type Log } from '../log.ts'

const startSentences: Partial<Record<string, string>> = {
  'database-newer':
    'データが新しい版のアプリで作られています。アプリを更新してからもう一度開いてください。データは変更していません。',
  'database-locked': 'ほかのプログラムがデータを使っています。閉じてからもう一度開いてください。',
  'disk-full': 'ディスクの空きがありません。空きを作ってからもう一度開いてください。',
  'vault-damaged':
    '鍵のファイルが壊れています。データは変更していません。管理者に連絡し、バックアップから戻してください。',
}

/** Starts `begin` once Electron is ready, unless another instance already works on this data folder. */
export function live(
  log: Log,
  parts: { begin(): Promise<void>; window(): BrowserWindow | null; end(): Promise<void> },
): void {
  if (!app.requestSingleInstanceLock()) {
    void parts.end().finally(() => app.quit())
    return
  }
  app.on('second-instance', () => {
    const window = parts.window()
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  app.on('window-all-closed', () => app.quit())
  let ended = false
  app.on('before-quit', (event) => {
    if (ended) return
    event.preventDefault()
    void parts.end().finally(() => {
      ended = true
      log.write('stopped')
      app.quit()
    })
  })
  process.on('uncaughtException', (error) => log.write('unexpected', placeOf(error)))
  process.on('unhandledRejection', (error) => log.write('unexpected', placeOf(error)))
  app
    .whenReady()
    .then(parts.begin)
    .then(() => log.write('started', { version: app.getVersion() }))
    .catch((error: unknown) => {
      log.write('unexpected', placeOf(error))
      const code = error instanceof Fault ? error.code : 'bug'
      dialog.showErrorBox(
        '個人情報デスク',
        startSentences[code] ?? 'アプリを開始できませんでした。管理者に連絡してください。',
      )
      void parts.end().finally(() => app.exit(1))
    })
}
