// Looks for byte patterns in every file of a folder, as raw bytes: it opens nothing through the app.
import { open, readdir, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'

export interface Pattern {
  /** What it is, for the report: a closed word, nothing secret. */
  name: string
  /** At least two bytes. */
  bytes: Uint8Array
}

export interface RawSearch {
  filesSearched: number
  bytesSearched: number
  hits: { pattern: string; where: string }[]
}

const stepBytes = 1024 * 1024
/** A folder full of traces must not make a report of millions of lines. */
const mostHits = 1000

/**
 * Streams every ordinary file below `folder` past all patterns at once. A file that is gone when its turn comes is skipped; one that cannot be
 * read throws: what was not searched must not count as clean. `report` gets the fraction of bytes done.
 */
export async function searchFolder(
  folder: string,
  patterns: readonly Pattern[],
  report: (fraction: number) => void,
  signal: AbortSignal,
): Promise<RawSearch> {
  const index = indexOf(patterns)
  const files = await filesBelow(folder)
  const totalBytes = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const found: RawSearch = { filesSearched: 0, bytesSearched: 0, hits: [] }
  for (const { path } of files) {
    const bytesBefore = found.bytesSearched
    const where = relative(folder, path)
    const searched = await searchFile(
      path,
      index,
      (pattern, offset) => {
        if (found.hits.length < mostHits) found.hits.push({ pattern: pattern.name, where: `${where} @ ${offset}` })
      },
      (bytes) => {
        signal.throwIfAborted()
        report(Math.min(1, (bytesBefore + bytes) / Math.max(1, totalBytes)))
      },
    )
    if (searched === null) continue
    found.filesSearched += 1
    found.bytesSearched += searched
  }
  return found
}

/** Patterns by their first two bytes; a byte table beside it, because nearly every place of a file is none. */
interface PatternIndex {
  mayStart: Uint8Array
  byStart: Map<number, Pattern[]>
  longest: number
}

function indexOf(patterns: readonly Pattern[]): PatternIndex {
  const index: PatternIndex = { mayStart: new Uint8Array(65_536), byStart: new Map(), longest: 0 }
  for (const pattern of patterns) {
    const [first, second] = pattern.bytes
    if (first === undefined || second === undefined) throw new Error('A pattern to search for is too short.')
    const start = (first << 8) | second
    index.mayStart[start] = 1
    index.byStart.set(start, [...(index.byStart.get(start) ?? []), pattern])
    index.longest = Math.max(index.longest, pattern.bytes.length)
  }
  return index
}

type Found = (pattern: Pattern, offset: number) => void

/** Bytes searched; null when the file is gone. */
async function searchFile(
  path: string,
  index: PatternIndex,
  found: Found,
  progress: (bytes: number) => void,
): Promise<number | null> {
  const file = await open(path, 'r').catch(nullWhenGone)
  if (file === null) return null
  try {
    // Each window begins with the end of the one before, so that no pattern hides on the border.
    const overlap = Math.max(0, index.longest - 1)
    const window = Buffer.alloc(overlap + stepBytes)
    let kept = 0
    let position = 0
    for (;;) {
      const { bytesRead } = await file.read(window, kept, stepBytes, position)
      if (bytesRead === 0) return position
      position += bytesRead
      const filled = kept + bytesRead
      searchWindow(window.subarray(0, filled), position - filled, kept, index, found)
      kept = Math.min(overlap, filled)
      window.copyWithin(0, filled - kept, filled)
      progress(position)
    }
  } finally {
    await file.close()
  }
}

/** `known`: how many bytes at the start were already in the window before; what lies wholly in them was found then. */
function searchWindow(
  window: Buffer,
  offset: number,
  known: number,
  { mayStart, byStart }: PatternIndex,
  found: Found,
): void {
  const last = window.length - 1
  let start = window[0] ?? 0
  for (let at = 0; at < last; at += 1) {
    start = ((start << 8) | (window[at + 1] ?? 0)) & 0xffff
    if (mayStart[start] === 0) continue
    for (const pattern of byStart.get(start) ?? []) {
      const end = at + pattern.bytes.length
      if (end <= window.length && end > known && startsWith(window, at, pattern.bytes)) found(pattern, offset + at)
    }
  }
}

function startsWith(window: Buffer, at: number, bytes: Uint8Array): boolean {
  for (let index = 2; index < bytes.length; index += 1) if (window[at + index] !== bytes[index]) return false
  return true
}

async function filesBelow(folder: string): Promise<{ path: string; bytes: number }[]> {
  const files: { path: string; bytes: number }[] = []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  // Links lead out of the folder; sockets and pipes hold nothing.
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name)
    const facts = await stat(path).catch(nullWhenGone)
    if (facts !== null && facts.size > 0) files.push({ path, bytes: facts.size })
  }
  return files
}

function nullWhenGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
