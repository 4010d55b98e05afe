// The machine that figures were measured on: without it they mean nothing.
import { arch, availableParallelism, cpus, loadavg, release, tmpdir, totalmem, type } from 'node:os'
import { describeStorage } from '../../main/vault/index.ts'
import { megabytes, table } from './figures.ts'

export async function machine(): Promise<string> {
  const [load = 0] = loadavg()
  return table(
    ['machine', ''],
    [
      ['cores', `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}`],
      ['memory', megabytes(totalmem())],
      ['system', `${type()} ${release()} ${arch()}`],
      ['Node', process.version],
      ['file system of the temp folder', (await describeStorage(tmpdir())).fileSystem],
      // Windows has no such figure and says 0.
      ['load when it began', load.toFixed(1)],
    ],
  )
}
