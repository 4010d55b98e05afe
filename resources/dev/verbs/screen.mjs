// Screens files without a window; stdout belongs to the answers alone.
import { join } from 'node:path'
import { buildFolder, personsFolder } from '../places.mjs'
import { run } from '../programs.mjs'

/** @param {string[]} args */
export async function screen(args) {
  const program = join(buildFolder, 'main', 'screen.cjs')
  return (await run(process.execPath, [program, ...args], { cwd: personsFolder() })).code
}
