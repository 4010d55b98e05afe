// Gives a program a display: the real one, or a virtual one for as long as the work takes.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Stop } from './say.mjs'

export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withDisplay(work) {
  if (hasDisplay()) return work()
  // It picks a free number by itself and writes it to descriptor 3 once it is ready.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1200x24', '-nolisten', 'tcp', '-noreset'], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    // Ctrl+C belongs to the program on the display; the display goes after it.
    detached: true,
  })
  let complaint = ''
  server.stderr?.setEncoding('utf8').on('data', (text) => (complaint += text))
  const number = await new Promise((resolve, reject) => {
    server.stdio[3]?.once('data', (bytes) => resolve(String(bytes).trim()))
    server.once('error', reject)
    server.once('close', () => reject(new Stop(`The virtual display did not start:\n${complaint.trim()}`)))
  })
  const stop = () => void server.kill()
  process.once('exit', stop)
  process.env['DISPLAY'] = `:${number}`
  try {
    return await work()
  } finally {
    delete process.env['DISPLAY']
    process.off('exit', stop)
    if (server.exitCode === null) {
      server.kill()
      await once(server, 'close')
    }
  }
}
