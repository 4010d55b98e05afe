// A barcode scanner at the desk: keys that the window's system hands on one right after the other, and an Enter.
import type { App } from './app.ts'

export async function scanBarcode({ electron }: App, code: string): Promise<void> {
  await electron.evaluate(
    ({ BrowserWindow }, keys) => {
      const window = BrowserWindow.getAllWindows().find((one) => one.isVisible())
      for (const keyCode of keys) {
        window?.webContents.sendInputEvent({ type: 'keyDown', keyCode })
        if (keyCode.length === 1) window?.webContents.sendInputEvent({ type: 'char', keyCode })
        window?.webContents.sendInputEvent({ type: 'keyUp', keyCode })
      }
    },
    [...code, 'Enter'],
  )
}
