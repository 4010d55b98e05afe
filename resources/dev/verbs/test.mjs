// Runs every test: the pure rules, the back room on real files, and the journeys through a real Electron.
import { join } from 'node:path'
import { withDisplay } from '../display.mjs'
import { checkout } from '../places.mjs'
import { run } from '../programs.mjs'

/** @param {string[]} args passed on to vitest, like a part of a file name */
export async function test(args) {
  const vitest = join(checkout, 'node_modules', 'vitest', 'vitest.mjs')
  const config = join(checkout, 'test', 'vitest.config.ts')
  return withDisplay(async () => (await run(process.execPath, [vitest, 'run', '--config', config, ...args])).code)
}
