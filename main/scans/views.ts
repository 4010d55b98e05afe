// Who looked at which page, written to the audit chain.
import type { Person } from '../../shared/ipc/parts.ts'
import type { ScanParts } from './parts.ts'

const hourMs = 60 * 60 * 1000

/**
 * Zooming and going back and forth asks for the same page dozens of times: one entry per person, page and hour says
 * who looked, without burying the chain. Kept in memory, so a restart only ever writes more.
 */
export function createViews({ audit, now }: Pick<ScanParts, 'audit' | 'now'>, event: 'scan-viewed' | 'identity-read') {
  const viewedAtMs = new Map<string, number>()
  return async (who: Person, id: string, page: number): Promise<void> => {
    const nowMs = Date.parse(now())
    for (const [view, atMs] of viewedAtMs) if (Math.abs(nowMs - atMs) >= hourMs) viewedAtMs.delete(view)
    const view = `${who.id} ${id} ${page}`
    if (viewedAtMs.has(view)) return
    await audit.append(event, { actor: who.id, subject: id, detail: { page } })
    viewedAtMs.set(view, nowMs)
  }
}
