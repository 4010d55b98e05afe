// A CUPS scheduler of the test's own with two queues: a PDF printer that files what it prints, and an office printer that is never reached.
import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const program = '/usr/sbin/cupsd'
const pdfDriver = '/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd'
const waitMs = 60_000

/** The scheduler and its PDF printer work for root alone; elsewhere what was printed cannot be compared. */
export const mayHaveQueues = process.platform === 'linux' && process.getuid?.() === 0 && existsSync(program)

export interface Queues {
  /** What CUPS's own commands, and the app, must be started with. */
  environment: { CUPS_SERVER: string }
  /** Name of the queue that prints into a file. */
  pdf: string
  /** Name of the queue of a printer with trays that prints on both sides. */
  office: string
  /** Files of what was printed so far, in the order of printing, as soon as there are so many. */
  printed(count: number): Promise<string[]>
  /** One of CUPS's commands for whoever looks after printers, like `cupsdisable office`. */
  command(name: string, ...args: string[]): Promise<void>
  stop(): Promise<void>
}

export async function startQueues(): Promise<Queues> {
  const folder = await mkdtemp(join(tmpdir(), 'cups-'))
  const output = join(folder, 'printed')
  for (const name of ['root', 'spool', 'cache', 'state', 'temp', 'printed']) await mkdir(join(folder, name))
  // Its filters run as another user.
  await chmod(folder, 0o755)
  await chmod(join(folder, 'temp'), 0o1777)
  const port = await freePort()
  const environment = { CUPS_SERVER: `127.0.0.1:${port}` }
  const env = { ...process.env, ...environment, LC_ALL: 'C' }
  await writeFile(join(folder, 'cupsd.conf'), schedulerSettings(port))
  await writeFile(join(folder, 'cups-files.conf'), folders(folder))
  // The PDF printer reads its settings from one place alone, by the name that stands in the queue's address.
  const instance = basename(folder)
  const settings = `/etc/cups/cups-pdf-${instance}.conf`
  await writeFile(
    settings,
    `Out ${output}\nSpool ${join(folder, 'pdf-spool')}\nLog ${join(folder, 'log')}\nGrp root\nLabel 1\n`,
  )

  const scheduler = spawn(program, ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')], {
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => scheduler.once('exit', resolve))
  const command = async (name: string, ...args: string[]): Promise<void> => void (await run(name, args, { env }))
  const stop = async (): Promise<void> => {
    scheduler.kill()
    await ended
    await rm(settings, { force: true })
    await rm(folder, { recursive: true, force: true })
  }
  try {
    await until(async () => (await run('lpstat', ['-r'], { env })).stdout.includes('is running'))
    await command('lpadmin', '-p', 'pdf', '-E', '-v', `cups-pdf:/${instance}`, '-P', pdfDriver)
    const nowhere = `socket://127.0.0.1:${await freePort()}`
    await command('lpadmin', '-p', 'office', '-E', '-v', nowhere, '-m', 'drv:///sample.drv/generic.ppd')
    await command('lpadmin', '-d', 'pdf')
  } catch (error) {
    await stop()
    throw error
  }
  return {
    environment,
    pdf: 'pdf',
    office: 'office',
    command,
    stop,
    async printed(count) {
      await until(async () => (await wholeFiles(output)).length >= count)
      return wholeFiles(output)
    },
  }
}

/** By the number of their job, those alone that are written to their end. */
async function wholeFiles(folder: string): Promise<string[]> {
  const found: { file: string; job: number }[] = []
  for (const name of await readdir(folder)) {
    const file = join(folder, name)
    const isWhole = (await stat(file)).size > 0 && (await readFile(file)).subarray(-1024).includes('%%EOF')
    if (isWhole) found.push({ file, job: Number(/job_(\d+)/.exec(name)?.[1]) })
  }
  return found.toSorted((one, other) => one.job - other.job).map(({ file }) => file)
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + waitMs
  while (!(await isSo().catch(() => false))) {
    if (Date.now() > end) throw new Error('CUPS did not do it in time.')
    await setTimeout(100)
  }
}

/** Everything is allowed to everybody on this machine: nobody else is asked for a password. */
function schedulerSettings(port: number): string {
  return `Listen 127.0.0.1:${port}
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow localhost
</Location>
<Location /admin>
  Order allow,deny
  Allow localhost
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
`
}

function folders(folder: string): string {
  const place = (name: string): string => join(folder, name)
  return `ServerRoot ${place('root')}
RequestRoot ${place('spool')}
CacheDir ${place('cache')}
StateDir ${place('state')}
TempDir ${place('temp')}
AccessLog ${place('access.log')}
ErrorLog ${place('error.log')}
PageLog ${place('page.log')}
SystemGroup root
`
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
