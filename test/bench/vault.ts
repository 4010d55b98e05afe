// The bench of the vault: how fast documents are sealed and opened.
import { randomBytes, randomUUID } from 'node:crypto'
import { tempDesk } from '../back-room/desk-fixture.ts'
import { duration, median, section, table, timed, type Print } from './figures.ts'
import { withTempFolder } from './temp-folder.ts'

const megabyte = 2 ** 20
/** The largest is the largest file that is taken in. */
const sizes = [
  { megabytes: 1, runs: 21 },
  { megabytes: 20, runs: 7 },
  { megabytes: 200, runs: 3 },
]

export async function benchVault(print: Print): Promise<void> {
  const rows = await withTempFolder(async (folder) => {
    const desk = await tempDesk({ folder, unlocked: true })
    try {
      const slot = await desk.vault.createKey('document', randomUUID(), 'desk')
      const measured: string[][] = []
      for (const size of sizes) {
        const content = randomBytes(size.megabytes * megabyte)
        const seal: number[] = []
        const open: number[] = []
        for (let run = 0; run < size.runs; run += 1) {
          const id = randomUUID()
          seal.push(await timed(() => desk.vault.sealObject(slot, 'scan', content, id)))
          open.push(await timed(() => desk.vault.openObject(slot, 'scan', id)))
          await desk.vault.shredObject(id)
        }
        const speed = (times: readonly number[]): string =>
          `${Math.round((1000 * size.megabytes) / median(times))} MB/s`
        measured.push([
          `${size.megabytes} MB`,
          String(size.runs),
          duration(median(seal)),
          speed(seal),
          duration(median(open)),
          speed(open),
        ])
      }
      return measured
    } finally {
      await desk.close()
    }
  })
  const remark =
    'Medians. Sealed: written, synced and renamed. Opened: from the system’s cache, and only once the tag was checked.'
  print(section('Seal and open', remark, table(['document', 'runs', 'seal', '', 'open', ''], rows)))
}
