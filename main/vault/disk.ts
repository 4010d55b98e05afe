// Writing that is on the disk when it returns, and removing that overwrites first: the vault's only way to change files.
import { randomFill } from 'node:crypto'
import { open, readdir, rename, unlink, type FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import { z } from 'zod'
import { Fault } from '../../shared/faults.ts'

const fillRandomly = promisify<Uint8Array, Uint8Array>(randomFill)
const stepBytes = 1024 * 1024

/** Writes all of `bytes` at `position`; a short write goes on. */
export async function writeFully(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await file.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}

/** Fewer bytes than asked only at the end of the file. */
export async function readFully(file: FileHandle, length: number, position: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  let read = 0
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, position + read)
    if (bytesRead === 0) return bytes.subarray(0, read)
    read += bytesRead
  }
  return bytes
}

/** Makes a rename or removal in the folder last. Windows cannot sync a folder; NTFS journals the change itself. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * Writes a new file under a temporary name beside it, syncs, renames: the name never shows half a file. `write` fills the file;
 * when it fails, what was written is removed again. Fault: disk-full.
 */
export async function writeWhole(
  path: string,
  temporary: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await write(file)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, path)
    await syncFolder(dirname(path))
  } catch (error) {
    await overwriteAndRemove(temporary)
    throw diskFault(error)
  }
}

/**
 * Overwrites the whole file in place with random bytes, syncs, and only then removes it: truncating or replacing it first would leave the
 * old blocks as they were. A file that is not there is fine.
 */
export async function overwriteAndRemove(path: string): Promise<void> {
  const file = await openIfThere(path)
  if (file === null) return
  try {
    const { size } = await file.stat()
    const noise = new Uint8Array(Math.min(stepBytes, size))
    for (let position = 0; position < size; position += stepBytes) {
      await fillRandomly(noise)
      await writeFully(file, noise.subarray(0, Math.min(stepBytes, size - position)), position)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  await unlink(path)
  await syncFolder(dirname(path))
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r+')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

export async function namesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}

const systemErrorSchema = z.object({ code: z.string() })

export function codeOf(error: unknown): string | null {
  const parsed = systemErrorSchema.safeParse(error)
  return parsed.success ? parsed.data.code : null
}

/** What a person can act on becomes a Fault; the rest stays as it is. */
export function diskFault(error: unknown): unknown {
  const code = codeOf(error)
  return code === 'ENOSPC' || code === 'EDQUOT' ? new Fault('disk-full', {}, { cause: error }) : error
}
