// Runs other programs for the development commands: by file and arguments, never through a shell, so that no path needs quoting.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { checkout } from './places.mjs'

/**
 * @typedef {object} Running
 * @property {string} [cwd] the checkout unless told
 * @property {NodeJS.ProcessEnv} [env] added to this process's own
 * @property {'shown' | 'to stderr' | 'kept'} [output] `kept`: collected and given back, shown to nobody
 * @property {number} [limitMs] after which the program is killed
 */

/**
 * @typedef {object} Ended
 * @property {number} code as a shell would report it: 128 + n for a signal
 * @property {string} output both streams when kept
 * @property {boolean} timedOut
 */

/**
 * Never rejects for a program that fails or is not there (127, as a shell says); rejects when it cannot be started.
 * @param {string} program
 * @param {string[]} args
 * @param {Running} [how]
 * @returns {Promise<Ended>}
 */
export function run(program, args, { cwd = checkout, env = {}, output = 'shown', limitMs } = {}) {
  const { promise, resolve, reject } = deferred()
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: output === 'shown' ? 'inherit' : output === 'to stderr' ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
  })
  let kept = ''
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text) => (kept += text))

  let timedOut = false
  const timer =
    limitMs === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true
          child.kill('SIGKILL')
        }, limitMs)
  // The terminal sends Ctrl+C to the child as well; this process waits for it to end in order.
  const passOn = (/** @type {NodeJS.Signals} */ signal) => void child.kill(signal)
  process.on('SIGINT', passOn).on('SIGTERM', passOn).on('SIGHUP', passOn)
  const settle = () => {
    clearTimeout(timer)
    process.off('SIGINT', passOn).off('SIGTERM', passOn).off('SIGHUP', passOn)
  }
  child.on('error', (error) => {
    settle()
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ENOENT') reject(error)
    else resolve({ code: 127, output: `${program} is not installed.`, timedOut: false })
  })
  child.on('close', (code, signal) => {
    settle()
    resolve({ code: code ?? 128 + (signal === null ? 0 : constants.signals[signal]), output: kept, timedOut })
  })
  return promise
}

/**
 * The npm that started this command, else the one beside this Node, else the one on the path.
 * @param {string[]} args
 * @param {Running} [how]
 */
export function npm(args, how) {
  const candidates = [
    process.env['npm_execpath'],
    join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js'),
    join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js'),
  ]
  const script = candidates.find((file) => file !== undefined && /npm-cli\.c?js$/.test(file) && existsSync(file))
  return script === undefined ? run('npm', args, how) : run(process.execPath, [script, ...args], how)
}

/** @returns {{ promise: Promise<Ended>, resolve: (ended: Ended) => void, reject: (error: unknown) => void }} */
function deferred() {
  /** @type {(ended: Ended) => void} */
  let resolve = () => {}
  /** @type {(error: unknown) => void} */
  let reject = () => {}
  const promise = new Promise((keep, drop) => {
    resolve = keep
    reject = drop
  })
  return { promise, resolve, reject }
}
