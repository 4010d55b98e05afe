// The system's file dialogs: paths stay in main, the page learns only how many files were chosen.
import { open, readFile, unlink } from 'node:fs/promises'
import { dialog, type BrowserWindow } from 'electron'
import { Fault } from '../../shared/faults.ts'
import type { Surroundings } from '../surroundings.ts'

const scanFilters = [
  { name: 'スキャン (JPEG, PNG, TIFF, PDF)', extensions: ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'pdf'] },
]
const certificateLimitBytes = 5_000_000

export function openDialogs(ourWindow: () => BrowserWindow | null): Surroundings['dialogs'] {
  const parent = (): BrowserWindow => {
    const window = ourWindow()
    if (window === null) throw new Error('A dialog was asked for without a window.')
    return window
  }
  return {
    async chooseScans() {
      const chosen = await dialog.showOpenDialog(parent(), {
        title: 'スキャンを取り込む',
        filters: scanFilters,
        properties: ['openFile', 'multiSelections', 'dontAddToRecent'],
      })
      return chosen.canceled ? [] : chosen.filePaths
    },
    async chooseFolder() {
      const chosen = await dialog.showOpenDialog(parent(), {
        title: '監視するフォルダーを選ぶ',
        properties: ['openDirectory', 'dontAddToRecent'],
      })
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null)
    },
    async save(name, bytes) {
      const chosen = await dialog.showSaveDialog(parent(), {
        title: '保存',
        defaultPath: name,
        properties: ['dontAddToRecent'],
      })
      if (chosen.canceled || !chosen.filePath) return false
      await writeOut(chosen.filePath, bytes)
      return true
    },
    async chooseCertificate() {
      const chosen = await dialog.showOpenDialog(parent(), {
        title: '破棄証明書(JSON)を選ぶ',
        filters: [{ name: 'JSON', extensions: ['json'] }],
        properties: ['openFile', 'dontAddToRecent'],
      })
      const file = chosen.canceled ? undefined : chosen.filePaths[0]
      if (file === undefined) return null
      return (await readFile(file)).subarray(0, certificateLimitBytes)
    },
  }
}

/** Faults: cannot-save (a place that may not be written, a medium that was pulled out), disk-full; then no half of a file stays. */
async function writeOut(path: string, bytes: Uint8Array): Promise<void> {
  // What is not even opened is as it was, and must not be removed.
  const file = await open(path, 'w').catch((cause: unknown) => {
    throw new Fault('cannot-save', {}, { cause })
  })
  try {
    await file.writeFile(bytes)
    await file.close()
  } catch (cause) {
    await file.close().catch(() => undefined)
    await unlink(path).catch(() => undefined)
    const isFull = cause instanceof Error && 'code' in cause && cause.code === 'ENOSPC'
    throw new Fault(isFull ? 'disk-full' : 'cannot-save', {}, { cause })
  }
}
