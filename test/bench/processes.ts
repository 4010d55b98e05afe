// Memory of the processes a bench started, read from /proc; elsewhere it is not measured.
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

/** Resident bytes of each child. */
async function childSizes(): Promise<number[]> {
  const processes = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const sizes = await Promise.all(
    processes.map(async (id) => {
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
