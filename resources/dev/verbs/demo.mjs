// Plays the main job through the real windows and leaves what came of it in demo-output/.
import { buildTestProgram } from '../build.mjs'
import { withDisplay } from '../display.mjs'
import { run } from '../programs.mjs'

/** @param {string[]} args `--show` slows it down for people who watch */
export async function demo(args) {
  const program = await buildTestProgram('test/journeys/demo.ts')
  return withDisplay(async () => (await run(process.execPath, [program, ...args])).code)
}
