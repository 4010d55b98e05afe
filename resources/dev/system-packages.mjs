// Sees to the programs and libraries of the operating system that a bare Debian or Ubuntu lacks; other systems are told or have them.
import { existsSync } from 'node:fs'
import { networkInterfaces } from 'node:os'
import { delimiter, join } from 'node:path'
import { hasDisplay } from './display.mjs'
import { run } from './programs.mjs'
import { say, Stop } from './say.mjs'

/**
 * Looked for by what is used of it, not by package name: names differ between releases (t64) and between distributions.
 * @typedef {{ program: string, packages: string[] } | { library: string, packages: string[] } | { file: string, packages: string[] }} Need
 */

/** What Electron links against; the rest of its libraries come with these. @type {Need[]} */
const forElectron = [
  { library: 'libgtk-3.so.0', packages: ['libgtk-3-0t64', 'libgtk-3-0'] },
  { library: 'libnss3.so', packages: ['libnss3'] },
  { library: 'libasound.so.2', packages: ['libasound2t64', 'libasound2'] },
  { library: 'libgbm.so.1', packages: ['libgbm1'] },
]

/** @type {Need[]} */
const forDisplay = [{ program: 'Xvfb', packages: ['xvfb'] }]

/** Whoever drives the window looks at PDFs as pictures, and reaches the window over the loopback interface. @type {Need[]} */
const forDriving = [
  { program: 'pdftoppm', packages: ['poppler-utils'] },
  { program: 'ip', packages: ['iproute2'] },
]

/** A print queue of the tests' own, which only root can have. @type {Need[]} */
const forPrinting = [
  { file: '/usr/sbin/cupsd', packages: ['cups'] },
  { file: '/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd', packages: ['printer-driver-cups-pdf'] },
]

/** @type {Need[]} */
const forCompiling = [
  { program: 'g++', packages: ['g++'] },
  { program: 'make', packages: ['make'] },
  { program: 'python3', packages: ['python3'] },
]

export const seeToCompiler = () => seeTo(forCompiling)

/** All that the app's window needs, asked for at once so that one command mends it. */
export const seeToDesktop = () => seeTo([...forElectron, ...(hasDisplay() ? [] : forDisplay)])

/** The same, and what tests and the demo need to drive the window. */
export async function seeToDrivenDesktop() {
  const isRoot = process.getuid?.() === 0
  await seeTo([...forElectron, ...(hasDisplay() ? [] : forDisplay), ...forDriving, ...(isRoot ? forPrinting : [])])
  await seeToLoopback()
}

/** Where all networking is cut off (`unshare -n`), the machine's way to itself is switched off too. */
async function seeToLoopback() {
  if (process.platform !== 'linux' || 'lo' in networkInterfaces()) return
  const ended = await run('ip', ['link', 'set', 'lo', 'up'], { output: 'kept' })
  if (ended.code !== 0) {
    throw new Stop(
      `The loopback interface is down, and the window is driven over it. Run \`ip link set lo up\` as root, then the same command again.\n${ended.output.trim()}`,
    )
  }
}

/**
 * Root on Debian or Ubuntu installs what is missing; anybody else gets the exact command and stops.
 * @param {Need[]} needs
 */
async function seeTo(needs) {
  if (process.platform !== 'linux') return
  const missing = await missingOf(needs)
  if (missing.length === 0) return
  const isRoot = process.getuid?.() === 0
  const hasApt = programExists('apt-get')
  if (isRoot && hasApt) {
    say(`The system lacks ${nameAll(missing)}; the package index is being read.`)
    await run('apt-get', ['update', '-qq'], { output: 'to stderr', env: quiet })
  }
  const packages = await Promise.all(missing.map((need) => nameHere(need.packages)))
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...packages]
  if (!isRoot || !hasApt) {
    throw new Stop(
      hasApt
        ? `The system lacks ${nameAll(missing)}. Run this once, then the same command again:\n\n  sudo ${command.join(' ')}\n`
        : `The system lacks ${nameAll(missing)}. Install what your distribution calls ${packages.join(', ')}, then run the same command again.`,
    )
  }
  say(`These system packages are being installed: ${packages.join(', ')}.`)
  const ended = await run('apt-get', command.slice(1), { output: 'kept', env: quiet })
  const stillMissing = await missingOf(needs)
  if (ended.code !== 0 || stillMissing.length > 0) {
    throw new Stop(
      `The system packages could not be installed:\n${lastLines(ended.output)}\n` +
        `Check the connection to the package mirror and run the same command again, or install them yourself: ${command.join(' ')}`,
    )
  }
}

const quiet = { DEBIAN_FRONTEND: 'noninteractive' }

/** @param {string} name */
function programExists(name) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, name)))
}

/** @param {Need[]} needs */
async function missingOf(needs) {
  const known = needs.some((need) => 'library' in need) ? await knownLibraries() : ''
  return needs.filter((need) => {
    if ('file' in need) return !existsSync(need.file)
    return 'program' in need ? !programExists(need.program) : !known.includes(`\t${need.library} `)
  })
}

/** An ordinary user's path often lacks the folder of ldconfig. */
async function knownLibraries() {
  const program = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file)) ?? 'ldconfig'
  return (await run(program, ['-p'], { output: 'kept' })).output
}

/**
 * The first of several names that this release can install.
 * @param {string[]} names
 */
async function nameHere(names) {
  const last = names.at(-1) ?? ''
  if (names.length === 1 || !programExists('apt-cache')) return last
  for (const name of names) {
    const { output } = await run('apt-cache', ['policy', name], { output: 'kept', env: { LC_ALL: 'C' } })
    if (/Candidate: (?!\(none\))/.test(output)) return name
  }
  return last
}

/** @param {Need[]} needs */
function nameAll(needs) {
  return needs
    .map((need) => ('program' in need ? need.program : 'library' in need ? need.library : need.file))
    .join(', ')
}

/** @param {string} output */
function lastLines(output) {
  return output.trim().split('\n').slice(-12).join('\n')
}
