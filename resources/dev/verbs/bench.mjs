// Measures, and prints the figures as tables.
import { buildTestProgram } from '../build.mjs'
import { withDisplay } from '../display.mjs'
import { run } from '../programs.mjs'

/** @param {string[]} args which benches to run; all without any */
export async function bench(args) {
  const program = await buildTestProgram('test/bench/index.ts')
  return withDisplay(async () => (await run(process.execPath, [program, ...args])).code)
}
