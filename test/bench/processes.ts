// Memory and processor time of the processes a bench started, read from /proc; elsewhere they are not measured.
import { readdir, readFile } from 'node:fs/promises'

export interface Watch {
  /** Bytes, the largest sum over all child processes and the largest of one, since the last call; null where they cannot be read. */
  most(): { together: number; one: number } | null
  end(): void
}

const everyMs = 200

/** Looks at this program's child processes again and again until it is told to end. */
export function watchChildren(): Watch {
  let most: { together: number; one: number } | null = null
  const look = async (): Promise<void> => {
    const sizes = await childSizes()
    if (sizes.length === 0) return
    const together = sizes.reduce((sum, size) => sum + size, 0)
    most = { together: Math.max(most?.together ?? 0, together), one: Math.max(most?.one ?? 0, ...sizes) }
  }
  const timer = setInterval(() => void look().catch(() => {}), everyMs)
  return {
    most() {
      const seen = most
      most = null
      return seen
    },
    end: () => clearInterval(timer),
  }
}

const msPerTick = 10

/** Processor time that a process and all it started have used so far, in milliseconds; null where it cannot be read. */
export async function processorTimeOf(root: number): Promise<number | null> {
  const found = new Map<number, Usage | null>()
  for (const id of await processIds()) found.set(id, await usageOf(id))
  if ((found.get(root) ?? null) === null) return null
  let ticks = 0
  for (const [id, usage] of found) if (isBelow(id, root, found)) ticks += usage?.ticks ?? 0
  return ticks * msPerTick
}

interface Usage {
  parent: number
  ticks: number
}

/** Of the process and of those it started that have ended. */
async function usageOf(id: number): Promise<Usage | null> {
  const stat = await readFile(`/proc/${id}/stat`, 'utf8').catch(() => '')
  // The name in brackets may hold spaces.
  const fields = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number)
  const [, parent] = fields
  if (parent === undefined) return null
  return { parent, ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + ticks, 0) }
}

function isBelow(id: number, root: number, found: ReadonlyMap<number, Usage | null>): boolean {
  if (id === root) return true
  const parent = found.get(id)?.parent ?? 0
  return parent > 0 && isBelow(parent, root, found)
}

async function processIds(): Promise<number[]> {
  return (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
}

/** Resident bytes of each child. */
async function childSizes(): Promise<number[]> {
  const sizes = await Promise.all(
    (await processIds()).map(async (id) => {
      // A process may end between the list and the look.
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
      if (numberAfter(status, 'PPid') !== process.pid) return null
      return numberAfter(status, 'VmRSS') * 1024
    }),
  )
  return sizes.filter((size) => size !== null)
}

function numberAfter(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
}
