// CUPS: its queues with what each can do, and a PDF handed to one as it is; by its own commands, so nothing is written on the way.
import { execFile, spawn } from 'node:child_process'
import { promisify } from 'node:util'
import { Fault } from '../../shared/faults.ts'
import { oneCopy, type HowToPrint, type Printer } from '../../shared/printing.ts'

const run = promisify(execFile)
const commandTimeoutMs = 10_000
/** A long letter over a slow network, and a scheduler that is busy with others. */
const handOverTimeoutMs = 60_000

/** None when CUPS is not installed or its scheduler is not running. */
export async function cupsPrinters(): Promise<Printer[]> {
  const [names, chosen, states] = await Promise.all([
    told('lpstat', ['-e']),
    told('lpstat', ['-d']),
    told('lpstat', ['-p', '-a']),
  ])
  const standard = /:\s*(\S+)\s*$/.exec(chosen)?.[1] ?? ''
  const stopped = new Set(
    [...states.matchAll(/^(?:printer (\S+) disabled|(\S+) not accepting requests)/gm)].map(
      ([, disabled, refusing]) => disabled ?? refusing,
    ),
  )
  return Promise.all(
    names
      .split('\n')
      .map((line) => line.trim())
      .filter((name) => name !== '')
      .map(async (name) => {
        const state = stopped.has(name) ? 'stopped' : 'ready'
        const choices = choicesIn(await told('lpoptions', ['-p', name, '-l']))
        const printsBothSides = choices('Duplex').includes('DuplexNoTumble')
        return { name, label: name, isDefault: name === standard, state, printsBothSides, trays: choices('InputSlot') }
      }),
  )
}

/** Of an option, from lines like `Duplex/2-Sided Printing: *None DuplexNoTumble DuplexTumble`. */
function choicesIn(options: string): (option: string) => string[] {
  return (option) => {
    const line = new RegExp(`^${option}/[^:]*:(.*)$`, 'm').exec(options)?.[1] ?? ''
    return line
      .split(/\s+/)
      .map((choice) => choice.replace(/^\*/, ''))
      .filter((choice) => choice !== '')
  }
}

/**
 * By pipe, so that no file of ours is left: Chromium's own printing would write the letter to a temp folder first.
 * Resolves when the scheduler has taken it. Faults: no-printer, print-failed.
 */
export async function cupsPrint(
  pdf: Uint8Array,
  printer: string,
  jobName: string,
  how: HowToPrint = oneCopy,
): Promise<void> {
  const options = [
    'media=A4',
    'print-scaling=none',
    how.sides === 'two' ? 'sides=two-sided-long-edge' : 'sides=one-sided',
    ...(how.tray === null ? [] : [`InputSlot=${how.tray}`]),
  ].flatMap((option) => ['-o', option])
  const code = await handedOver(pdf, ['-d', printer, '-t', jobName, '-n', String(how.copies), ...options])
  if (code === 0) return
  const names = (await told('lpstat', ['-e'])).split('\n').map((line) => line.trim())
  throw names.includes(printer) ? new Fault('print-failed', { code: code ?? -1 }) : new Fault('no-printer')
}

/** The exit code of `lp`; null when it was ended from outside. */
function handedOver(pdf: Uint8Array, args: string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const lp = spawn('lp', args, { stdio: ['pipe', 'ignore', 'ignore'], timeout: handOverTimeoutMs })
    lp.on('error', (cause) => reject(new Fault('print-failed', {}, { cause })))
    lp.on('close', resolve)
    // A queue that refuses the job closes the pipe early; `close` tells the outcome.
    lp.stdin.on('error', () => {})
    lp.stdin.end(pdf)
  })
}

/** What a command of CUPS says; nothing when it is not there or the scheduler does not answer. */
async function told(command: string, args: string[]): Promise<string> {
  try {
    return (await run(command, args, { timeout: commandTimeoutMs, env: { ...process.env, LC_ALL: 'C' } })).stdout
  } catch {
    return ''
  }
}
