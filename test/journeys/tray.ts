// A printer for whoever drives the windows: the commands by which the app talks to CUPS, as scripts that put each job into a folder.
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { until } from './shortcuts.ts'

export interface Tray {
  /** What the app must be started with. */
  environment: { PATH: string }
  /** The PDFs that lie in the tray, in their order, as soon as there are so many. */
  printed(count: number): Promise<Buffer[]>
  /** The printer takes a job and does not come to its end until it is let go on. */
  hold(): Promise<void>
  goOn(): Promise<void>
  /** The printer refuses every job until it is let go on. */
  jam(): Promise<void>
  remove(): Promise<void>
}

const printer = 'office'
const commands = {
  lpstat: `
    case "$*" in
      -e) echo ${printer} ;;
      -d) echo "system default destination: ${printer}" ;;
      *) echo "printer ${printer} is idle." ;;
    esac`,
  lpoptions: `
    echo "Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble"
    echo "InputSlot/Media Source: *Auto Tray1 Tray2"`,
  lp: `
    [ -e "$folder/jam" ] && exit 1
    while [ -e "$folder/hold" ]; do sleep 0.1; done
    cat > "$folder/part"
    mv "$folder/part" "$folder/printed/$(date +%s%N).pdf"`,
} as const

export async function openTray(): Promise<Tray> {
  const folder = await mkdtemp(join(tmpdir(), 'tray-'))
  const tray = join(folder, 'printed')
  const programs = join(folder, 'bin')
  await mkdir(tray)
  await mkdir(programs)
  for (const [name, script] of Object.entries(commands)) {
    await writeFile(join(programs, name), `#!/bin/sh\nfolder='${folder}'\n${script}\n`)
    await chmod(join(programs, name), 0o755)
  }
  const sign = (name: 'hold' | 'jam'): string => join(folder, name)
  return {
    environment: { PATH: [programs, process.env['PATH'] ?? ''].join(delimiter) },
    async printed(count) {
      const names = await until(
        () => readdir(tray),
        ({ length }) => length >= count,
      )
      return Promise.all(names.toSorted().map((name) => readFile(join(tray, name))))
    },
    hold: () => writeFile(sign('hold'), ''),
    async goOn() {
      await rm(sign('hold'), { force: true })
      await rm(sign('jam'), { force: true })
    },
    jam: () => writeFile(sign('jam'), ''),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
