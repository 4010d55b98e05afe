// Table of contents of the commands: `node resources/dev/run.mjs VERB …`, run by npm; each verb sees to its own set-up first.
import './node-version.mjs'
import { bench } from './verbs/bench.mjs'
import { check } from './verbs/check.mjs'
import { demo } from './verbs/demo.mjs'
import { makePackage } from './verbs/package.mjs'
import { screen } from './verbs/screen.mjs'
import { start } from './verbs/start.mjs'
import { test } from './verbs/test.mjs'
import { seeToBuild } from './build.mjs'
import { seeToElectron } from './electron.mjs'
import { seeToModules } from './modules.mjs'
import { adviceFor, say } from './say.mjs'
import { seeToDesktop, seeToDrivenDesktop } from './system-packages.mjs'

/**
 * Steps do nothing when there is nothing to do; `work` gives back the exit code.
 * @type {Record<string, { steps: (() => Promise<void>)[], work: (args: string[]) => Promise<number> }>}
 */
const verbs = {
  start: { steps: [seeToDesktop, seeToModules, seeToElectron, seeToBuild], work: start },
  demo: { steps: [seeToDrivenDesktop, seeToModules, seeToElectron, seeToBuild], work: demo },
  screen: { steps: [seeToModules, seeToBuild], work: screen },
  test: { steps: [seeToDrivenDesktop, seeToModules, seeToElectron, seeToBuild], work: test },
  check: { steps: [seeToModules], work: check },
  bench: { steps: [seeToDrivenDesktop, seeToModules, seeToElectron, seeToBuild], work: bench },
  build: { steps: [seeToModules, seeToBuild], work: async () => 0 },
  package: { steps: [seeToDrivenDesktop, seeToModules, seeToElectron, seeToBuild], work: makePackage },
}

const [name = '', ...args] = process.argv.slice(2)
const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
if (verb === undefined) {
  say(`Say what to do: ${Object.keys(verbs).join(', ')}.`)
  process.exit(2)
}
try {
  for (const step of verb.steps) await step()
  process.exitCode = await verb.work(args)
} catch (error) {
  const advice = adviceFor(error)
  if (advice === null) throw error
  say(advice)
  process.exitCode = 1
}
