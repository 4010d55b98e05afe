// The screening that a bench measures: the models of the build, native pictures, a process for each of two cores.
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { buildFolder } from '../../resources/dev/places.mjs'
import { startScreening, type Screening } from '../../main/screening/index.ts'

export const modelsFolder = join(buildFolder, 'models')
const workerFile = join(buildFolder, 'main', 'screening-worker.cjs')

/** A busy machine shall show in the times, not as pages that nobody read. */
const patienceMs = 600_000

export async function startMeasured(): Promise<{ screening: Screening; processes: number }> {
  const processes = Math.min(2, availableParallelism())
  const screening = await startScreening({
    modelsFolder,
    workerFile,
    pictures: 'native',
    workers: processes,
    pageTimeLimitMs: patienceMs,
  })
  return { screening, processes }
}
