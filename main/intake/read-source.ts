// Reads a plain document once, whole, and says when it cannot be trusted to be whole.
import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

export type SourceReading =
  | { kind: 'read'; bytes: Buffer }
  /** It grew, shrank or was touched while it was read, or another program holds it. */
  | { kind: 'changing' }
  | { kind: 'too-many-bytes' }
  | { kind: 'unreadable' }
  | { kind: 'gone' }

/** Largest file that is taken in, in bytes. */
export const maxFileBytes = 200 * 1024 * 1024

/** Windows has no such flag; there a link is recognised by lstat before this is called. */
const noFollow = constants.O_NOFOLLOW ?? 0

/** The bytes of the file as they were between two equal looks at its size and time of change. Never follows a link. */
export async function readSource(path: string): Promise<SourceReading> {
  try {
    const file = await open(path, constants.O_RDONLY | noFollow)
    try {
      const before = await file.stat()
      if (!before.isFile()) return { kind: 'unreadable' }
      if (before.size > maxFileBytes) return { kind: 'too-many-bytes' }
      // One byte more than it should have shows a file that is still growing.
      const buffer = Buffer.alloc(before.size + 1)
      const length = await fill(file, buffer)
      const after = await file.stat()
      if (length !== before.size || after.size !== before.size || after.mtimeMs !== before.mtimeMs) {
        buffer.fill(0)
        return { kind: 'changing' }
      }
      return { kind: 'read', bytes: buffer.subarray(0, length) }
    } finally {
      await file.close()
    }
  } catch (error) {
    return outcomeOf(error)
  }
}

async function fill(file: { read: FileRead }, buffer: Buffer): Promise<number> {
  let length = 0
  while (length < buffer.length) {
    const { bytesRead } = await file.read(buffer, length, buffer.length - length, length)
    if (bytesRead === 0) break
    length += bytesRead
  }
  return length
}
type FileRead = (buffer: Buffer, offset: number, length: number, position: number) => Promise<{ bytesRead: number }>

function outcomeOf(error: unknown): SourceReading {
  switch (errorCode(error)) {
    case 'ENOENT':
      return { kind: 'gone' }
    case 'EBUSY': // Windows: open elsewhere without sharing
      return { kind: 'changing' }
    case null:
      throw error
    default:
      return { kind: 'unreadable' }
  }
}

/** The operating system's word for a failed file call; null for every other error. */
export function errorCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error
    ? error.code
    : null
}
