// Overwrites and removes a watched source whose sealed copy was proven, and never touches any other file.
import { randomBytes } from 'node:crypto'
import { constants, type Stats } from 'node:fs'
import { lstat, link, open, readdir, rename, unlink, type FileHandle } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { removingName, scanOfRemovingName } from './ignored-names.ts'
import { errorCode, readSource } from './read-source.ts'

/** `changed`: the file of this name is not the one that was sealed; it was left as it is. `remains`: it could not be removed. */
export type Removal = 'removed' | 'gone' | 'changed' | 'remains'

/** Says whether these bytes are the ones that were sealed. */
export type SameAsSealed = (bytes: Uint8Array) => Promise<boolean>

const chunkBytes = 1024 * 1024

/**
 * Reads the source again, compares it, gives it a hidden name of its own, overwrites it whole, syncs, unlinks.
 * A file that took the name in between is put back. Killed at any step, `finishRemovals` goes on.
 */
export async function removeSource(path: string, scanId: string, isSame: SameAsSealed): Promise<Removal> {
  const before = await look(path)
  if (!before) return 'gone'
  const reading = before.isFile() ? await readSource(path) : { kind: 'changed' as const }
  if (reading.kind === 'gone') return 'gone'
  if (reading.kind === 'unreadable' || reading.kind === 'changing') return 'remains'
  if (reading.kind !== 'read') return 'changed'
  const same = await isSame(reading.bytes)
  reading.bytes.fill(0)
  if (!same) return 'changed'

  const hidden = join(dirname(path), removingName(scanId, randomBytes(4).toString('hex')))
  try {
    await rename(path, hidden)
    const after = await look(hidden)
    if (!after) return 'gone'
    if (!isUntouched(before, after) && !(await isStillSame(hidden, isSame))) {
      await giveBack(hidden, path)
      return 'changed'
    }
    await overwriteAndUnlink(hidden)
    return 'removed'
  } catch (error) {
    if (errorCode(error) === null) throw error
    return 'remains'
  }
}

/**
 * What a killed removal left in the folder. Equal bytes or a head already overwritten: it is finished. Anything else is
 * no file of ours to destroy and gets a visible name back. `isSame` is null when the scan is unknown.
 */
export async function finishRemovals(
  folder: string,
  sameAs: (scanId: string) => Promise<{ isSame: SameAsSealed; fileName: string } | null>,
): Promise<{ scanId: string; path: string; removal: Removal }[]> {
  const results: { scanId: string; path: string; removal: Removal }[] = []
  for (const name of await namesIn(folder)) {
    const scanId = scanOfRemovingName(name)
    if (!scanId) continue
    const hidden = join(folder, name)
    const known = await sameAs(scanId)
    const reading = await readSource(hidden)
    if (reading.kind === 'gone') continue
    try {
      if (reading.kind !== 'read') {
        results.push({ scanId, path: hidden, removal: 'remains' })
        continue
      }
      // No document that is taken in begins with a sector of zeros, so a zero head is our own overwriting.
      const begun = reading.bytes.subarray(0, 512).every((byte) => byte === 0)
      const same = known !== null && (begun || (await known.isSame(reading.bytes)))
      reading.bytes.fill(0)
      if (same) await overwriteAndUnlink(hidden)
      else await giveBack(hidden, join(folder, basename(known?.fileName ?? `${scanId}.scan`)))
      results.push({ scanId, path: hidden, removal: same ? 'removed' : 'changed' })
    } catch (error) {
      if (errorCode(error) === null) throw error
      results.push({ scanId, path: hidden, removal: 'remains' })
    }
  }
  return results
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    // It went missing again: the next time it appears this is asked anew.
    if (errorCode(error) === null) throw error
    return []
  }
}

/** Measured: only open `r+`, overwrite whole, fsync, unlink leaves nothing of a file on ext4, xfs and ntfs. */
async function overwriteAndUnlink(path: string): Promise<void> {
  const file = await open(path, constants.O_RDWR | (constants.O_NOFOLLOW ?? 0))
  try {
    await overwrite(file)
  } finally {
    await file.close()
  }
  await unlink(path)
}

async function overwrite(file: FileHandle): Promise<void> {
  const { size } = await file.stat()
  const zeros = Buffer.alloc(Math.min(chunkBytes, size))
  for (let at = 0; at < size;) {
    const { bytesWritten } = await file.write(zeros, 0, Math.min(zeros.length, size - at), at)
    at += bytesWritten
  }
  await file.sync()
}

async function look(path: string): Promise<Stats | null> {
  try {
    return await lstat(path)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null
    throw error
  }
}

/** Some shares give a renamed file a new number: then its bytes decide. */
async function isStillSame(path: string, isSame: SameAsSealed): Promise<boolean> {
  const reading = await readSource(path)
  if (reading.kind !== 'read') return false
  const same = await isSame(reading.bytes)
  reading.bytes.fill(0)
  return same
}

function isUntouched(before: Stats, after: Stats): boolean {
  return before.ino === after.ino && before.size === after.size && before.mtimeMs === after.mtimeMs
}

/** Back to its name, or to the first free one beside it: `scan (2).pdf`. A link never replaces a file, a rename would. */
async function giveBack(hidden: string, path: string): Promise<void> {
  const ending = extname(path)
  const stem = path.slice(0, path.length - ending.length)
  for (let copy = 1; ; copy += 1) {
    const name = copy === 1 ? path : `${stem} (${copy})${ending}`
    if (await look(name)) continue
    try {
      await link(hidden, name)
      await unlink(hidden)
      return
    } catch (error) {
      const code = errorCode(error)
      if (code === 'EEXIST') continue
      // Shares and FAT know no links; the name was free a moment ago.
      if (code === null || code === 'ENOENT') throw error
      await rename(hidden, name)
      return
    }
  }
}
