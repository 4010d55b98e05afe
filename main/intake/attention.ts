// The list of files that need the clerk's attention: in memory only, with what may be done about each.
import { randomUUID } from 'node:crypto'
import type { Attention, Route } from '../../shared/ipc/parts.ts'
import type { Instant } from '../../shared/dates.ts'

/** Where the file of a line lies, or its bytes where it came without a place. */
export type Source = { kind: 'path'; path: string } | { kind: 'bytes'; bytes: Uint8Array } | { kind: 'none' }

export interface Line {
  shown: Attention
  source: Source
}

export interface AttentionList {
  add(line: { fileName: string; route: Route; outcome: Attention['outcome']; source: Source }): void
  shown(): Attention[]
  find(id: string): Line | null
  /** Also overwrites the bytes it held. */
  remove(id: string): void
  /** The file at this path changed, went or was taken in: what was said of it is no longer true. */
  removePath(path: string): void
  /** Forgets what was dropped as bytes: nothing plain stays in memory while nobody is signed in. */
  forgetBytes(): void
}

/** Dropped files that wait for an answer are held plain in memory: all of them together at most this. */
const maxHeldBytes = 200 * 1024 * 1024

export function createAttentionList(now: () => Instant, changed: () => void): AttentionList {
  const lines = new Map<string, Line>()

  function heldBytes(): number {
    let bytes = 0
    for (const { source } of lines.values()) if (source.kind === 'bytes') bytes += source.bytes.byteLength
    return bytes
  }

  function remove(id: string): void {
    const line = lines.get(id)
    if (!line) return
    if (line.source.kind === 'bytes') line.source.bytes.fill(0)
    lines.delete(id)
    changed()
  }

  return {
    add({ fileName, route, outcome, source }) {
      const isHeld = source.kind !== 'bytes' || heldBytes() + source.bytes.byteLength <= maxHeldBytes
      const kept: Source = isHeld ? source : { kind: 'none' }
      const shown = { id: randomUUID(), fileName, route, at: now(), outcome, actions: actionsFor(outcome, route, kept) }
      lines.set(shown.id, { shown, source: kept })
      changed()
    },
    shown: () => [...lines.values()].map((line) => line.shown),
    find: (id) => lines.get(id) ?? null,
    remove,
    removePath(path) {
      for (const [id, { source }] of lines) if (source.kind === 'path' && source.path === path) remove(id)
    },
    forgetBytes() {
      for (const [id, { source }] of lines) if (source.kind === 'bytes') remove(id)
    },
  }
}

/** Only sources in the watched folder are ever removed, and only when a sealed copy of the same bytes exists. */
function actionsFor(outcome: Attention['outcome'], route: Route, source: Source): Attention['actions'] {
  const mayRemove = route === 'watched-folder' && outcome.kind !== 'refused'
  return [
    ...(outcome.kind === 'duplicate' && source.kind !== 'none' ? (['take-in'] as const) : []),
    ...(mayRemove ? (['remove-source'] as const) : []),
    'dismiss',
  ]
}
