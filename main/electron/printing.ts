// Printers: the PDF is handed over as it is, so that paper and stored PDF are the same; each system has its own way.
import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { Fault } from '../../shared/faults.ts'
import type { Printer, Surroundings } from '../surroundings.ts'
import { systemPrinters, systemPrint } from './system-printing.ts'

type Printing = Pick<Surroundings['paper'], 'printers' | 'print'>

const run = promisify(execFile)
const queueTimeoutMs = 10_000

export function openPrinting(): Printing {
  return process.platform === 'win32'
    ? { printers: systemPrinters, print: systemPrint }
    : { printers: cupsPrinters, print: cupsPrint }
}

/** CUPS queues; none when CUPS is not installed or its scheduler is not running. */
async function cupsPrinters(): Promise<Printer[]> {
  const [names, chosen] = await Promise.all([lpstat('-e'), lpstat('-d')])
  const standard = /:\s*(\S+)\s*$/.exec(chosen)?.[1] ?? ''
  return names
    .split('\n')
    .map((line) => line.trim())
    .filter((name) => name !== '')
    .map((name) => ({ name, label: name, isDefault: name === standard }))
}

async function lpstat(flag: string): Promise<string> {
  try {
    return (await run('lpstat', [flag], { timeout: queueTimeoutMs, env: { ...process.env, LC_ALL: 'C' } })).stdout
  } catch {
    return ''
  }
}

/** By pipe, so that no file of ours is left: Chromium's own printing would write the letter to a temp folder first. */
async function cupsPrint(pdf: Uint8Array, printer: string, jobName: string): Promise<void> {
  if (!(await cupsPrinters()).some((known) => known.name === printer)) throw new Fault('no-printer')
  await new Promise<void>((resolve, reject) => {
    const lp = spawn('lp', ['-d', printer, '-t', jobName, '-o', 'media=A4', '-o', 'print-scaling=none'], {
      stdio: ['pipe', 'ignore', 'ignore'],
      timeout: queueTimeoutMs,
    })
    lp.on('error', (cause) => reject(new Fault('print-failed', {}, { cause })))
    lp.on('close', (code) => (code === 0 ? resolve() : reject(new Fault('print-failed', { code: code ?? -1 }))))
    // A queue that refuses the job closes the pipe early; `close` tells the outcome.
    lp.stdin.on('error', () => {})
    lp.stdin.end(pdf)
  })
}
