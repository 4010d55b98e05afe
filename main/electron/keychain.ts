// The operating system's keychain behind one small door; without a real one there is none, and passwords alone unlock.
import { safeStorage } from 'electron'
import type { Keychain } from '../surroundings.ts'

/** Chromium's prefix of a blob under its fixed, published password: no protection at all. */
const fixedPasswordPrefix = 'v10'

/**
 * Null on a headless Linux (`basic_text`) and wherever the system says that it cannot encrypt.
 * `safeStorage` has no integrity of its own: callers keep their own authenticated encryption around what they store.
 */
export function openKeychain(): Keychain | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  if (process.platform === 'linux' && ['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend()))
    return null
  return {
    async protect(secret) {
      const text = Buffer.from(secret).toString('base64')
      const sealed = 'encryptStringAsync' in safeStorage ? await safeStorage.encryptStringAsync(text) : encryptNow(text)
      if (process.platform === 'linux' && sealed.subarray(0, 3).toString('latin1') === fixedPasswordPrefix) {
        throw new Error('The keychain fell back to its fixed password.')
      }
      return sealed
    },
    async unprotect(sealed) {
      const blob = Buffer.from(sealed)
      const text =
        'decryptStringAsync' in safeStorage ? (await safeStorage.decryptStringAsync(blob)).result : decryptNow(blob)
      return Buffer.from(text, 'base64')
    },
  }
}

// Electron before the asynchronous calls has only these; later ones drop them.
const older = safeStorage as Pick<typeof safeStorage, 'encryptString' | 'decryptString'>
const encryptNow = (text: string): Buffer => older.encryptString(text)
const decryptNow = (blob: Buffer): string => older.decryptString(blob)
